namespace CallStatusSync;

/// <summary>Everything outside the program that it uses, so that a test can replace it.</summary>
internal sealed record SyncHost(TextWriter Output, TextWriter Error, Func<Stream> OpenInput)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Connects to the tenant of the arguments.</summary>
    public Func<SyncOptions, CancellationToken, Task<SyncTenant>> Connect { get; init; } = SyncTenant.ConnectAsync;

    public static SyncHost OfThisProcess() => new(Console.Out, Console.Error, Console.OpenStandardInput);
}
