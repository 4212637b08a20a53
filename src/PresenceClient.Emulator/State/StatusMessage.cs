namespace PresenceClient.Emulator.State;

/// <summary>A text beside the presence; <see cref="DateTime.MaxValue"/> stands for one that does not expire.</summary>
internal sealed record StatusMessage(string Content, DateTime PublishedAt, DateTime ExpiresAt)
{
    public bool Expires => ExpiresAt != DateTime.MaxValue;
}
