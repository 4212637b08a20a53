using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>Serves the reads of the directory: all users page by page, and one user by id or sign-in name.</summary>
internal static class DirectoryReads
{
    private const int UsualPage = 100;
    private const int LargestPage = 999;
    private static readonly string[] NotServed = ["$count", "$expand", "$orderby", "$search", "$skip"];

    public static Outcome<EmulatedOperation.Work> List(OperationContext context, GraphBody body)
    {
        IQueryCollection query = context.Call.Query;
        if (Array.Find(NotServed, query.ContainsKey) is { } option)
        {
            return EmulatedError.BadQuery($"The emulator does not support {option} on users.");
        }
        if (!UserFilter.Parse(query["$filter"].ToString()).Succeeded(out UserFilter? filter, out EmulatedError? error))
        {
            return error;
        }
        if (!TryRead(query, "$top", 1, LargestPage, UsualPage, out int top))
        {
            return EmulatedError.BadQuery(
                $"Invalid page size specified: '{query["$top"]}'. Must be between 1 and {LargestPage} inclusive.");
        }

        if (!TryRead(query, "$skiptoken", 0, context.Tenant.People.Length, 0, out int skip))
        {
            return EmulatedError.BadQuery("The skip token is not valid.");
        }

        var fields = UserFields.Parse(query);
        return (EmulatedOperation.Work)(() =>
        {
            if (filter.NeedsFullProfile && !PermissionRules.SeesFullProfiles(context.Caller))
            {
                return EmulatedError.InsufficientPrivileges;
            }

            return GraphAnswer.Json(writer =>
                WritePage(writer, context, fields, Page(context.Tenant.People, filter, skip, top)));
        });
    }

    public static Outcome<EmulatedOperation.Work> Get(OperationContext context, GraphBody body) =>
        (EmulatedOperation.Work)(() => Find(context, UserFields.Parse(context.Call.Query)));

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

    /// <summary>Returns the users of a page, and the start of the next page; null if there is none.</summary>
    private static (List<EmulatedUser> Users, int? Next) Page(
        EmulatedUser[] people, UserFilter filter, int skip, int top)
    {
        var users = new List<EmulatedUser>(Math.Min(top, people.Length));
        for (int place = skip; place < people.Length; place++)
        {
            if (!filter.Fits(people[place]))
            {
                continue;
            }
            if (users.Count == top)
            {
                return (users, place);
            }
            users.Add(people[place]);
        }

        return (users, null);
    }

    private static void WritePage(
        Utf8JsonWriter writer, OperationContext context, UserFields fields, (List<EmulatedUser> Users, int? Next) page)
    {
        writer.WriteStartObject();
        writer.WriteString(PresenceJson.Context, $"{PresenceJson.ContextRoot}users{fields.ContextSuffix}");
        if (page.Next is { } next)
        {
            writer.WriteString("@odata.nextLink", NextLink(context.Call, next));
        }
        writer.WriteStartArray("value");
        foreach (EmulatedUser user in page.Users)
        {
            writer.WriteStartObject();
            fields.Write(writer, user, context.Caller);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Creates the link to the next page, with the same query and the host of the request.</summary>
    private static string NextLink(EmulatedCall call, int next)
    {
        IEnumerable<string> kept = call.Query
            .Where(pair => pair.Key is not "$skiptoken")
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}&");
        return string.Create(
            CultureInfo.InvariantCulture, $"{call.Origin}{call.Path}?{string.Concat(kept)}$skiptoken={next:x}");
    }

    /// <summary>
    /// Reads a number from the query. The skip token is a hexadecimal number, because clients must treat it as opaque.
    /// </summary>
    private static bool TryRead(IQueryCollection query, string key, int least, int most, int usual, out int value)
    {
        value = usual;
        if (!query.TryGetValue(key, out StringValues text))
        {
            return true;
        }
        NumberStyles style = key == "$skiptoken" ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(text, style, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
    }
}
