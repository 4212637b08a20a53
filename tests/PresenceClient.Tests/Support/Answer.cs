namespace PresenceClient.Tests.Support;

/// <summary>Makes one answer of the service, or throws what a handler throws.</summary>
internal delegate HttpResponseMessage Answer();
