using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PresenceClient.Emulator.Core;

namespace PresenceClient.Emulator.State;

/// <summary>
/// The tenant with its users, its applications and its state. After the start, only applications can be added.
/// </summary>
internal sealed class Tenant
{
    private static readonly TimeSpan LongestAdvance = TimeSpan.FromDays(366);

    private readonly ConcurrentDictionary<string, EmulatedApplication> _applications =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, EmulatedUser> _byId;
    private readonly Lazy<Dictionary<string, EmulatedUser>> _byName;
    private readonly TenantSeed _seed;
    private readonly Lazy<SeededGroup[]> _seededGroups;
    private int _made;
    private volatile TenantState _state;

    public Tenant(PresenceEmulatorOptions options, TenantSeed seed)
    {
        Options = options;
        _seed = seed;
        Id = new SeededRandom(options.Seed, StreamOfTenant).NextGuid().ToString();
        People = seed.MakePeople(this);
        _seededGroups = new(() => seed.MakeGroups(this));
        _state = NewState();
        _byId = People.ToDictionary(user => user.ObjectId);
        // Few runs search by name, and an index over a large tenant would cost more than the rest of the start.
        _byName = new(() => People.ToDictionary(user => user.UserPrincipalName, StringComparer.OrdinalIgnoreCase));
        SeededApplication = AddApplication(PermissionNames.UsualRoles);
    }

    public PresenceEmulatorOptions Options { get; }

    public string Id { get; }

    public EmulatedUser[] People { get; }

    /// <summary>The first user who can sign in, or the first user if none can.</summary>
    public EmulatedUser FirstUser => Array.Find(People, user => user.AccountEnabled) ?? People[0];

    public EmulatedApplication SeededApplication { get; }

    /// <summary>The applications in the order of their creation.</summary>
    public IEnumerable<EmulatedApplication> Applications => _applications.Values.OrderBy(app => app.Number);

    /// <summary>The state of the tenant. Get it once for each call, because a reset replaces it.</summary>
    public TenantState State => _state;

    public DateTime Now => _state.Now;

    // Users have the random streams from zero upwards; everything else has negative streams.
    private static long StreamOfTenant => -1;

    // In the middle of a range that nothing else uses, because the numbers of groups go in both directions.
    private static long StreamOfGroups => long.MinValue / 16;

    /// <summary>Advances the clock, or returns the reason why it can't.</summary>
    public string? TryAdvance(TimeSpan time, out DateTime now)
    {
        now = default;
        if (time < TimeSpan.Zero || time > LongestAdvance)
        {
            return "The clock can only be advanced by up to 366 days.";
        }

        return _state.TryAdvance(time, out now) ? null : "The clock can't be advanced beyond the year 8999.";
    }

    /// <summary>
    /// Resets the tenant to its start, atomically for all readers. The clock is the given one again, and only the
    /// seeded application is kept.
    /// </summary>
    public void Reset()
    {
        _state = NewState();
        foreach (EmulatedApplication application in Applications.Skip(1).ToArray())
        {
            _applications.TryRemove(application.ClientId, out _);
        }

        _made = SeededApplication.Number;
    }

    public EmulatedApplication AddApplication(IReadOnlyList<string> roles)
    {
        int number = Interlocked.Increment(ref _made);
        var random = new SeededRandom(Options.Seed, StreamOfTenant - number);
        var application = new EmulatedApplication(
            number, random.NextGuid().ToString(), Secret(ref random), random.NextGuid().ToString(), roles);
        _applications[application.ClientId] = application;
        return application;
    }

    public bool TryGetApplication(string clientId, [NotNullWhen(true)] out EmulatedApplication? application) =>
        _applications.TryGetValue(clientId, out application);

    public bool TryGetUser(Guid id, [NotNullWhen(true)] out EmulatedUser? user) => _byId.TryGetValue(id, out user);

    public bool TryGetUserById(string id, [NotNullWhen(true)] out EmulatedUser? user)
    {
        user = null;
        return Guid.TryParseExact(id, "D", out Guid guid) && TryGetUser(guid, out user);
    }

    public bool TryGetUserByIdOrName(string idOrName, [NotNullWhen(true)] out EmulatedUser? user) =>
        TryGetUserById(idOrName, out user) || TryGetUserByName(idOrName, out user);

    public bool TryGetUserByName(string name, [NotNullWhen(true)] out EmulatedUser? user) =>
        _byName.Value.TryGetValue(name, out user);

    /// <summary>Makes a group, whose id is the same for the same seed and number.</summary>
    public EmulatedGroup MakeGroup(int number, string displayName) =>
        new(this, new SeededRandom(Options.Seed, StreamOfGroups + number).NextGuid(), displayName);

    /// <summary>Throws if a user is of another tenant.</summary>
    public void RequireOwn(EmulatedUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!_byId.TryGetValue(user.ObjectId, out EmulatedUser? own) || own != user)
        {
            throw new ArgumentException(
                $"The user '{user}' is of another emulator. Members are users of the same tenant. Use a user of this"
                + " emulator's Users.",
                nameof(user));
        }
    }

    private TenantState NewState() =>
        new(Options, People.Length, _seed.MakePresence, new GroupDirectory(_seededGroups, MakeGroup));

    private static string Secret(ref SeededRandom random) =>
        $"emulated~{random.NextUInt64():x16}{random.NextUInt64():x16}";
}
