namespace PresenceClient.DependencyInjection;

/// <summary>
/// Recognizes the handlers of Microsoft.Extensions.Http.Resilience and Microsoft.Extensions.Http.Polly, which this
/// package does not reference. They repeat requests, past the client's own retries, gate and pace.
/// </summary>
internal static class ResilienceHandlers
{
    private static readonly string[] TypeNames =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Removes these handlers, and derived ones.</summary>
    public static void Remove(IList<DelegatingHandler> handlers)
    {
        foreach (DelegatingHandler handler in handlers.Where(IsOne).ToArray())
        {
            handlers.Remove(handler);
        }
    }

    private static bool IsOne(DelegatingHandler handler)
    {
        Type? type = handler.GetType();
        while (type is not null && !TypeNames.Contains(type.FullName))
        {
            type = type.BaseType;
        }

        return type is not null;
    }
}
