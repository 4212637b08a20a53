using Spectre.Console;

namespace PresenceBoard;

/// <summary>A progress bar on standard error, if that is a terminal, which goes when the loading is done.</summary>
internal static class LoadingBar
{
    public static Task<T> RunAsync<T>(IAnsiConsole error, Func<IProgress<LoadStep>?, Task<T>> load)
    {
        if (!error.Profile.Out.IsTerminal || !error.Profile.Capabilities.Ansi)
            return load(null);
        return error.Progress().AutoClear(true).StartAsync(context => load(new Bars(context)));
    }

    private sealed class Bars(ProgressContext context) : IProgress<LoadStep>
    {
        private readonly Dictionary<string, ProgressTask> _bars = [];
        private readonly Lock _gate = new();

        public void Report(LoadStep value)
        {
            lock (_gate)
            {
                if (!_bars.TryGetValue(value.Part, out ProgressTask? bar))
                    _bars[value.Part] = bar = context.AddTask(value.Part);
                bar.IsIndeterminate = value.Total is null;
                bar.MaxValue = value.Total ?? double.MaxValue;
                bar.Value = value.Done;
            }
        }
    }
}
