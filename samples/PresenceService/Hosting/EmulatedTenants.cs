using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using PresenceClient.Emulator;

namespace PresenceService.Hosting;

/// <summary>The tenants that this process emulates, by their names in the configuration.</summary>
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
        var tenants = new EmulatedTenants();
        try
        {
            foreach (IConfigurationSection tenant in section.GetChildren())
            {
                tenants._emulators.Add(tenant.Key, await StartOneAsync(tenant, stop));
            }

            return tenants;
        }
        catch
        {
            await tenants.DisposeAsync();
            throw;
        }
    }

    public bool TryGet(string tenant, [MaybeNullWhen(false)] out PresenceEmulator emulator) =>
        _emulators.TryGetValue(tenant, out emulator);

    /// <summary>Prints some ids of each tenant, to try the service with.</summary>
    public void Print(TextWriter output)
    {
        foreach ((string tenant, PresenceEmulator emulator) in _emulators)
        {
            output.WriteLine($"{tenant}: {emulator.Users.Count} people, for example "
                + string.Join(", ", emulator.Users.Take(2).Select(user => user.Id)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (PresenceEmulator emulator in _emulators.Values)
        {
            await emulator.DisposeAsync();
        }
    }

    private static async Task<PresenceEmulator> StartOneAsync(IConfigurationSection tenant, CancellationToken stop)
    {
        try
        {
            return await PresenceEmulator.StartAsync(
                options =>
                {
                    options.Users = tenant.GetValue("Users", options.Users);
                    options.Seed = tenant.GetValue("Seed", options.Seed);
                    options.Live = tenant.GetValue("Live", options.Live);
                },
                stop);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new OptionsValidationException(
                tenant.Key, typeof(PresenceEmulatorOptions), [$"{tenant.Path}: {e.Message}"]);
        }
    }
}
