namespace PresenceClient.Emulator;

/// <summary>How to start a <see cref="PresenceEmulator"/>. The setters refuse what cannot be.</summary>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>
    /// What all that is made up comes from, 42 by default: the same seed gives the same tenant id, applications, users
    /// and states, and with <see cref="Live"/> the same life.
    /// </summary>
    public int Seed { get; set; } = 42;

    /// <summary>The loopback port to listen on, 0 (the default) to 65,535; 0 takes any free one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Port
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Port));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 65_535, nameof(Port));
            field = value;
        }
    }

    /// <summary>
    /// Whether a call without a token is let in: as the seeded application, and on <c>/me</c> as the first user who
    /// can sign in, with all delegated scopes. False by default. A token that is sent is checked all the same.
    /// </summary>
    public bool NoAuth { get; set; }

    /// <summary>The clock of the tenant: sessions fade and things expire by it. The system's by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(TimeProvider));
            field = value;
        }
    } = TimeProvider.System;

    /// <summary>
    /// The clock of the tokens: the system's by default, even if <see cref="TimeProvider"/> is another one, because
    /// sign-in libraries keep tokens by the wall clock.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TokenTimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(TokenTimeProvider));
            field = value;
        }
    } = TimeProvider.System;

    /// <summary>How long a token lasts: more than zero, at most 365 days, 24 hours by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan TokenLifetime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(TokenLifetime));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(365), nameof(TokenLifetime));
            field = value;
        }
    } = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether reading the presence of one unknown user gives 404. By default it gives 200 and PresenceUnknown, as was
    /// observed for an address in place of an id.
    /// </summary>
    public bool UnknownUserIsNotFound { get; set; }

    /// <summary>
    /// Whether the bulk read leaves unknown users out. By default, an assumption, it answers each with an entry of
    /// PresenceUnknown.
    /// </summary>
    public bool OmitUnknownUsersFromBulk { get; set; }

    /// <summary>
    /// Whether <c>sessionId</c> can be any text. By default it must be the client id of the calling application, as the
    /// documentation asks; reports conflict on whether the service insists.
    /// </summary>
    public bool AcceptAnySessionId { get; set; }

    /// <summary>
    /// Whether a request body can have any <c>Content-Type</c>, or none. By default, an assumption from other workloads
    /// of Graph, a body that isn't declared as <c>application/json</c> gives 400.
    /// </summary>
    public bool AcceptAnyContentType { get; set; }

    /// <summary>
    /// Whether properties that an action doesn't know are ignored in a request body. By default, an assumption from
    /// other workloads of Graph, they give 400, wrong casing included; annotations such as <c>@odata.type</c> are
    /// always ignored.
    /// </summary>
    public bool IgnoreUnknownProperties { get; set; }

    /// <summary>
    /// Whether availability, activity and location type may be sent in any casing. By default, an assumption, they must
    /// be spelled as documented.
    /// </summary>
    public bool IgnoreCaseOfValues { get; set; }

    /// <summary>
    /// Whether availability and activity come out in camelCase, as the newest property list of the documentation prints
    /// them. By default they are in PascalCase, as in every documented sample and every capture that was found.
    /// </summary>
    public bool CamelCaseValues { get; set; }

    /// <summary>
    /// Whether <c>workLocation</c> is null while none is set. By default it is the documented object with the source
    /// <c>none</c> and the type <c>unspecified</c>.
    /// </summary>
    public bool UnsetWorkLocationIsNull { get; set; }

    /// <summary>
    /// Whether reads of presence answer all properties whatever <c>$select</c> says. By default, an assumption, they
    /// answer those asked for and refuse unknown ones; no page lists the option, and no source says what the service
    /// does.
    /// </summary>
    public bool IgnoreSelectOnPresence { get; set; }
}
