using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PresenceClient.Emulator.Tool;

/// <summary>One run of the server: starts it, prints the banner, waits for the end and stops it.</summary>
internal sealed class EmulatorRun(TextWriter output, TextWriter error, bool quiet)
{
    public async Task<int> RunAsync(Action<PresenceEmulatorOptions> configure, CancellationToken stop)
    {
        var options = new PresenceEmulatorOptions();
        configure(options);
        PresenceEmulator emulator;
        try
        {
            emulator = await PresenceEmulator.StartAsync(configure, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await error.WriteLineAsync($"presence-emulator: cannot listen on port {options.Port}: {Explain(e)}")
                .ConfigureAwait(false);
            return 1;
        }

        await using (emulator.ConfigureAwait(false))
        {
            string greeting = quiet ? emulator.BaseAddress.ToString() : Banner.Write(emulator, options);
            await output.WriteLineAsync(greeting).ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            await WaitAsync(stop).ConfigureAwait(false);
        }

        if (!quiet)
        {
            await output.WriteLineAsync("Stopped.").ConfigureAwait(false);
        }

        return 0;
    }

    private static string Explain(Exception failure)
    {
        string what = failure.InnerException is AddressInUseException
            ? "another program uses it."
            : failure.Message.TrimEnd('.') + ".";
        return $"{what} Choose another port, or use --port 0 for any free one.";
    }

    private static async Task WaitAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(stopped.SetResult).ConfigureAwait(false))
        {
            await stopped.Task.ConfigureAwait(false);
        }
    }
}
