namespace PresenceClient.Emulator;

/// <summary>The options of a <see cref="PresenceEmulator"/>.</summary>
/// <remarks>The setters validate their values.</remarks>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>The seed of all generated data.</summary>
    /// <remarks>
    /// Default: 42. The same seed gives the same tenant id, applications, users and states, and with
    /// <see cref="Live"/> the same activity.
    /// </remarks>
    public int Seed { get; set; } = 42;

    /// <summary>The loopback port to listen on, 0 to 65,535.</summary>
    /// <remarks>Default: 0, any free port.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
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

    /// <summary>The certificate with which the loopback port serves https, or none for http.</summary>
    /// <remarks>
    /// Default: <see cref="HttpsCertificate.None"/>. Sign-in libraries, for example Azure.Identity, require https. The
    /// port serves either http or https, never both. <see cref="PresenceEmulator.CreateHandler"/> needs no certificate.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public HttpsCertificate Https
    {
        get;
        set
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(Https), value, "It must be None, SelfSigned or Development.");
            }

            field = value;
        }
    }

    /// <summary>
    /// Whether requests without a token are accepted: as the seeded application, and on <c>/me</c> as the first user
    /// who can sign in, with all delegated scopes.
    /// </summary>
    /// <remarks>Default: false. A token that is sent is always validated.</remarks>
    public bool NoAuth { get; set; }

    /// <summary>The tenant's clock, which sessions, messages and limits use.</summary>
    /// <remarks>Default: the system clock.</remarks>
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

    /// <summary>The clock of the tokens.</summary>
    /// <remarks>
    /// Default: the system clock, even if <see cref="TimeProvider"/> is another one, because sign-in libraries cache
    /// tokens by the system clock.
    /// </remarks>
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

    /// <summary>The lifetime of a token: more than zero, at most 365 days.</summary>
    /// <remarks>Default: 24 hours.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
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

    /// <summary>Whether a read of the presence of an unknown user returns 404.</summary>
    /// <remarks>
    /// Default: false; it returns 200 with PresenceUnknown, as observed for an address in place of an id.
    /// </remarks>
    public bool UnknownUserIsNotFound { get; set; }

    /// <summary>Whether the bulk read omits unknown users.</summary>
    /// <remarks>Default: false, which is an assumption; it returns an entry with PresenceUnknown for each.</remarks>
    public bool OmitUnknownUsersFromBulk { get; set; }

    /// <summary>Whether <c>sessionId</c> can be any text.</summary>
    /// <remarks>
    /// Default: false; it must be the client id of the calling application, as documented. Reports conflict on whether
    /// the service enforces this.
    /// </remarks>
    public bool AcceptAnySessionId { get; set; }

    /// <summary>Whether a request body can have any <c>Content-Type</c>, or none.</summary>
    /// <remarks>
    /// Default: false, an assumption from other Graph workloads; a body that is not declared as
    /// <c>application/json</c> returns 400.
    /// </remarks>
    public bool AcceptAnyContentType { get; set; }

    /// <summary>Whether properties that an action does not know are ignored in a request body.</summary>
    /// <remarks>
    /// Default: false, an assumption from other Graph workloads; they return 400, wrong casing included. Annotations,
    /// for example <c>@odata.type</c>, are always ignored.
    /// </remarks>
    public bool IgnoreUnknownProperties { get; set; }

    /// <summary>Whether availability, activity and location type can be sent in any casing.</summary>
    /// <remarks>Default: false, which is an assumption; they must be spelled as documented.</remarks>
    public bool IgnoreCaseOfValues { get; set; }

    /// <summary>
    /// Whether availability and activity are returned in camelCase, as in the newest property list of the
    /// documentation.
    /// </summary>
    /// <remarks>
    /// Default: false; they are in PascalCase, as in every documented sample and every known capture.
    /// </remarks>
    public bool CamelCaseValues { get; set; }

    /// <summary>Whether <c>workLocation</c> is null while none is set.</summary>
    /// <remarks>
    /// Default: false; it is the documented object with the source <c>none</c> and the type <c>unspecified</c>.
    /// </remarks>
    public bool UnsetWorkLocationIsNull { get; set; }

    /// <summary>Whether reads of presence return all properties whatever <c>$select</c> names.</summary>
    /// <remarks>
    /// Default: false, which is an assumption; they return the selected properties and reject unknown ones. No page
    /// documents the option, and no source says how the service behaves.
    /// </remarks>
    public bool IgnoreSelectOnPresence { get; set; }
}
