using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>How well a user can be reached now, from the best to the worst.</summary>
/// <remarks>
/// <para>This library's own summary of availability, activity and out-of-office settings; Graph has no such value. The
/// first rule of this table that fits decides. The availability is looked at before the activity; spelling ignores
/// case.</para>
/// <list type="table">
/// <listheader><term>rule</term><description>reachability</description></listheader>
/// <item><term>availability Offline</term><description><see cref="Unreachable"/></description></item>
/// <item><term>availability DoNotDisturb, Focusing or Presenting, or activity DoNotDisturb, Focusing, Presenting or
/// UrgentInterruptionsOnly</term><description><see cref="DoNotDisturb"/></description></item>
/// <item><term>availability Away, BeRightBack or OutOfOffice, activity OutOfOffice, or
/// <see cref="OutOfOfficeSettings.IsOutOfOffice"/></term><description><see cref="Away"/></description></item>
/// <item><term>availability Busy, BusyIdle, InACall or InAMeeting</term>
/// <description><see cref="Busy"/></description></item>
/// <item><term>availability AvailableIdle, or Available with activity Inactive or AvailableInactive</term>
/// <description><see cref="Inactive"/></description></item>
/// <item><term>availability Available</term><description><see cref="Available"/></description></item>
/// <item><term>everything else: PresenceUnknown, absent, or a value that this version does not know</term>
/// <description><see cref="Unknown"/></description></item>
/// </list>
/// <para>Source of the values: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource
/// type</see>.</para>
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceReachability>))]
public enum PresenceReachability
{
    /// <summary>The user is active and free.</summary>
    Available = 0,

    /// <summary>The user is free, but has not used Teams for at least five minutes.</summary>
    Inactive,

    /// <summary>The user is there, but occupied: busy, in a call or in a meeting. Messages still notify.</summary>
    Busy,

    /// <summary>The user is not there now: away, back soon, or out of office.</summary>
    Away,

    /// <summary>The user does not want to be interrupted: do not disturb, presenting or focusing.</summary>
    DoNotDisturb,

    /// <summary>The user is offline, or appears to be.</summary>
    Unreachable,

    /// <summary>The service does not tell.</summary>
    Unknown,
}
