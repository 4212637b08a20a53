using System.Globalization;

namespace PresenceClient.Emulator.Tool;

/// <summary>What something costs here, and what it may cost.</summary>
internal sealed record Budget(string Work, double Cost, double Limit, string Unit)
{
    public bool IsKept => Cost <= Limit;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Work,-44} {Cost,8:0.00} {Unit}, budget {Limit,3:0} {Unit}: {(IsKept ? "ok" : "MISSED")}");
}
