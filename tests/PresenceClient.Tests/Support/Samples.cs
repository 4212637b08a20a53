namespace PresenceClient.Tests.Support;

/// <summary>Ids, and bodies as the service sends them.</summary>
internal static class Samples
{
    public const string ApplicationId = "aaaaaaaa-0000-4000-8000-00000000000a";

    public const string Adele = "11111111-1111-4111-8111-11111111111a";

    public const string Alex = "22222222-2222-4222-8222-22222222222b";

    public const string Megan = "33333333-3333-4333-8333-33333333333c";

    public const string Team = "44444444-4444-4444-8444-44444444444d";

    public const string RequestId = "99999999-9999-4999-8999-999999999999";

    public const string Root = "https://graph.microsoft.com/v1.0";

    public static string Presence(string id = Adele) => $$"""
        { "id": "{{id}}", "availability": "Busy", "activity": "InACall", "statusMessage": null,
          "outOfOfficeSettings": { "message": null, "isOutOfOffice": false },
          "workLocation": { "source": "none", "workLocationType": "unspecified", "placeId": null },
          "sequenceNumber": "A0129311063" }
        """;

    public static string User(string id = Adele, string name = "adele@contoso.com") => $$"""
        { "id": "{{id}}", "displayName": "Adele Vance", "userPrincipalName": "{{name}}", "mail": null,
          "accountEnabled": true, "userType": "Member" }
        """;

    public static string Page(params string[] items) => $$"""{ "value": [{{string.Join(',', items)}}] }""";

    public static string PageBefore(string nextLink, params string[] items) =>
        $$"""{ "value": [{{string.Join(',', items)}}], "@odata.nextLink": "{{nextLink}}" }""";

    public static string Error(string code, string message) => $$"""
        { "error": { "code": "{{code}}", "message": "{{message}}",
          "innerError": { "date": "2026-08-21T10:00:00", "request-id": "{{RequestId}}" } } }
        """;

    public static string[] Ids(int count) =>
        [.. Enumerable.Range(1, count).Select(n => $"00000000-0000-4000-8000-{n:x12}")];
}
