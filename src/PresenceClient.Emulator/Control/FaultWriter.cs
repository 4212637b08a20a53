using System.Text.Json;
using System.Xml;

namespace PresenceClient.Emulator.Control;

/// <summary>
/// Writes a fault as JSON that <see cref="FaultReader"/> reads. Properties with default values are omitted.
/// </summary>
internal static class FaultWriter
{
    public static void Write(Utf8JsonWriter writer, EmulatorFault fault)
    {
        WriteWhere(writer, fault);
        WriteWhat(writer, fault);
        WriteHow(writer, fault);
    }

    private static void WriteWhere(Utf8JsonWriter writer, EmulatorFault fault)
    {
        writer.WriteString("path", fault.Path);
        WriteText(writer, "method", fault.Method);
        if (fault.Probability < 1)
        {
            writer.WriteNumber("probability", fault.Probability);
        }

        WriteNumber(writer, "skip", fault.Skip == 0 ? null : fault.Skip);
        WriteNumber(writer, "times", fault.Times);
        WriteTime(writer, "duration", fault.Duration ?? TimeSpan.Zero);
    }

    private static void WriteWhat(Utf8JsonWriter writer, EmulatorFault fault)
    {
        WriteNumber(writer, "status", fault.StatusCode);
        if (fault.Headers.Count > 0)
        {
            writer.WriteStartObject("headers");
            foreach ((string name, string value) in fault.Headers)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        WriteText(writer, "body", fault.Body);
        if (fault.Entries != EntryDamage.None)
        {
            IEnumerable<string> names = FaultReader.Damages
                .Where(known => fault.Entries.HasFlag(known.Damage)).Select(known => known.Name);
            writer.WriteString("entries", string.Join(",", names));
        }

        WriteTime(writer, "visibleAfter", fault.VisibleAfter);
        if (fault.Notification != NotificationDamage.None)
        {
            writer.WriteString("notification", FaultReader.NameOf(fault.Notification));
        }

        if (fault.TakesEffect is { } takesEffect)
        {
            writer.WriteBoolean("takesEffect", takesEffect);
        }
    }

    private static void WriteHow(Utf8JsonWriter writer, EmulatorFault fault)
    {
        WriteTime(writer, "delay", fault.Delay);
        WriteFlag(writer, "drop", fault.Drop);
        WriteNumber(writer, "truncateAt", fault.TruncateAt);
        WriteTime(writer, "trickle", fault.Trickle);
        WriteFlag(writer, "neverEnds", fault.NeverEnds);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, TimeSpan value)
    {
        if (value > TimeSpan.Zero)
        {
            writer.WriteString(name, XmlConvert.ToString(value));
        }
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }
}
