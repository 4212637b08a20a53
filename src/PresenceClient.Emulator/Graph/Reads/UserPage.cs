using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The page of a list of users that a call asks for, and how it is written.</summary>
internal sealed class UserPage
{
    private const int UsualSize = 100;
    private const int LargestSize = 999;

    private readonly OperationContext _context;
    private readonly UserFields _fields;
    private readonly int _start;
    private readonly int _size;

    private UserPage(OperationContext context, int start, int size) =>
        (_context, _fields, _start, _size) = (context, UserFields.Parse(context.Call.Query), start, size);

    public static Outcome<UserPage> Parse(OperationContext context)
    {
        IQueryCollection query = context.Call.Query;
        if (!TryRead(query, "$top", 1, LargestSize, UsualSize, out int size))
        {
            return EmulatedError.BadQuery(
                $"Invalid page size specified: '{query["$top"]}'. Must be between 1 and {LargestSize} inclusive.");
        }

        return TryRead(query, "$skiptoken", 0, context.Tenant.People.Length, 0, out int start)
            ? new UserPage(context, start, size)
            : EmulatedError.BadQuery("The skip token is not valid.");
    }

    /// <summary>Answers with the page.</summary>
    /// <param name="all">All users of the list, from which the page is cut.</param>
    /// <param name="fits">Which of them count; the others are left out.</param>
    /// <param name="count">The number of all, which the first page says; null if it says none.</param>
    public GraphAnswer Answer(EmulatedUser[] all, Predicate<EmulatedUser> fits, int? count = null) =>
        GraphAnswer.Json(writer => Write(writer, Cut(all, fits), _start == 0 ? count : null));

    /// <summary>The users of the page, and where the next begins: null if there is none.</summary>
    private (List<EmulatedUser> Users, int? Next) Cut(EmulatedUser[] all, Predicate<EmulatedUser> fits)
    {
        var users = new List<EmulatedUser>(Math.Min(_size, all.Length));
        for (int place = _start; place < all.Length; place++)
        {
            if (!fits(all[place]))
            {
                continue;
            }

            if (users.Count == _size)
            {
                return (users, place);
            }

            users.Add(all[place]);
        }

        return (users, null);
    }

    private void Write(Utf8JsonWriter writer, (List<EmulatedUser> Users, int? Next) page, int? count)
    {
        writer.WriteStartObject();
        writer.WriteString(PresenceJson.Context, $"{PresenceJson.ContextRoot}users{_fields.ContextSuffix}");
        if (count is { } number)
        {
            writer.WriteNumber("@odata.count", number);
        }

        if (page.Next is { } next)
        {
            writer.WriteString("@odata.nextLink", NextLink(_context.Call, next));
        }

        writer.WriteStartArray("value");
        foreach (EmulatedUser user in page.Users)
        {
            writer.WriteStartObject();
            _fields.Write(writer, user, _context.Caller);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The same query again, at the host that was called, from the next user on.</summary>
    private static string NextLink(EmulatedCall call, int next)
    {
        IEnumerable<string> kept = call.Query
            .Where(pair => pair.Key is not "$skiptoken")
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}&");
        return string.Create(
            CultureInfo.InvariantCulture, $"{call.Origin}{call.Path}?{string.Concat(kept)}$skiptoken={next:x}");
    }

    /// <summary>
    /// Reads a number from the query. The skip token is one too, in hexadecimal, so that no test relies on its form.
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
