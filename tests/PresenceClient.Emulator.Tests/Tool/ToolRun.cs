using PresenceClient.Emulator.Tool;

namespace PresenceClient.Emulator.Tests.Tool;

/// <summary>The tool while it runs, from its banner to its end.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly BannerWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _run;

    public ToolRun(string[] args) => _run = EmulatorTool.RunAsync(args, _output, _error, _stop.Token);

    public Task<string> Banner => _output.Banner;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    /// <summary>Waits for the end of a run that can't start.</summary>
    public Task<int> EndAsync() => _run.WaitAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _stop.Dispose();
    }

    /// <summary>Tells when the banner has been written and flushed.</summary>
    private sealed class BannerWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _banner = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Banner => _banner.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _banner.TrySetResult(ToString());
            return Task.CompletedTask;
        }
    }
}
