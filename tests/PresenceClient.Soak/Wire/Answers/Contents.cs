using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Creates the valid answer to a question, in random legal forms.</summary>
internal static class Contents
{
    private const int MostPages = 4;

    private static readonly JsonWriterOptions[] Styles =
    [
        new() { SkipValidation = true },
        new() { SkipValidation = true, Indented = true },
        new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
    ];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static Content Right(Stage stage) => stage.Exchange.Question.Kind switch
    {
        QuestionKind.ReadMany or QuestionKind.ReadManyPage => Presences(stage),
        QuestionKind.Read or QuestionKind.ReadMe => Write(stage, json =>
            PresenceJson.Write(json, States.Of(OnlyUser(stage.Exchange), stage.Exchange.Ordinal), stage.Random)),
        QuestionKind.GetUser => Write(stage, json => DirectoryJson.Write(json, OnlyUser(stage.Exchange))),
        QuestionKind.ListUsers or QuestionKind.ListUsersPage => Users(stage),
        _ => new Content(stage.Random.Chance(0.5) ? 204 : 200, []),
    };

    /// <summary>A page with these users and this next link; null for none.</summary>
    public static Content Page(Stage stage, IEnumerable<UserKey> users, string? nextLink) => Write(stage, json =>
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", "https://graph.example/v1.0/$metadata#Collection(presence)");
        json.WriteStartArray("value");
        foreach (UserKey user in users)
        {
            WriteEntry(json, user, stage);
        }

        json.WriteEndArray();
        WriteNextLink(json, nextLink);
        json.WriteEndObject();
    });

    private static UserKey OnlyUser(Exchange exchange) =>
        exchange.Users.Count == 1 ? exchange.Users[0] : exchange.Client.Me;

    private static Content Presences(Stage stage)
    {
        UserKey[] users = [.. stage.Exchange.Users];
        if (stage.Random.Chance(0.3))
        {
            stage.Random.Shuffle(users);
        }

        int page = stage.Random.Chance(0.15) ? (users.Length / stage.Random.Next(1, MostPages)) + 1 : users.Length;

        // A page with a next link must contain something new.
        return page < users.Length && Array.Exists(users[..page], BringsNews)
            ? Page(stage, users[..page], stage.Service.Pages.LinkTo(stage.Exchange, users[page..]))
            : Page(stage, users, nextLink: null);
    }

    private static bool BringsNews(UserKey user) => user.Trait is not (Trait.Missing or Trait.Nameless);

    private static Content Users(Stage stage)
    {
        int from = stage.Service.Pages.Find(stage.Exchange.Question.PageToken)?.Offset ?? 0;
        int to = Math.Min(from + TenantDirectory.PageSize, TenantDirectory.Count);
        return Write(stage, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("value");
            for (int place = from; place < to; place++)
            {
                DirectoryJson.Write(json, TenantDirectory.Listed(place));
            }

            json.WriteEndArray();
            WriteNextLink(json, to < TenantDirectory.Count ? stage.Service.Pages.LinkTo(stage.Exchange, to) : null);
            json.WriteEndObject();
        });
    }

    private static void WriteEntry(Utf8JsonWriter json, UserKey user, Stage stage)
    {
        switch (user.Trait)
        {
            case Trait.Missing:
                break;
            case Trait.Broken:
                string availability = stage.Random.Pick(["5", "{}", "[1]"]);
                json.WriteRawValue(
                    $$"""{"id":"{{user.Id}}","availability":{{availability}}}""", skipInputValidation: true);
                break;
            case Trait.Nameless:
                json.WriteRawValue(stage.Random.Pick(["null", "{}", """{"id":null,"availability":"Busy"}""", "7"]),
                    skipInputValidation: true);
                break;
            default:
                PresenceJson.Write(json, States.Of(user, stage.Exchange.Ordinal), stage.Random);
                break;
        }
    }

    private static void WriteNextLink(Utf8JsonWriter json, string? nextLink)
    {
        if (nextLink is not null)
        {
            json.WriteString("@odata.nextLink", nextLink);
        }
    }

    private static Content Write(Stage stage, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        if (stage.Random.Chance(0.05))
        {
            body.Write(ByteOrderMark);
        }

        using (var json = new Utf8JsonWriter(body, stage.Random.Pick(Styles)))
        {
            write(json);
        }

        return new Content(200, body.WrittenSpan.ToArray());
    }
}
