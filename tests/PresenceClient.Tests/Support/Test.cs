namespace PresenceClient.Tests.Support;

/// <summary>What the running test gives.</summary>
internal static class Test
{
    /// <summary>Ends when the run is stopped, so that a test that hangs does not.</summary>
    public static CancellationToken Token => TestContext.Current.CancellationToken;
}
