using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>Why people see, or do not see, the state that an application intends.</summary>
/// <remarks>
/// A verdict other than <see cref="CannotTell"/> is certain, as far as Microsoft documents how a presence is made of
/// sessions and a preferred presence, once Graph shows all writes. Source:
/// <see href="https://learn.microsoft.com/graph/cloud-communications-manage-presence-state">manage presence
/// state</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceVerdict>))]
public enum PresenceVerdict
{
    /// <summary>
    /// Several causes give the answer that was seen, and <see cref="PresenceExplanation.PossibleCauses"/> lists them.
    /// If it is empty, the service does not say what the presence is, or says something that isn't documented.
    /// </summary>
    CannotTell = 0,

    /// <summary>The availability and the activity are the intended ones, whichever session shows them.</summary>
    Visible,

    /// <summary>
    /// The user appears offline (Offline / OffWork), which hides every session until the preferred presence is cleared
    /// or expires.
    /// </summary>
    AppearsOffline,

    /// <summary>
    /// The user chose the state, or an application did so through Graph: a preferred presence hides every session until
    /// it is cleared or expires. Only BeRightBack is certain; Teams clients also show the other states by themselves.
    /// </summary>
    PreferredPresence,

    /// <summary>
    /// A session or a meeting with a higher state is visible, in the order DoNotDisturb, Busy, Available, Away. The
    /// session belongs to a Teams client or to another application, or a later call of this application has set it.
    /// As a possible cause, the state can also be of the same rank: which of two equals shows isn't documented.
    /// </summary>
    HigherSession,

    /// <summary>
    /// An Available session fades: five minutes after the last call it is Available / AvailableInactive, after ten
    /// Away / Away. No session was set to Available in the last five minutes; set it again, at least every four.
    /// Certain for AvailableInactive, whether the faded session is this application's or another's.
    /// </summary>
    Faded,

    /// <summary>
    /// No session has the intended state: it expired, was cleared, was replaced by another call of this application or
    /// was never set, or Graph doesn't show the write yet. Certain for Offline / Offline, where the user has no session
    /// at all, and for a lower state that no user can choose.
    /// </summary>
    NoSession,

    /// <summary>
    /// The user is available and out of office: people see OutOfOffice in place of the activity Available.
    /// </summary>
    OutOfOffice,
}
