namespace PresenceClient.Emulator.State;

/// <content>Where a user works from: three layers, of which the manual one is the highest.</content>
internal sealed partial class PresenceState
{
    /// <summary>
    /// Sets the layer that the location names as its source. What is chosen or found holds for the current date; what
    /// an agent found in more detail is not undone by one that knows less.
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

    /// <summary>Clears what the user chose and what agents found; the calendar's layer stays.</summary>
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
