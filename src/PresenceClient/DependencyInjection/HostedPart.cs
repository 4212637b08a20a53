namespace PresenceClient.DependencyInjection;

/// <summary>A singleton of a host that works through a client of the same key: a watch, or a keeper.</summary>
/// <param name="Name">What error messages call it.</param>
/// <param name="Create">Creates it.</param>
/// <param name="Faults">What is wrong with its options; it can ask for those of the client.</param>
internal sealed record HostedPart<TService, TOptions>(
    string Name,
    Func<PresenceServiceClient, TOptions, TService> Create,
    Func<TOptions, Func<PresenceClientOptions>, IEnumerable<OptionFault>> Faults)
    where TService : class, IAsyncDisposable
    where TOptions : class;
