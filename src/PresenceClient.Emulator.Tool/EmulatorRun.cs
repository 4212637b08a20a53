using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PresenceClient.Emulator.Tool;

/// <summary>One run of the server: starts it, prints the banner, waits for the end and stops it.</summary>
internal sealed class EmulatorRun(TextWriter output, TextWriter error, bool quiet, string? certificateFile)
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
            return await FailAsync($"cannot listen on port {options.Port}: {Explain(e)}").ConfigureAwait(false);
        }
        catch (InvalidOperationException e) when (options.Https == HttpsCertificate.Development)
        {
            return await FailAsync(e.Message).ConfigureAwait(false);
        }

        await using (emulator.ConfigureAwait(false))
        {
            // Written before the address is printed, so that a script can use it then.
            if (certificateFile is not null && CertificateFile.Write(certificateFile, emulator) is { } fault)
            {
                return await FailAsync(fault).ConfigureAwait(false);
            }

            string greeting = quiet
                ? emulator.BaseAddress.ToString()
                : Banner.Write(emulator, options, certificateFile);
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

    private async Task<int> FailAsync(string message)
    {
        await error.WriteLineAsync($"presence-emulator: {message}").ConfigureAwait(false);
        return 1;
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
