using Spectre.Console;

namespace PresenceClient.Cli;

/// <summary>A progress bar on standard error, if that is a terminal. It disappears when the loading is done.</summary>
internal static class LoadingBar
{
    public static Task<T> RunAsync<T>(IAnsiConsole error, Func<IProgress<LoadStep>?, Task<T>> load) =>
        Terminal.CanRepaint(error)
            ? error.Progress().AutoClear(true).StartAsync(context => load(new Bars(context)))
            : load(null);

    private sealed class Bars(ProgressContext context) : IProgress<LoadStep>
    {
        private readonly Lock _gate = new();
        private ProgressTask? _bar;
        private string? _part;

        public void Report(LoadStep value)
        {
            lock (_gate)
            {
                if (_part != value.Part)
                {
                    Complete();
                    _bar = context.AddTask(_part = value.Part);
                }

                _bar!.IsIndeterminate = value.Total is null;
                _bar.MaxValue = value.Total ?? double.MaxValue;
                _bar.Value = value.Done;
            }
        }

        // A part of unknown size is complete when the next part begins.
        private void Complete()
        {
            if (_bar is null)
            {
                return;
            }

            _bar.IsIndeterminate = false;
            _bar.MaxValue = _bar.Value;
        }
    }
}
