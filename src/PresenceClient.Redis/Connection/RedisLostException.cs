using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Redis;

/// <summary>Redis cannot be reached, or does not answer in time.</summary>
[SuppressMessage("Design", "CA1032", Justification = "No caller sees it; it has one meaning.")]
[SuppressMessage("Design", "CA1064", Justification = "No caller sees it: the host goes on without Redis.")]
internal sealed class RedisLostException(string message, Exception? innerException = null)
    : Exception(message, innerException);
