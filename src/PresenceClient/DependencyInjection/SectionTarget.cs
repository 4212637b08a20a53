namespace PresenceClient.DependencyInjection;

/// <summary>What a section sets: the options of a client and, in its part of that name, those of its loader.</summary>
internal sealed record SectionTarget(PresenceClientOptions Client, PresenceLoaderOptions Loader);
