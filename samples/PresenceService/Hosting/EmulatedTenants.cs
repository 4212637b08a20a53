using System.Diagnostics.CodeAnalysis;
using PresenceClient.Emulator;

namespace PresenceService.Hosting;

/// <summary>The tenants that this process plays itself, by their names in the configuration.</summary>
internal sealed class EmulatedTenants : IAsyncDisposable
{
    private readonly Dictionary<string, PresenceEmulator> _emulators = [];

    private EmulatedTenants()
    {
    }

    public IEnumerable<KeyValuePair<string, PresenceEmulator>> All => _emulators;

    public PresenceEmulator this[string tenant] => _emulators[tenant];

    public static async Task<EmulatedTenants> StartAsync(IConfiguration section, CancellationToken stop)
    {
        EmulatedTenants tenants = new();
        foreach (IConfigurationSection tenant in section.GetChildren())
        {
            tenants._emulators.Add(tenant.Key, await PresenceEmulator.StartAsync(
                options =>
                {
                    options.Users = tenant.GetValue("Users", options.Users);
                    options.Seed = tenant.GetValue("Seed", options.Seed);
                },
                stop));
        }

        return tenants;
    }

    public bool TryGet(string tenant, [MaybeNullWhen(false)] out PresenceEmulator emulator) =>
        _emulators.TryGetValue(tenant, out emulator);

    /// <summary>Says whom one can ask for: ids of made-up people.</summary>
    public void Print(TextWriter output)
    {
        foreach ((string tenant, PresenceEmulator emulator) in _emulators)
        {
            output.WriteLine($"{tenant}: {emulator.Users.Count} people, such as "
                + string.Join(", ", emulator.Users.Take(2).Select(user => user.Id)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (PresenceEmulator emulator in _emulators.Values)
            await emulator.DisposeAsync();
    }
}
