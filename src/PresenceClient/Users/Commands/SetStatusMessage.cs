using System.Globalization;
using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;
using GeneratedExpiry = PresenceClient.Generated.Models.DateTimeTimeZone;
using GeneratedStatusMessage = PresenceClient.Generated.Models.PresenceStatusMessage;

namespace PresenceClient.Users;

/// <summary>Sets the status message.</summary>
internal sealed record SetStatusMessage : PresenceCommand
{
    private readonly string _text;
    private readonly DateTimeOffset? _expiresAt;

    public SetStatusMessage(string text, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length > 0
            ? WellFormed.Require(text, nameof(text))
            : throw new ArgumentException("The text is empty. A status message has at least one character. To remove "
                + "the message, use ClearAsync or PresenceWrite.ClearStatusMessage.", nameof(text));
        _expiresAt = expiresAt;
    }

    private SetStatusMessage() => _text = "";

    /// <summary>The write that removes the message, by an empty text.</summary>
    public static SetStatusMessage Removal { get; } = new();

    public override GraphOperation Mine => GraphOperations.SetMyStatusMessage;

    public override GraphOperation OfUser => GraphOperations.SetUserStatusMessage;

    public override string? Confidential => _text;

    public override string? FaultAt(DateTimeOffset now) => _expiresAt is { } moment && moment <= now
        ? $"The status message expires at {Text(moment)}, but the client's clock shows {Text(now)}. The expiry must be "
            + "in the future. Use a later time, or null for a message that does not expire."
        : null;

    public override IParsable CreateBody(string? applicationId) => new SetStatusMessageBody
    {
        StatusMessage = new GeneratedStatusMessage
        {
            Message = new ItemBody { Content = _text, ContentType = "text" },
            // A message without an expiry does not expire, which is documented. A date in the year 9999 is not.
            ExpiryDateTime = _expiresAt is { } moment && !DateTimeTimeZone.IsNever(moment) ? ToGenerated(moment) : null,
        },
    };

    private static string Text(DateTimeOffset moment) => moment.ToString("u", CultureInfo.InvariantCulture);

    private static GeneratedExpiry ToGenerated(DateTimeOffset moment)
    {
        var expiry = DateTimeTimeZone.FromDateTimeOffset(moment);
        return new GeneratedExpiry { DateTime = expiry.DateTime, TimeZone = expiry.TimeZone };
    }
}
