using System.Runtime.InteropServices;

namespace CallStatusSync;

/// <summary>
/// Turns every signal that asks the process to end into a cancelled token, so that the program can end the presences
/// first: Ctrl-C (SIGINT), <c>kill</c> and containers (SIGTERM), a closed terminal (SIGHUP), Ctrl-\ (SIGQUIT).
/// </summary>
/// <remarks>
/// A repeated signal changes nothing, because launchers and terminals often send two. Clearing takes at most
/// <see cref="PresenceClient.PresenceKeeperOptions.ClearTimeout"/>. Only SIGKILL ends the process before that.
/// </remarks>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
            .Select(signal => PosixSignalRegistration.Create(signal, Stop)),
    ];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // Otherwise the runtime ends the process.
        context.Cancel = true;
        _stop.Cancel();
    }
}
