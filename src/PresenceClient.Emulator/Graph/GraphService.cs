using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// The Graph of one tenant, independent of HTTP. The order of the checks is the service's: route, token, limit, body,
/// permission (including writes for another user), state.
/// </summary>
internal sealed class GraphService(
    Tenant tenant, PresenceEmulatorOptions options, Authenticator authenticator, NotificationService notifications)
{
    private const string Version = "v1.0";

    /// <summary>
    /// Determines and records the operation and the caller. Returns the context of the operation, or an error.
    /// </summary>
    public async ValueTask<Outcome<OperationContext>> AdmitAsync(EmulatedCall call, RecordedRequest record)
    {
        string[] segments = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is not [Version, .. string[] rest])
        {
            return EmulatedError.UnknownVersion(segments.FirstOrDefault(""));
        }

        if (OperationTable.Find(call.Method, rest, out EmulatedOperation operation, out string? id) is { } unknown)
        {
            return unknown;
        }

        if (operation.GlobalCloudOnly && options.UsGovernment)
        {
            return EmulatedError.MethodNotAllowed;
        }

        record.Operation = operation.Id;

        Outcome<Caller> outcome = await authenticator
            .AuthenticateAsync(call.Authorization, operation.IsAboutMe || operation.NeedsUser).ConfigureAwait(false);
        if (!outcome.Succeeded(out Caller? caller, out EmulatedError? error))
        {
            return error;
        }

        record.Caller = caller;
        return operation.IsAboutMe && caller.User is null
            ? EmulatedError.MeNeedsUser
            : new OperationContext(call, caller, tenant, options, operation, id) { Notifications = notifications };
    }

    /// <summary>Performs an admitted call.</summary>
    public static async ValueTask<Outcome<GraphAnswer>> PerformAsync(OperationContext context)
    {
        if (!GraphBody.Read(context.Call, context.Options).Succeeded(out GraphBody? body, out EmulatedError? error))
        {
            return error;
        }

        using (body)
        {
            EmulatedOperation operation = context.Operation;
            if (!context.Options.IgnoreUnknownProperties && operation.Body?.Refuse(body.Root) is { } unknown)
            {
                return unknown;
            }

            if (!operation.Prepare(context, body).Succeeded(out EmulatedOperation.Work? work, out error))
            {
                return error;
            }

            return operation.Permissions.Refuse(context.Caller, context.IsSelf) is { } refusal
                ? refusal
                : await work().ConfigureAwait(false);
        }
    }
}
