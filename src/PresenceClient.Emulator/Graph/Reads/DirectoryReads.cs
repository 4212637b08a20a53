using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>Serves the reads of the directory: all users page by page, and one user by id or sign-in name.</summary>
internal static class DirectoryReads
{
    private static readonly string[] NotServed = ["$count", "$expand", "$orderby", "$search", "$skip"];

    public static Outcome<EmulatedOperation.Work> List(OperationContext context, GraphBody body)
    {
        IQueryCollection query = context.Call.Query;
        if (Array.Find(NotServed, query.ContainsKey) is { } option)
        {
            return EmulatedError.BadQuery($"The emulator does not support {option} on users.");
        }

        if (!UserFilter.Parse(query["$filter"].ToString()).Succeeded(out UserFilter? filter, out EmulatedError? error)
            || !UserPage.Parse(context).Succeeded(out UserPage? page, out error))
        {
            return error;
        }

        return EmulatedOperation.AtOnce(() =>
            filter.NeedsFullProfile && !PermissionRules.SeesFullProfiles(context.Caller)
                ? EmulatedError.InsufficientPrivileges
                : page.Answer(context.Tenant.People, filter.Fits));
    }

    public static Outcome<EmulatedOperation.Work> Get(OperationContext context, GraphBody body) =>
        EmulatedOperation.AtOnce(() => Find(context, UserFields.Parse(context.Call.Query)));

    private static Outcome<GraphAnswer> Find(OperationContext context, UserFields fields)
    {
        if (context.Target is not { } user)
        {
            return EmulatedError.UnknownResource(context.PathId!);
        }

        return GraphAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(PresenceJson.Context, $"{PresenceJson.ContextRoot}users{fields.ContextSuffix}/$entity");
            fields.Write(writer, user, context.Caller);
            writer.WriteEndObject();
        });
    }
}
