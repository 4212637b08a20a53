using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Subscriptions;

/// <summary>Serves the writes of subscriptions: create, update, delete and reauthorize.</summary>
internal static class SubscriptionWrites
{
    private static readonly string[] NotUpdatable =
        ["resource", "changeType", SubscriptionBody.LifecycleUrlName, SubscriptionBody.IncludeDataName];

    public static Outcome<EmulatedOperation.Work> Create(OperationContext context, GraphBody body)
    {
        if (!body.RequiredText("changeType").Succeeded(out string? changeType, out EmulatedError? error)
            || !body.RequiredText("resource").Succeeded(out string? resource, out error)
            || !SubscriptionResource.Read(resource).Succeeded(out HashSet<Guid>? users, out error)
            || !body.RequiredText(SubscriptionBody.NotificationUrlName).Succeeded(out _, out error)
            || !body.RequiredText(SubscriptionBody.ExpirationName).Succeeded(out _, out error)
            || !SubscriptionBody.Read(body, context.Call.Now).Succeeded(out SubscriptionBody? values, out error))
        {
            return error;
        }

        if (Refuse(changeType, values) is { } refusal)
        {
            return refusal;
        }

        return (EmulatedOperation.Work)(() => CreateAsync(
            context,
            creator => new Subscription(Guid.NewGuid().ToString(), context.Caller.ClientId, creator, resource)
            {
                UserIds = users,
                NotificationUrl = values.NotificationUrl!,
                LifecycleNotificationUrl = values.LifecycleNotificationUrl,
                ExpiresAt = values.ExpiresAt!.Value,
                ClientState = values.ClientState,
                IncludesResourceData = values.IncludesResourceData,
                CertificateId = values.CertificateId,
                Certificate = values.Certificate,
                TlsVersion = values.TlsVersion ?? "v1_2",
                AuthorizedUntil = AuthorizedUntil(context),
            }));
    }

    public static Outcome<EmulatedOperation.Work> Update(OperationContext context, GraphBody body)
    {
        if (Array.Find(NotUpdatable, name => body.Root.TryGetProperty(name, out _)) is { } name)
        {
            return EmulatedError.BadSubscription($"The property '{name}' can't be updated. Create a new subscription.");
        }

        if (!SubscriptionBody.Read(body, context.Call.Now).Succeeded(
                out SubscriptionBody? values, out EmulatedError? error))
        {
            return error;
        }

        return (EmulatedOperation.Work)(() => UpdateAsync(context, values.NotificationUrl, one => one with
        {
            ExpiresAt = values.ExpiresAt ?? one.ExpiresAt,
            NotificationUrl = values.NotificationUrl ?? one.NotificationUrl,
            Certificate = values.Certificate ?? one.Certificate,
            CertificateId = values.CertificateId ?? one.CertificateId,
            AuthorizedUntil = AuthorizedUntil(context),
            IsToReauthorize = false,
        }));
    }

    public static Outcome<EmulatedOperation.Work> Delete(OperationContext context, GraphBody body) =>
        EmulatedOperation.AtOnce(() =>
        {
            if (SubscriptionReads.Find(context) is not { } one
                || !context.Call.State.Subscriptions.Remove(one.Id, context.Call.Now))
            {
                return EmulatedError.NoSubscription(context.PathId!);
            }

            context.Notifications.Follow();
            return GraphAnswer.Empty(204);
        });

    public static Outcome<EmulatedOperation.Work> Reauthorize(OperationContext context, GraphBody body) =>
        EmulatedOperation.AtOnce(() => Change(context, one => one with
        {
            AuthorizedUntil = AuthorizedUntil(context),
            IsToReauthorize = false,
        }) is null ? EmulatedError.NoSubscription(context.PathId!) : GraphAnswer.Empty(204));

    private static EmulatedError? Refuse(string changeType, SubscriptionBody values) =>
        changeType != "updated"
            ? EmulatedError.BadSubscription($"The changeType '{changeType}' is not supported. Use updated.")
            : values.IncludesResourceData && (values.Certificate is null || values.CertificateId is null)
                ? EmulatedError.BadSubscription(
                    $"A subscription with resource data requires {SubscriptionBody.CertificateName} and"
                    + $" {SubscriptionBody.CertificateIdName}.")
                : null;

    private static async ValueTask<Outcome<GraphAnswer>> CreateAsync(
        OperationContext context, Func<EmulatedUser, Subscription> make)
    {
        // The permission is delegated, so there is a user.
        Subscription made = make(context.Caller.User!);
        SubscriptionDirectory directory = context.Call.State.Subscriptions;
        if (directory.Of(made.ApplicationId, made.Creator, context.Call.Now) is { } known)
        {
            return EmulatedError.SubscriptionExists(known.Id);
        }

        // Both addresses are validated, even if they are equal.
        Webhook webhook = context.Notifications.Webhook;
        foreach (Uri? address in new[] { made.NotificationUrl, made.LifecycleNotificationUrl })
        {
            if (address is not null && await webhook.ValidateAsync(address).ConfigureAwait(false) is { } failure)
            {
                return EmulatedError.NotValidated(failure);
            }
        }

        if (directory.Add(made, context.Call.State.Now) is { } other)
        {
            return EmulatedError.SubscriptionExists(other.Id);
        }

        context.Notifications.Follow();
        return GraphAnswer.Json(writer => SubscriptionJson.WriteOne(writer, made), status: 201);
    }

    private static async ValueTask<Outcome<GraphAnswer>> UpdateAsync(
        OperationContext context, Uri? address, Func<Subscription, Subscription> change)
    {
        if (SubscriptionReads.Find(context) is not { } known)
        {
            return EmulatedError.NoSubscription(context.PathId!);
        }

        if (address is not null && address != known.NotificationUrl
            && await context.Notifications.Webhook.ValidateAsync(address).ConfigureAwait(false) is { } failure)
        {
            return EmulatedError.NotValidated(failure);
        }

        return Change(context, change) is { } changed
            ? GraphAnswer.Json(writer => SubscriptionJson.WriteOne(writer, changed))
            : EmulatedError.NoSubscription(context.PathId!);
    }

    private static Subscription? Change(OperationContext context, Func<Subscription, Subscription> change)
    {
        TenantState state = context.Call.State;
        Subscription? changed = SubscriptionReads.Find(context) is { } known
            ? state.Subscriptions.Change(known.Id, state.Now, change)
            : null;
        context.Notifications.Follow();
        return changed;
    }

    /// <summary>
    /// Returns until when the caller's token allows deliveries, on the tenant's clock. Tokens have a clock of their
    /// own, so only the remaining time counts.
    /// </summary>
    private static DateTime AuthorizedUntil(OperationContext context) =>
        context.Caller.TokenLeft is { } left ? context.Call.Now + left : DateTime.MaxValue;
}
