using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Redis;

/// <summary>
/// Data in Redis has another format: it is damaged, or a host has another version of this package that is not
/// compatible. The host does without Redis while that lasts.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "No caller sees it; it has one meaning.")]
[SuppressMessage("Design", "CA1064", Justification = "No caller sees it: the host goes on without Redis.")]
internal sealed class SharedDataException(string what) : Exception(
    $"{what}. All hosts that share a key must use compatible versions of PresenceClient.Redis. Delete the keys if no "
    + "other version is running.");
