namespace PresenceClient.Emulator.Notifications;

/// <summary>The answer of a subscriber to a post, or that there was none within the time limit.</summary>
internal readonly record struct WebhookAnswer(bool IsSuccess, TimeSpan Duration);
