using PresenceClient.Generated.Models;
using PresenceClient.Http;
using GeneratedExpiry = PresenceClient.Generated.Models.DateTimeTimeZone;
using GeneratedStatusMessage = PresenceClient.Generated.Models.PresenceStatusMessage;

namespace PresenceClient.Users;

/// <summary>Sets the status message.</summary>
internal sealed record SetStatusMessageAction : PresenceAction
{
    private readonly string _text;
    private readonly DateTimeOffset? _expiresAt;

    public SetStatusMessageAction(string text, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length > 0
            ? WellFormed.Require(text, nameof(text))
            : throw new ArgumentException("The text is empty; to remove the message, clear it: "
                + $"{nameof(StatusMessageClient.ClearAsync)}, or {nameof(PresenceWrite)}."
                + $"{nameof(PresenceWrite.ClearStatusMessage)}.", nameof(text));
        _expiresAt = expiresAt;
    }

    private SetStatusMessageAction() => _text = "";

    /// <summary>Removes the message, as callers do: by an empty text.</summary>
    public static SetStatusMessageAction Removal { get; } = new();

    public override GraphCall CallFor(PresenceTarget target) => target.SetStatusMessage(new SetStatusMessageBody
    {
        StatusMessage = new GeneratedStatusMessage
        {
            Message = new ItemBody { Content = _text, ContentType = "text" },
            // Without an expiry a message stays, which is documented; a last date of all is not.
            ExpiryDateTime = _expiresAt is { } moment && !DateTimeTimeZone.IsNever(moment) ? ToGenerated(moment) : null,
        },
    }) with
    {
        Confidential = _text,
    };

    private static GeneratedExpiry ToGenerated(DateTimeOffset moment)
    {
        DateTimeTimeZone expiry = DateTimeTimeZone.FromDateTimeOffset(moment);
        return new GeneratedExpiry { DateTime = expiry.DateTime, TimeZone = expiry.TimeZone };
    }
}
