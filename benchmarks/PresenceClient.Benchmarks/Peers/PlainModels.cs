using System.Text.Json.Serialization;

namespace PresenceClient.Benchmarks.Peers;

// The models of an application without a client library: plain classes with texts.
internal sealed class PlainPage
{
    public PlainPresence[]? Value { get; set; }
}

internal sealed class PlainPresence
{
    public string? Id { get; set; }

    public string? Availability { get; set; }

    public string? Activity { get; set; }

    public PlainStatusMessage? StatusMessage { get; set; }

    public PlainOutOfOffice? OutOfOfficeSettings { get; set; }

    public PlainWorkLocation? WorkLocation { get; set; }

    public string? SequenceNumber { get; set; }
}

internal sealed class PlainStatusMessage
{
    public PlainMessage? Message { get; set; }

    public string? PublishedDateTime { get; set; }

    public PlainDateTime? ExpiryDateTime { get; set; }
}

internal sealed class PlainMessage
{
    public string? Content { get; set; }

    public string? ContentType { get; set; }
}

internal sealed class PlainDateTime
{
    public string? DateTime { get; set; }

    public string? TimeZone { get; set; }
}

internal sealed class PlainOutOfOffice
{
    public string? Message { get; set; }

    public bool IsOutOfOffice { get; set; }
}

internal sealed class PlainWorkLocation
{
    public string? Source { get; set; }

    public string? WorkLocationType { get; set; }

    public string? PlaceId { get; set; }
}

internal sealed record PlainIds(string[] Ids);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainPage))]
[JsonSerializable(typeof(PlainPresence))]
[JsonSerializable(typeof(PlainIds))]
internal sealed partial class PlainJson : JsonSerializerContext;
