using Azure.Core;
using PresenceClient.Emulator;

namespace PresenceClient.Tests.Docs.Examples;

/// <summary>The emulated tenant in which an example of a page runs, and the names that it can use.</summary>
public sealed class ExampleStage : IAsyncDisposable
{
    private static readonly AsyncLocal<ExampleStage?> Running = new();

    private readonly CancellationTokenSource _end = new();
    private readonly List<PresenceServiceClient> _clients = [];

    private ExampleStage(PresenceEmulator graph)
    {
        Graph = graph;
        Client = Connect(graph.CreateCredential());
    }

    /// <summary>The stage of the running example.</summary>
    public static ExampleStage Current =>
        Running.Value ?? throw new InvalidOperationException("No example runs. Only ExampleTests run blocks.");

    public PresenceEmulator Graph { get; }

    /// <summary>The client of the example. It signs in as the seeded application.</summary>
    public PresenceServiceClient Client { get; private set; }

    /// <summary>Cancelled when an endless example has printed the output of its page.</summary>
    public CancellationToken Token => _end.Token;

    public ExampleOutput Output { get; } = new();

    /// <summary>Starts the tenant of all examples.</summary>
    public static async Task<ExampleStage> StartAsync(CancellationToken cancellationToken)
    {
        PresenceEmulator graph = await PresenceEmulator.StartAsync(
            options =>
            {
                options.Users = 0;
                options.AddUser("Adele Vance", "adele@contoso.com").AddUser("Alex Wilber", "alex@contoso.com")
                    .AddUser("Diego Siciliani", "diego@contoso.com").AddUser("Megan Bowen", "megan@contoso.com");
            },
            cancellationToken);
        graph.User("Adele Vance").JoinCall();
        graph.User("Alex Wilber").BecomeAvailable();
        graph.User("Diego Siciliani").GoAway();
        graph.User("Diego Siciliani").SetStatusMessage("Back at 15:00");
        graph.AddGroup("Sales", graph.User("Adele Vance"), graph.User("Alex Wilber"), graph.User("Diego Siciliani"));
        return new ExampleStage(graph);
    }

    /// <summary>Makes this the stage of the code that the caller runs.</summary>
    public void Enter() => Running.Value = this;

    /// <summary>Signs the client of the example in as a person.</summary>
    public void SignIn(EmulatedUser user) => Client = Connect(Graph.SignIn(user));

    /// <summary>Signs the client of the example in as another application.</summary>
    public void SignIn(EmulatedApplication application) => Client = Connect(Graph.CreateCredential(application));

    /// <summary>Runs an action as soon as the example has printed a number of lines.</summary>
    public void AfterLine(int lines, Action action) => Output.AfterLine(lines, action);

    /// <summary>Cancels the example.</summary>
    public void End() => _end.Cancel();

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Graph.DisposeAsync();
        _end.Dispose();
    }

    private PresenceServiceClient Connect(TokenCredential credential)
    {
        var client = new PresenceServiceClient(credential, new PresenceClientOptions
        {
            ApplicationId = Graph.Application.ClientId,
            BaseAddress = Graph.BaseAddress,
        });
        _clients.Add(client);
        return client;
    }
}
