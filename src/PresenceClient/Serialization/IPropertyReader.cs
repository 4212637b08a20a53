namespace PresenceClient.Serialization;

/// <summary>
/// The properties of an object and of its nested objects, in the order of the text. The readers of models are written
/// once, for the two implementations.
/// </summary>
internal interface IPropertyReader
{
    /// <summary>
    /// Whether the text can't be read this way. All other members then return nothing, and the model is discarded.
    /// </summary>
    bool HasFailed { get; }

    /// <summary>Begins the presence, which must be an object.</summary>
    /// <param name="cursor">The position in the object, for <see cref="NextProperty"/>.</param>
    void Begin(out int cursor);

    /// <summary>Begins a nested object; false for null.</summary>
    /// <param name="property">The property that has the object as its value.</param>
    /// <param name="cursor">The position in the object, for <see cref="NextProperty"/>.</param>
    bool BeginObject(Property property, out int cursor);

    /// <summary>
    /// Moves to the value of the next property, which is never <see cref="Property.Other"/>; false at the end of the
    /// object.
    /// </summary>
    bool NextProperty(ref int cursor, out Property property);

    /// <summary>Reads an id. Returns the caller's string if the service sends the same characters.</summary>
    /// <param name="place">The place of the id; <see cref="IdPlaces.None"/> if it was not requested.</param>
    string? ReadId(out int place);

    /// <summary>Reads a string or null.</summary>
    string? ReadText(Property property);

    /// <summary>Reads a string, which other presences of the page are likely to contain as well, or null.</summary>
    string? ReadSharedText(Property property);

    /// <summary>Reads a value of an open enumeration, as a shared string if the spelling is known, or null.</summary>
    string? ReadName<T>(Property property)
        where T : struct, Enum;

    /// <summary>Reads true, false or null.</summary>
    bool? ReadBoolean(Property property);

    /// <summary>Reads a point in time; null for null, and for a text that is not a time with an offset.</summary>
    DateTimeOffset? ReadMoment(Property property);

    /// <summary>
    /// Skips the value if it has the same bytes as the last one that <see cref="Keep"/> received for the property.
    /// </summary>
    /// <returns>The kept value; null if the value must be read.</returns>
    T? SkipRepeated<T>(Property property)
        where T : class;

    /// <summary>Keeps a value for the following entries. It was read after <see cref="SkipRepeated"/>.</summary>
    /// <returns>The value.</returns>
    T Keep<T>(Property property, T value)
        where T : class;
}
