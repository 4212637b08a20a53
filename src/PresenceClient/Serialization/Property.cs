namespace PresenceClient.Serialization;

/// <summary>The properties that are read, of a presence and of its nested objects. Objects come first.</summary>
internal enum Property : byte
{
    /// <summary>No property: the end of an object.</summary>
    None,

    /// <summary>The presence, an entry of a page.</summary>
    Presence,

    StatusMessage,
    Message,
    Expiry,
    OutOfOffice,
    WorkLocation,

    /// <summary>A property that is not read.</summary>
    Other,

    Id,
    Availability,
    Activity,
    SequenceNumber,
    PublishedAt,
    Content,
    ContentType,
    DateTime,
    TimeZone,
    IsOutOfOffice,
    ReplyMessage,
    WorkLocationType,
    Source,
    PlaceId,
}
