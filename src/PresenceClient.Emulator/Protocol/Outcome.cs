using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Emulator.Protocol;

/// <summary>A value, or the error that Graph returns.</summary>
internal readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;
    private readonly EmulatedError? _error;

    private Outcome(T? value, EmulatedError? error) => (_value, _error) = (value, error);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(EmulatedError error) => new(null, error);

    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out EmulatedError? error)
    {
        (value, error) = (_value, _error);
        return value is not null;
    }
}
