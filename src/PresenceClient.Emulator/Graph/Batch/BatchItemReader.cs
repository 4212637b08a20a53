using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Batch;

/// <summary>Reads one request of a batch.</summary>
internal static class BatchItemReader
{
    public static Outcome<BatchItem> Read(JsonElement request, int place)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            return EmulatedError.BadBatch($"request {place + 1} is not an object.");
        }

        if (Text(request, "id") is not { } id)
        {
            return EmulatedError.BadBatch($"request {place + 1} has no 'id'.");
        }

        if (Text(request, "method") is not { } method)
        {
            return Bad(id, "has no 'method'.");
        }

        if (Text(request, "url") is not { } url)
        {
            return Bad(id, "has no 'url'.");
        }

        if (CheckUrl(id, url) is { } badUrl)
        {
            return badUrl;
        }

        if (ReadTexts(request, "headers") is not { } headers)
        {
            return Bad(id, "has 'headers' that are not an object of texts.");
        }

        if (ReadIds(request) is not { } dependsOn)
        {
            return Bad(id, "has a 'dependsOn' that is not an array of ids.");
        }

        string? body = Given(request, "body") is { } given ? given.GetRawText() : null;
        return body is not null && string.IsNullOrWhiteSpace(headers.GetValueOrDefault(BatchItem.ContentType))
            ? Bad(id, $"has a 'body', but no {BatchItem.ContentType} in its 'headers'.")
            : new BatchItem(id, method.ToUpperInvariant(), url)
            {
                DependsOn = dependsOn,
                Headers = headers,
                Body = body,
            };
    }

    private static EmulatedError? CheckUrl(string id, string url)
    {
        // Some systems treat a rooted path as absolute, so the URL is checked for a scheme or a host.
        if (url.Contains("://", StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal))
        {
            return Bad(id, "has a 'url' that is not relative to the version, for example '/me/presence'.");
        }

        // Checked in the form that routing uses: unescaped, in any casing.
        string[] segments = BatchItem.PathOf(url).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is [_] && OperationTable.Batch.Fit(segments) == 1 ? Bad(id, "is a $batch itself.") : null;
    }

    private static EmulatedError Bad(string id, string what) => EmulatedError.BadBatch($"request '{id}' {what}");

    private static JsonElement? Given(JsonElement request, string property) =>
        request.TryGetProperty(property, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Reads the text of a property; null if it is missing, empty or not a text.</summary>
    private static string? Text(JsonElement request, string property)
    {
        JsonElement? given = Given(request, property);
        return given is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text
            ? text
            : null;
    }

    /// <summary>Reads an object of texts; empty if it is missing, and null if it is anything else.</summary>
    private static Dictionary<string, string>? ReadTexts(JsonElement request, string property)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Given(request, property) is not { } parent)
        {
            return texts;
        }

        if (parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty header in parent.EnumerateObject())
        {
            if (header.Value.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            texts[header.Name] = header.Value.GetString()!;
        }

        return texts;
    }

    private static string[]? ReadIds(JsonElement request)
    {
        if (Given(request, "dependsOn") is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array
            || list.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        return [.. list.EnumerateArray().Select(id => id.GetString()!)];
    }
}
