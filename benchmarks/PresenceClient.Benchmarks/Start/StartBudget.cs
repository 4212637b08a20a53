using PresenceClient.Benchmarks.Measuring;

namespace PresenceClient.Benchmarks.Start;

/// <summary>A budget for the start or the size of the published program, as a share of a peer's.</summary>
/// <param name="Form">The form in which both are published.</param>
/// <param name="Peer">The peer.</param>
/// <param name="IsSize">Whether the size counts; false for the time until the first presence.</param>
/// <param name="Limit">The highest allowed share.</param>
internal sealed record StartBudget(StartForm Form, string Peer, bool IsSize, double Limit)
{
    private const double TimeNoise = 0.1;

    private const string Graph = "MicrosoftGraph";
    private const string Graph5 = OlderGraph.Name;
    private const string Json = "SystemTextJson";

    /// <summary>The clients, this package's first.</summary>
    public static IReadOnlyList<string> Clients { get; } = [nameof(PresenceClient), Graph, Graph5, Json];

    public static IReadOnlyList<StartBudget> All { get; } =
    [
        Time(StartForm.Jit, Graph, 0.8),
        Time(StartForm.Jit, Graph5, 0.8),
        Time(StartForm.Jit, Json, 1.3),
        Time(StartForm.ReadyToRun, Graph, 1),
        Time(StartForm.ReadyToRun, Graph5, 1),
        Time(StartForm.ReadyToRun, Json, 1.3),
        Time(StartForm.Trimmed, Graph, 1),
        Time(StartForm.Trimmed, Graph5, 1),
        Time(StartForm.Trimmed, Json, 1.3),
        Time(StartForm.NativeAot, Graph, 1),
        Time(StartForm.NativeAot, Graph5, 1),
        Time(StartForm.NativeAot, Json, 1.2),
        Size(StartForm.Trimmed, Graph, 1),
        Size(StartForm.Trimmed, Graph5, 1),
        Size(StartForm.Trimmed, Json, 1.01),
        Size(StartForm.NativeAot, Graph, 0.9),
        Size(StartForm.NativeAot, Graph5, 0.9),
        Size(StartForm.NativeAot, Json, 1.25),
    ];

    /// <summary>The row's name in the results.</summary>
    public string Work => IsSize ? $"{Form.Name}: size / {Peer}" : $"first presence, {Form.Name}: time / {Peer}";

    /// <summary>Creates the row of a table of budgets from the programs that ran.</summary>
    public Budget From(IReadOnlyCollection<StartProgram> programs)
    {
        StartProgram ours = programs.Single(p => p.Form == Form && p.Client == nameof(PresenceClient));
        StartProgram theirs = programs.Single(p => p.Form == Form && p.Client == Peer);
        double cost = IsSize
            ? ours.Megabytes / theirs.Megabytes
            : StartCost.Median(ours.Costs.Zip(theirs.Costs, static (our, their) => our.First / their.First));
        return new Budget(Work, Limit, "", _ => Task.FromResult(cost)) { Noise = IsSize ? 0 : TimeNoise };
    }

    private static StartBudget Time(StartForm form, string peer, double limit) => new(form, peer, false, limit);

    private static StartBudget Size(StartForm form, string peer, double limit) => new(form, peer, true, limit);
}
