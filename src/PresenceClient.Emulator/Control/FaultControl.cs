using System.Globalization;
using System.Text.Json;
using PresenceClient.Emulator.Faults;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>Serves the control calls for faults: list, inject and end.</summary>
internal static class FaultControl
{
    public static ControlRoute[] Routes(Tenant tenant, FaultRules faults) =>
    [
        new("GET", "faults", _ => ControlAnswer.Json(writer => Write(writer, faults.All))),
        new("POST", "faults", call => call.WithBody(body => Inject(tenant, faults, body))),
        new("DELETE", "faults", _ =>
        {
            faults.Clear();
            return ControlAnswer.Done;
        }),
        new("DELETE", "faults/{id}", call => End(faults, call.Segments[1])),
    ];

    private static ControlAnswer Inject(Tenant tenant, FaultRules faults, JsonElement body)
    {
        try
        {
            FaultRule rule = faults.Add(FaultReader.Read(body), tenant.Now);
            return new ControlAnswer(201, writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", rule.Number);
                writer.WriteEndObject();
            });
        }
        catch (ArgumentException e)
        {
            // Some messages repeat the value in a second line, which is not needed here.
            return ControlAnswer.Bad(e.Message.Split('\n')[0].TrimEnd());
        }
    }

    private static void Write(Utf8JsonWriter writer, FaultRule[] rules)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (FaultRule rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", rule.Number);
            writer.WriteNumber("hits", rule.Hits);
            FaultWriter.Write(writer, rule.Fault);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ControlAnswer End(FaultRules faults, string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && faults.End(number)
            ? ControlAnswer.Done
            : ControlAnswer.NotFound($"No fault has the id '{id}'. GET /_emulator/faults lists the faults.");
}
