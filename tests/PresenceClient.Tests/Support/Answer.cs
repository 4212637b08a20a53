namespace PresenceClient.Tests.Support;

/// <summary>Answers one request, at once or later, or throws as a connection does.</summary>
/// <param name="cancellationToken">Cancelled when the client abandons the request.</param>
internal delegate Task<HttpResponseMessage> Answer(CancellationToken cancellationToken);
