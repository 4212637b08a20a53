namespace PresenceClient.Emulator;

/// <summary>
/// The Graph of one tenant, free of HTTP. The order of its checks is the service's: route, token, body, permission
/// (and whether one may write for somebody else), state.
/// </summary>
internal sealed class GraphService(Tenant tenant, PresenceEmulatorOptions options, Authenticator authenticator)
{
    private const string Version = "v1.0";

    public async ValueTask<GraphAnswer> AnswerAsync(GraphCall call)
    {
        Outcome<GraphAnswer> outcome = await TryAnswerAsync(call).ConfigureAwait(false);
        return outcome.Succeeded(out GraphAnswer? answer, out GraphError? error)
            ? answer
            : GraphAnswer.Failed(error, call);
    }

    private async ValueTask<Outcome<GraphAnswer>> TryAnswerAsync(GraphCall call)
    {
        string[] segments = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is not [Version, .. string[] rest])
            return GraphError.UnknownVersion(segments.FirstOrDefault(""));
        if (OperationTable.Find(call.Method, rest, out GraphOperation operation, out string? id) is { } unknown)
            return unknown;

        Outcome<Caller> outcome =
            await authenticator.AuthenticateAsync(call.Authorization, operation.IsAboutMe).ConfigureAwait(false);
        if (!outcome.Succeeded(out Caller? caller, out GraphError? error))
            return error;
        return operation.IsAboutMe && caller.User is null
            ? GraphError.MeNeedsUser
            : Perform(operation, new OperationContext(call, caller, tenant, options, operation, id));
    }

    private static Outcome<GraphAnswer> Perform(GraphOperation operation, OperationContext context)
    {
        if (!GraphBody.Parse(context.Call.Body).Succeeded(out GraphBody? body, out GraphError? error))
            return error;
        using (body)
        {
            if (!operation.Prepare(context, body).Succeeded(out GraphOperation.Work? work, out error))
                return error;
            return operation.Permissions.Refuse(context.Caller, context.IsSelf) is { } refusal ? refusal : work();
        }
    }
}
