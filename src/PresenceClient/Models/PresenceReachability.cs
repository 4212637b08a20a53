using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>How well a user can be reached now, from best to worst.</summary>
/// <remarks>
/// <para>Calculated by this library from availability, activity and out-of-office settings. Graph has no such value.
/// The first matching rule of the table decides. The availability is checked before the activity, and case is
/// ignored.</para>
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
/// <item><term>all other cases: PresenceUnknown, missing, or a value that this version does not know</term>
/// <description><see cref="Unknown"/></description></item>
/// </list>
/// <para>Source of the values: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource
/// type</see>.</para>
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceReachability>))]
public enum PresenceReachability
{
    /// <summary>The user is active and not busy.</summary>
    Available = 0,

    /// <summary>The user is available, but has been inactive in Teams for at least five minutes.</summary>
    Inactive,

    /// <summary>The user is busy, in a call or in a meeting.</summary>
    /// <remarks>Teams still shows notifications.</remarks>
    Busy,

    /// <summary>The user is away, will be right back, or is out of office.</summary>
    Away,

    /// <summary>The user does not want interruptions: do not disturb, presenting or focusing.</summary>
    DoNotDisturb,

    /// <summary>The user is offline, or appears offline.</summary>
    Unreachable,

    /// <summary>The service does not return a presence that can be classified.</summary>
    Unknown,
}
