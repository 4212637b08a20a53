namespace PresenceClient.Serialization;

/// <summary>Reads the nested objects of a presence, except the status message.</summary>
internal static class PresencePartReader
{
    public static OutOfOfficeSettings? ReadOutOfOffice<T>(ref T reader)
        where T : struct, IPropertyReader, allows ref struct
    {
        if (reader.SkipRepeated<OutOfOfficeSettings>(Property.OutOfOffice) is { } repeated)
        {
            return repeated;
        }

        if (!reader.BeginObject(Property.OutOfOffice, out int cursor))
        {
            return null;
        }

        bool isOutOfOffice = false;
        string? message = null;
        while (reader.NextProperty(ref cursor, out Property property))
        {
            switch (property)
            {
                case Property.IsOutOfOffice:
                    isOutOfOffice = reader.ReadBoolean(property) == true;
                    break;
                case Property.ReplyMessage:
                    message = reader.ReadText(property);
                    break;
            }
        }

        return reader.Keep(Property.OutOfOffice, isOutOfOffice || message is not null
            ? new OutOfOfficeSettings { IsOutOfOffice = isOutOfOffice, Message = message }
            : OutOfOfficeSettings.NotOutOfOffice);
    }

    public static UserWorkLocation? ReadWorkLocation<T>(ref T reader)
        where T : struct, IPropertyReader, allows ref struct
    {
        if (reader.SkipRepeated<UserWorkLocation>(Property.WorkLocation) is { } repeated)
        {
            return repeated;
        }

        if (!reader.BeginObject(Property.WorkLocation, out int cursor))
        {
            return null;
        }

        string? type = null, source = null, placeId = null;
        while (reader.NextProperty(ref cursor, out Property property))
        {
            switch (property)
            {
                case Property.WorkLocationType:
                    type = reader.ReadName<WorkLocationType>(property);
                    break;
                case Property.Source:
                    source = reader.ReadName<WorkLocationSource>(property);
                    break;
                case Property.PlaceId:
                    placeId = reader.ReadSharedText(property);
                    break;
            }
        }

        return reader.Keep(
            Property.WorkLocation, new UserWorkLocation { TypeText = type, SourceText = source, PlaceId = placeId });
    }
}
