using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator;

/// <summary>The reads of the directory: all users, page by page, and one by id or by name.</summary>
internal static class DirectoryReads
{
    private const int UsualPage = 100;
    private const int LargestPage = 999;

    public static Outcome<GraphOperation.Work> List(OperationContext context, GraphBody body)
    {
        IQueryCollection query = context.Call.Query;
        if (query.ContainsKey("$filter"))
            return GraphError.BadQuery("The emulator does not serve $filter on users.");
        if (!TryRead(query, "$top", 1, LargestPage, UsualPage, out int top))
            return GraphError.BadQuery($"Invalid page size specified: it must be from 1 to {LargestPage}.");
        if (!TryRead(query, "$skiptoken", 0, context.Tenant.People.Length, 0, out int skip))
            return GraphError.BadQuery("The skip token is not valid.");

        var fields = UserFields.Parse(query);
        return (GraphOperation.Work)(() => GraphAnswer.Json(writer => WritePage(writer, context, fields, skip, top)));
    }

    public static Outcome<GraphOperation.Work> Get(OperationContext context, GraphBody body) =>
        (GraphOperation.Work)(() => Find(context, UserFields.Parse(context.Call.Query)));

    private static Outcome<GraphAnswer> Find(OperationContext context, UserFields fields)
    {
        if (context.Target is not { } user)
            return GraphError.UnknownResource(context.PathId!);
        return GraphAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(PresenceJson.Context, $"{PresenceJson.ContextRoot}users{fields.ContextSuffix}/$entity");
            fields.Write(writer, user);
            writer.WriteEndObject();
        });
    }

    private static void WritePage(Utf8JsonWriter writer, OperationContext context, UserFields fields, int skip, int top)
    {
        EmulatedUser[] people = context.Tenant.People;
        int end = Math.Min(skip + top, people.Length);
        writer.WriteStartObject();
        writer.WriteString(PresenceJson.Context, $"{PresenceJson.ContextRoot}users{fields.ContextSuffix}");
        if (end < people.Length)
            writer.WriteString("@odata.nextLink", NextLink(context.Call, end));
        writer.WriteStartArray("value");
        foreach (EmulatedUser user in people.AsSpan(skip, end - skip))
        {
            writer.WriteStartObject();
            fields.Write(writer, user);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The same question again, at the host that was asked, from the next user on.</summary>
    private static string NextLink(GraphCall call, int next)
    {
        IEnumerable<string> kept = call.Query
            .Where(pair => pair.Key is not "$skiptoken")
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}&");
        return string.Create(
            CultureInfo.InvariantCulture, $"{call.Origin}{call.Path}?{string.Concat(kept)}$skiptoken={next:x}");
    }

    /// <summary>
    /// Reads a number from the query; the skip token is one too, in hexadecimal, since nobody should count on it.
    /// </summary>
    private static bool TryRead(IQueryCollection query, string key, int least, int most, int usual, out int value)
    {
        value = usual;
        if (!query.TryGetValue(key, out var text))
            return true;
        NumberStyles style = key == "$skiptoken" ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(text, style, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
    }
}
