using System.Diagnostics.CodeAnalysis;

namespace PresenceClient;

/// <summary>The parts of a presence that can change.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "They are parts, and flags.")]
public enum PresenceParts
{
    /// <summary>No part.</summary>
    None = 0,

    /// <summary><see cref="UserPresence.AvailabilityText"/>.</summary>
    Availability = 1,

    /// <summary><see cref="UserPresence.ActivityText"/>.</summary>
    Activity = 2,

    /// <summary><see cref="UserPresence.StatusMessage"/>.</summary>
    StatusMessage = 4,

    /// <summary><see cref="UserPresence.OutOfOffice"/>.</summary>
    OutOfOffice = 8,

    /// <summary><see cref="UserPresence.WorkLocation"/>.</summary>
    WorkLocation = 16,

    /// <summary>All parts.</summary>
    All = Availability | Activity | StatusMessage | OutOfOffice | WorkLocation,
}
