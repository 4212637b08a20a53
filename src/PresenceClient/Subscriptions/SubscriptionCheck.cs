using PresenceClient.Presences;

namespace PresenceClient.Subscriptions;

/// <summary>Validates the arguments of subscriptions.</summary>
internal static class SubscriptionCheck
{
    /// <summary>Checks a request, and returns its distinct ids.</summary>
    public static IReadOnlyList<string> Require(PresenceSubscriptionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] ids = PresenceIds.Distinct(request.UserIds);
        if (ids.Length is 0 or > SubscriptionLimits.MostUsers)
        {
            throw new ArgumentException(
                $"The subscription is for {ids.Length} users. It must be for 1 to {SubscriptionLimits.MostUsers}. "
                    + $"Share out the users with {nameof(PresenceSubscriptionPlan)}.",
                nameof(request));
        }

        RequireAddress(request.NotificationUrl, nameof(request.NotificationUrl), nameof(request));
        if (request.LifecycleNotificationUrl is { } lifecycle)
        {
            RequireAddress(lifecycle, nameof(request.LifecycleNotificationUrl), nameof(request));
        }

        if (request.ClientState?.Length > SubscriptionLimits.LongestText)
        {
            throw new ArgumentException(
                $"The client state has {request.ClientState.Length} characters. The limit is "
                    + $"{SubscriptionLimits.LongestText}. Use a shorter secret.",
                nameof(request));
        }

        RequireLifetime(request.Lifetime, nameof(request));
        return ids;
    }

    /// <summary>Checks a lifetime.</summary>
    public static void RequireLifetime(TimeSpan lifetime, string parameter)
    {
        if (lifetime < SubscriptionLimits.Shortest || lifetime > SubscriptionLimits.Longest)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                $"The lifetime {lifetime} is out of range. A presence subscription lasts 45 to 60 minutes. Use a time "
                    + "in this range.");
        }
    }

    /// <summary>Checks the id of a subscription, which becomes a part of the path.</summary>
    public static void RequireId(string id)
    {
        if (!GuidText.IsGuid(id))
        {
            throw new ArgumentException(
                "The id is not the id of a subscription, which is a GUID. Use the id that the service returned.",
                nameof(id));
        }
    }

    // Http is for a loopback address, and so for the emulator. The service accepts only https.
    private static void RequireAddress(Uri? address, string name, string parameter)
    {
        bool isUsable = address is { IsAbsoluteUri: true, UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        if (!isUsable)
        {
            string value = address is null ? "null" : address.IsAbsoluteUri ? address.Scheme : "relative";
            throw new ArgumentException(
                $"{name} is not valid ({value}). It must be an absolute https address without a user name; http is for "
                    + "loopback only. Use the public address of the endpoint.",
                parameter);
        }
    }
}
