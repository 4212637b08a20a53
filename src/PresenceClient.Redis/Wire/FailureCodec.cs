using System.Net;
using PresenceClient.Http;
using PresenceClient.Serialization;

namespace PresenceClient.Redis;

/// <summary>
/// A failure of the leader's reads as bytes, so that readers of every host get it. The message of the service is left
/// out, because it can contain ids of users, and so is the inner exception.
/// </summary>
internal static class FailureCodec
{
    private const int LargestStatus = 999;

    private enum Kind : byte
    {
        Other = 0,
        AccessDenied,
        Authentication,
        Throttled,
        TimedOut,
    }

    public static void Write(ByteWriter writer, PresenceException failure)
    {
        writer.Byte((byte)(failure switch
        {
            PresenceAccessDeniedException => Kind.AccessDenied,
            PresenceAuthenticationException => Kind.Authentication,
            PresenceThrottledException => Kind.Throttled,
            PresenceTimeoutException => Kind.TimedOut,
            _ => Kind.Other,
        }));
        writer.Text(failure.Message);
        writer.Number((long?)failure.StatusCode ?? 0);
        writer.Text(failure.ErrorCode);
        writer.Text(failure.RequestId);
        writer.Text(failure.ClientRequestId);
        writer.Duration(failure.RetryAfter ?? TimeSpan.Zero);
    }

    public static PresenceException Read(ref ByteReader reader)
    {
        var kind = (Kind)reader.Byte();
        string message = reader.Text() ?? "";
        long status = reader.Number();
        (string? code, string? requestId, string? clientRequestId) = (reader.Text(), reader.Text(), reader.Text());
        TimeSpan after = reader.Duration();

        // A watch has no other operation.
        var details = new FailureDetails(
            GraphOperations.GetPresencesByUserId,
            clientRequestId,
            status is > 0 and <= LargestStatus ? (HttpStatusCode)status : null,
            new GraphError(code, Message: null, requestId))
        {
            RetryAfter = after > TimeSpan.Zero ? after : null,
        };
        return kind switch
        {
            Kind.AccessDenied => new PresenceAccessDeniedException(message, details),
            Kind.Authentication => new PresenceAuthenticationException(message, details),
            Kind.Throttled => new PresenceThrottledException(message, details),
            Kind.TimedOut => new PresenceTimeoutException(message, details),
            _ => new PresenceException(message, details),
        };
    }
}
