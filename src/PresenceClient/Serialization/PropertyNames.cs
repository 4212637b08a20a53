using System.Diagnostics;
using System.Text;

namespace PresenceClient.Serialization;

/// <summary>The names of the properties, for the readers and for their error messages.</summary>
internal static class PropertyNames
{
    /// <summary>Finds a property of an object by its name; <see cref="Property.Other"/> if it is not read.</summary>
    public static Property Find(Property owner, ReadOnlySpan<byte> name)
    {
        foreach (Property property in PropertiesOf(owner))
        {
            if (Ascii.Equals(name, NameOf(property)))
            {
                return property;
            }
        }

        return Property.Other;
    }

    /// <summary>Returns the name of a property.</summary>
    public static string NameOf(Property property) => property switch
    {
        Property.Presence => "presence",
        Property.StatusMessage => "statusMessage",
        Property.Message => "message",
        Property.Expiry => "expiryDateTime",
        Property.OutOfOffice => "outOfOfficeSettings",
        Property.WorkLocation => "workLocation",
        Property.Id => "id",
        Property.Availability => "availability",
        Property.Activity => "activity",
        Property.SequenceNumber => "sequenceNumber",
        Property.PublishedAt => "publishedDateTime",
        Property.Content => "content",
        Property.ContentType => "contentType",
        Property.DateTime => "dateTime",
        Property.TimeZone => "timeZone",
        Property.IsOutOfOffice => "isOutOfOffice",
        Property.ReplyMessage => "message",
        Property.WorkLocationType => "workLocationType",
        Property.Source => "source",
        Property.PlaceId => "placeId",
        _ => throw new UnreachableException("Only properties that are read have a name."),
    };

    // In the order in which the service usually sends them.
    private static ReadOnlySpan<Property> PropertiesOf(Property owner) => owner switch
    {
        Property.Presence =>
        [
            Property.Id, Property.Availability, Property.Activity, Property.StatusMessage, Property.OutOfOffice,
            Property.WorkLocation, Property.SequenceNumber,
        ],
        Property.StatusMessage => [Property.PublishedAt, Property.Message, Property.Expiry],
        Property.Message => [Property.Content, Property.ContentType],
        Property.Expiry => [Property.DateTime, Property.TimeZone],
        Property.OutOfOffice => [Property.ReplyMessage, Property.IsOutOfOffice],
        Property.WorkLocation => [Property.Source, Property.WorkLocationType, Property.PlaceId],
        _ => [],
    };
}
