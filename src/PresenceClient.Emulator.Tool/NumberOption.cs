using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace PresenceClient.Emulator.Tool;

/// <summary>An option with a number in a range. Its errors name the option and the range.</summary>
internal sealed class NumberOption<T> : Option<T>
    where T : struct, INumber<T>
{
    private static readonly bool IsWhole = typeof(T) == typeof(int);

    private readonly T _least;
    private readonly T _most;

    public NumberOption(string name, T least, T most, T usual)
        : base(name)
    {
        (_least, _most) = (least, most);
        DefaultValueFactory = _ => usual;
        CustomParser = Read;
    }

    /// <summary>Returns the number on the command line; null if it is missing or out of range.</summary>
    public T? Given(CommandResult command) =>
        command.GetResult(this) is { Implicit: false, Tokens: [{ Value: string text }] } && TryRead(text, out T value)
            ? value
            : null;

    private bool TryRead(string text, out T value)
    {
        // No thousands separators: otherwise 60,5 would be read as 605.
        NumberStyles style = IsWhole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        return T.TryParse(text, style, CultureInfo.InvariantCulture, out value) && value >= _least && value <= _most;
    }

    private T Read(ArgumentResult result)
    {
        string text = result.Tokens.Single().Value;
        if (!TryRead(text, out T value))
        {
            string kind = IsWhole ? ", a whole number" : "";
            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{Name} must be from {_least} to {_most}{kind}, but is '{text}'."));
        }

        return value;
    }
}
