using System.Text;

namespace PresenceClient.Tests.Serialization;

/// <summary>
/// An object of JSON whose text a test can change in every way: names can be equal, and values can be any text.
/// </summary>
internal sealed class JsonTree
{
    private readonly List<(string Name, object Value)> _properties;

    /// <summary>Creates an object.</summary>
    /// <param name="properties">The properties. A value is a <see cref="JsonTree"/> or the text of a value.</param>
    public JsonTree(params IEnumerable<(string Name, object Value)> properties) => _properties = [.. properties];

    public override string ToString()
    {
        var text = new StringBuilder("{");
        foreach ((string name, object value) in _properties)
        {
            text.Append(text.Length > 1 ? "," : "").Append('"').Append(name).Append("\":").Append(value);
        }

        return text.Append('}').ToString();
    }

    /// <summary>Returns the objects that have another order, another set or other names of properties.</summary>
    public IEnumerable<JsonTree> OtherShapes()
    {
        for (int i = 0; i < _properties.Count; i++)
        {
            (string name, object value) = _properties[i];
            yield return With(i, 1);
            yield return With(i, 1, (name, "null"));
            yield return With(i, 0, (name, value));
            yield return With(i, 0, (name, "null"));
            yield return With(_properties.Count, 0, (name, value));
            yield return With(i, 1, (char.ToUpperInvariant(name[0]) + name[1..], value));
            yield return With(i, 1, ($"\\u{(int)name[0]:x4}{name[1..]}", value));
            yield return With(i, 1, (name + "s", value));
            foreach (string unknown in new[] { "1", "\"x\"", "null", "{}", "[]", "{\"id\":[1,{\"activity\":null}]}" })
            {
                yield return With(i, 0, ("unknown", unknown));
            }

            for (int other = i + 1; other < _properties.Count; other++)
            {
                yield return Swapped(i, other);
            }

            foreach (JsonTree nested in (value as JsonTree)?.OtherShapes() ?? [])
            {
                yield return With(i, 1, (name, nested));
            }
        }
    }

    private JsonTree With(int index, int removed, params (string Name, object Value)[] added) =>
        new([.. _properties[..index], .. added, .. _properties[(index + removed)..]]);

    private JsonTree Swapped(int one, int other)
    {
        var tree = new JsonTree(_properties);
        (tree._properties[one], tree._properties[other]) = (_properties[other], _properties[one]);
        return tree;
    }
}
