using System.Text.Json;
using System.Text.RegularExpressions;
using PresenceClient.Soak.Wire.Server;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>Reads the question of a request, and whether it is complete.</summary>
internal static partial class QuestionReader
{
    private const int MostIds = 650;

    private static readonly Question Unknown = new(QuestionKind.Other, []);

    public static Question Read(WireRequest request)
    {
        string[] parts = request.Target.Split('?', 2);
        string query = parts.Length > 1 ? parts[1] : "";
        string path = Uri.UnescapeDataString(parts[0]);
        string token = PageToken().Match(query).Groups["token"].Value;
        return path switch
        {
            "/v1.0/communications/getPresencesByUserId" => token.Length > 0
                ? new Question(QuestionKind.ReadManyPage, [], PageToken: token)
                : ReadIds(request.Body),
            "/v1.0/users" => new Question(
                token.Length > 0 ? QuestionKind.ListUsersPage : QuestionKind.ListUsers, [], PageToken: token),
            _ => ReadPath(path, request),
        };
    }

    private static Question ReadPath(string path, WireRequest request)
    {
        Match match = OfUser().Match(path);
        if (!match.Success)
        {
            return Unknown;
        }

        IReadOnlyList<UserKey> users = [];
        if (match.Groups["id"] is { Success: true, ValueSpan: var id })
        {
            if (!UserKey.TryParse(id, out UserKey user) && !UserKey.TryParseName(id, out user))
            {
                return Unknown;
            }

            users = [user];
        }

        string action = match.Groups["action"].Value;
        return (request.Method, match.Groups["presence"].Success || match.Groups["item"].Success, action) switch
        {
            ("GET", true, "") => new Question(users.Count > 0 ? QuestionKind.Read : QuestionKind.ReadMe, users),
            ("GET", false, "") => new Question(QuestionKind.GetUser, users),
            ("POST", true, not "") => ReadWrite(users, action, request.Body),
            _ => Unknown,
        };
    }

    private static Question ReadIds(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            List<UserKey> users = [];
            foreach (JsonElement id in json.RootElement.GetProperty("ids").EnumerateArray())
            {
                if (!UserKey.TryParse(id.GetString(), out UserKey user))
                {
                    return Unknown with { Fault = "an id in a body is not one of the run" };
                }

                users.Add(user);
            }

            return new Question(QuestionKind.ReadMany, users)
            {
                Fault = users.Count is 0 or > MostIds ? $"a body asks for {users.Count} users" : null,
            };
        }
        catch (Exception e) when (IsOfContent(e))
        {
            return Unknown with { Fault = $"a body is not a list of ids ({e.Message})" };
        }
    }

    private static Question ReadWrite(IReadOnlyList<UserKey> users, string action, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            JsonElement root = json.RootElement;
            string? fault = null;
            if (action == "setStatusMessage")
            {
                string text = root.GetProperty("statusMessage").GetProperty("message").GetProperty("content")
                    .GetString()!;
                action = text.Length == 0 ? "clearStatusMessage" : action;
                fault = text.Length == 0 || users.Count == 0 || text == users[0].StatusText
                    ? null
                    : "a status message is not the user's";
            }
            else if (action is "setPresence" or "setUserPreferredPresence")
            {
                _ = root.GetProperty("availability").GetString()!.Length;
                _ = root.GetProperty("activity").GetString()!.Length;
            }

            return new Question(QuestionKind.Write, users, action) { Fault = fault };
        }
        catch (Exception e) when (IsOfContent(e))
        {
            return new Question(QuestionKind.Write, users, action) { Fault = $"a write is broken: {e.Message}" };
        }
    }

    private static bool IsOfContent(Exception e) =>
        e is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException;

    [GeneratedRegex(@"(^|&)\$?skiptoken=(?<token>[^&]+)")]
    private static partial Regex PageToken();

    [GeneratedRegex(@"^/v1\.0/(me|users/(?<id>[^/]+)|communications/presences/(?<id>[^/]+)(?<item>))"
        + @"(/(?<presence>presence)(/(?<action>\w+))?)?$")]
    private static partial Regex OfUser();
}
