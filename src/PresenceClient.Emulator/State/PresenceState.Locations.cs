namespace PresenceClient.Emulator.State;

/// <content>The work location of a user: three layers, with the manual one on top.</content>
internal sealed partial class PresenceState
{
    /// <summary>
    /// Sets the layer of the location's source. Manual and automatic locations are valid for the current date. An
    /// automatic location without a place does not replace one of the same type with a place.
    /// </summary>
    public void SetLocation(WorkLocation location)
    {
        ref WorkLocation? layer = ref Layer(location.Source);
        if (location.Source == WorkLocation.Automatic && layer?.IsMorePreciseThan(location) == true)
        {
            location = layer;
        }

        if (location.Source != WorkLocation.Scheduled && !rules.KeepWorkLocations)
        {
            location = location with { EndsAt = Now.Date.AddDays(1) };
        }

        layer = location;
    }

    /// <summary>Clears one layer.</summary>
    public void ClearLocation(string source) => Layer(source) = null;

    /// <summary>Clears the manual and the automatic layer. The layer of the calendar stays.</summary>
    public void ClearManualAndAutomaticLocation() => _manual = _automatic = null;

    private ref WorkLocation? Layer(string source)
    {
        if (source == WorkLocation.Manual)
        {
            return ref _manual;
        }

        return ref source == WorkLocation.Automatic ? ref _automatic : ref _scheduled;
    }
}
