using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>The parts of a presence that are compared for changes.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The values are flags for parts of a presence.")]
public enum PresenceParts
{
    /// <summary>No part has changed.</summary>
    None = 0,

    /// <summary>The availability (<see cref="UserPresence.AvailabilityText"/>).</summary>
    Availability = 1,

    /// <summary>The activity (<see cref="UserPresence.ActivityText"/>).</summary>
    Activity = 2,

    /// <summary>The status message (<see cref="UserPresence.StatusMessage"/>).</summary>
    StatusMessage = 4,

    /// <summary>The out-of-office settings (<see cref="UserPresence.OutOfOffice"/>).</summary>
    OutOfOffice = 8,

    /// <summary>The work location (<see cref="UserPresence.WorkLocation"/>).</summary>
    WorkLocation = 16,

    /// <summary>All of the parts above.</summary>
    All = Availability | Activity | StatusMessage | OutOfOffice | WorkLocation,
}
