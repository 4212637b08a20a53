namespace PresenceClient.Emulator.State;

/// <summary>A status message. <see cref="DateTime.MaxValue"/> means that it does not expire.</summary>
internal sealed record StatusMessage(string Content, DateTime PublishedAt, DateTime ExpiresAt)
{
    public bool Expires => ExpiresAt != DateTime.MaxValue;
}
