using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Emulator;

/// <summary>The tenant: its people and its applications. Only the applications grow after the start.</summary>
internal sealed class Tenant
{
    public const string Domain = "contoso.example";
    private static readonly string[] SeededRoles = ["Presence.ReadWrite.All", "User.ReadBasic.All"];

    private readonly ConcurrentDictionary<string, EmulatedApplication> _applications =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, EmulatedUser> _byId;
    private readonly Lazy<Dictionary<string, EmulatedUser>> _byName;
    private readonly TimeProvider _clock;
    private readonly int _seed;
    private int _made;

    public Tenant(int users, int seed, TimeProvider clock)
    {
        (_seed, _clock) = (seed, clock);
        Id = new SeededRandom(seed, StreamOfTenant).NextGuid().ToString();
        People = PeopleSeeder.Seed(users, seed, Domain, clock);
        _byId = People.ToDictionary(user => user.ObjectId);
        // Few runs ask by name, and an index over a large tenant costs more than the rest of the start.
        _byName = new(() => People.ToDictionary(user => user.UserPrincipalName, StringComparer.OrdinalIgnoreCase));
        SeededApplication = AddApplication(SeededRoles);
    }

    public string Id { get; }

    public EmulatedUser[] People { get; }

    public EmulatedApplication SeededApplication { get; }

    /// <summary>The applications in the order of their making.</summary>
    public IEnumerable<EmulatedApplication> Applications => _applications.Values.OrderBy(app => app.Number);

    public DateTime Now => _clock.GetUtcNow().UtcDateTime;

    // People take the streams from zero upwards, so what is not a person counts downwards.
    private static long StreamOfTenant => -1;

    public EmulatedApplication AddApplication(IReadOnlyList<string> roles)
    {
        int number = Interlocked.Increment(ref _made);
        var random = new SeededRandom(_seed, StreamOfTenant - number);
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

    public bool TryGetUserByName(string name, [NotNullWhen(true)] out EmulatedUser? user) =>
        _byName.Value.TryGetValue(name, out user);

    private static string Secret(ref SeededRandom random) =>
        $"emulated~{random.NextUInt64():x16}{random.NextUInt64():x16}";
}
