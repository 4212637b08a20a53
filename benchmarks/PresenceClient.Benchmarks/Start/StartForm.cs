namespace PresenceClient.Benchmarks.Start;

/// <summary>A form in which a program is published.</summary>
/// <param name="Name">The name in the results.</param>
/// <param name="Arguments">The arguments of <c>dotnet publish</c>.</param>
internal sealed record StartForm(string Name, params string[] Arguments)
{
    public static readonly StartForm Jit = new("JIT", "--self-contained", "false");

    public static readonly StartForm ReadyToRun = new(
        "ReadyToRun", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true");

    public static readonly StartForm Trimmed = new(
        "trimmed", "--use-current-runtime", "--self-contained", "true", "-p:PublishTrimmed=true");

    public static readonly StartForm NativeAot = new("Native AOT", "--use-current-runtime", "-p:PublishAot=true");

    public static IReadOnlyList<StartForm> All { get; } = [Jit, ReadyToRun, Trimmed, NativeAot];
}
