using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Hosting;

/// <summary>
/// Sends an answer with the effects of a fault: late, slowly, partially, without an end, or not at all.
/// </summary>
internal sealed class FaultySender : IDisposable
{
    private const int Piece = 16;
    private static readonly byte[] Space = " "u8.ToArray();

    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;

    public FaultySender(TimeProvider clock) => (_clock, _stopped) = (clock, _stopping.Token);

    public async Task SendAsync(HttpContext context, GraphAnswer answer, EmulatorFault fault)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopped);
        try
        {
            await PauseAsync(fault.Delay, end.Token).ConfigureAwait(false);
            if (fault.Drop)
            {
                context.Abort();
            }
            else
            {
                await SendBodyAsync(context.Response, answer, fault, end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has disconnected, or the emulator stops, so the rest is not needed.
            context.Abort();
        }
    }

    /// <summary>Ends all pending answers. A second call has no effect.</summary>
    public void Dispose()
    {
        if (!_stopped.IsCancellationRequested)
        {
            _stopping.Cancel();
        }

        _stopping.Dispose();
    }

    private async Task SendBodyAsync(
        HttpResponse response, GraphAnswer answer, EmulatorFault fault, CancellationToken cancellationToken)
    {
        byte[] body = answer.Render();
        response.StatusCode = answer.Status;
        if (body.Length > 0 && !answer.Headers.ContainsKey("Content-Type"))
        {
            response.ContentType = JsonBody.ODataType;
        }

        // Both servers end a connection that sends fewer bytes than announced here.
        if (!fault.NeverEnds && answer.Status is not (204 or 304))
        {
            response.ContentLength = body.Length;
        }

        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        ReadOnlyMemory<byte> left = body.AsMemory(..Math.Min(fault.TruncateAt ?? body.Length, body.Length));
        while (!left.IsEmpty)
        {
            await PauseAsync(fault.Trickle, cancellationToken).ConfigureAwait(false);
            int length = fault.Trickle > TimeSpan.Zero ? Math.Min(Piece, left.Length) : left.Length;
            await response.Body.WriteAsync(left[..length], cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
            left = left[length..];
        }

        TimeSpan rest = fault.Trickle == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : fault.Trickle;
        while (fault.NeverEnds)
        {
            await PauseAsync(rest, cancellationToken).ConfigureAwait(false);
            await response.Body.WriteAsync(Space, cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        pause == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(pause, _clock, cancellationToken);
}
