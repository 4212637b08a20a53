using Microsoft.AspNetCore.Http;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The read of a group's members: its users and those of the groups in it, page by page.</summary>
internal static class GroupReads
{
    private static readonly string[] NotServed = ["$expand", "$filter", "$orderby", "$search", "$skip"];

    public static Outcome<EmulatedOperation.Work> ListMembers(OperationContext context, GraphBody body)
    {
        IQueryCollection query = context.Call.Query;
        if (Array.Find(NotServed, query.ContainsKey) is { } option)
        {
            return EmulatedError.BadQuery($"The emulator does not support {option} on the members of a group.");
        }

        if (Refuse(query["$count"].ToString(), context.Call.IsEventual) is { } refusal)
        {
            return refusal;
        }

        if (!UserPage.Parse(context).Succeeded(out UserPage? page, out EmulatedError? error))
        {
            return error;
        }

        return EmulatedOperation.AtOnce(() => List(context, page));
    }

    private static Outcome<GraphAnswer> List(OperationContext context, UserPage page)
    {
        if (!context.Call.State.Groups.TryGet(context.PathId!, out EmulatedGroup? group))
        {
            return EmulatedError.UnknownResource(context.PathId!);
        }

        EmulatedUser[] members = context.Call.State.Groups.ReadAll(group);
        return page.Answer(members, static _ => true, members.Length);
    }

    // The cast to users makes it an advanced query.
    private static EmulatedError? Refuse(string count, bool isEventual)
    {
        bool counts = count.Equals(UserField.True, StringComparison.OrdinalIgnoreCase);
        return counts && isEventual ? null
            : counts ? EmulatedError.CountWithoutHeader
            : EmulatedError.UnsupportedQuery(
                "Members are cast to users only in an advanced query. Send the header ConsistencyLevel: eventual and"
                + " the query option $count=true.");
    }
}
