using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph.Batch;

/// <summary>Short ways to send a batch and to look at what came back.</summary>
internal static class BatchCall
{
    public static Task<Answer> BatchAsync(this TestTenant tenant, params string[] requests) =>
        tenant.PostAsync("$batch", $$"""{ "requests": [ {{string.Join(", ", requests)}} ] }""");

    public static string Get(string id, string url, string? dependsOn = null) =>
        $$"""{ "id": "{{id}}", "method": "GET", "url": "{{url}}"{{DependsOn(dependsOn)}} }""";

    public static string Post(string id, string url, string body, string? dependsOn = null) =>
        $$"""
        { "id": "{{id}}", "method": "POST", "url": "{{url}}", "body": {{body}},
          "headers": { "content-type": "application/json" }{{DependsOn(dependsOn)}} }
        """;

    public static JsonElement[] Responses(this Answer answer)
    {
        answer.Status.Should().Be(200, answer.Text);
        return [.. answer.Json.GetProperty("responses").EnumerateArray()];
    }

    public static JsonElement Response(this Answer answer, string id) =>
        answer.Responses().Single(response => response.GetProperty("id").GetString() == id);

    public static int Status(this JsonElement response) => response.GetProperty("status").GetInt32();

    public static string? Header(this JsonElement response, string name) =>
        response.GetProperty("headers").GetProperty(name).GetString();

    public static string Pair(this JsonElement response)
    {
        JsonElement body = response.GetProperty("body");
        return $"{body.GetProperty("availability").GetString()}/{body.GetProperty("activity").GetString()}";
    }

    public static string? ErrorCode(this JsonElement response) =>
        response.GetProperty("body").GetProperty("error").GetProperty("code").GetString();

    private static string DependsOn(string? ids) => ids is null ? "" : $", \"dependsOn\": [\"{ids}\"]";
}
