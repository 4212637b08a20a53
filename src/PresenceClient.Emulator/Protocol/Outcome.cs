using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Emulator;

/// <summary>A value, or the error that Graph answers instead.</summary>
internal readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;
    private readonly GraphError? _error;

    private Outcome(T? value, GraphError? error) => (_value, _error) = (value, error);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(GraphError error) => new(null, error);

    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out GraphError? error)
    {
        (value, error) = (_value, _error);
        return value is not null;
    }
}
