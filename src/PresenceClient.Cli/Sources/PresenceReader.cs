namespace PresenceClient.Cli;

/// <summary>Reads any number of presences in one call. Failures are in the result.</summary>
internal static class PresenceReader
{
    public static Task<PresenceReadResult> ReadAsync(
        PresencesClient presences, IEnumerable<string> ids, IProgress<LoadStep>? progress, CancellationToken stop)
    {
        var options = new PresenceReadOptions
        {
            OnFailure = PresenceFailureMode.Collect,
            Progress = progress is null ? null : new Steps(progress),
        };
        return presences.GetAsync(ids, options, stop);
    }

    private sealed class Steps(IProgress<LoadStep> progress) : IProgress<PresenceReadProgress>
    {
        public void Report(PresenceReadProgress value) =>
            progress.Report(new LoadStep(LoadStep.Presences, value.Done, value.Total));
    }
}
