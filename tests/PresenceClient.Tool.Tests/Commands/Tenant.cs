using System.Text.Json;
using PresenceClient.Emulator;

namespace PresenceClient.Tool.Tests;

/// <summary>An emulated tenant of a test, in which the tool runs any number of times.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private Tenant(PresenceEmulator emulator) => Emulator = emulator;

    public PresenceEmulator Emulator { get; }

    public EmulatedUser Adele => Emulator.User("Adele Vance");

    public EmulatedUser Alex => Emulator.User("Alex Wilber");

    /// <summary>Starts a tenant of two people, who are available in Teams.</summary>
    public static async Task<Tenant> StartAsync(Action<PresenceEmulatorOptions>? configure = null)
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            options =>
            {
                options.Users = 0;
                options.AddUser("Adele Vance").AddUser("Alex Wilber");
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken);
        foreach (EmulatedUser user in emulator.Users)
        {
            user.BecomeAvailable();
        }

        return new Tenant(emulator);
    }

    /// <summary>A host for the seeded application, or for one with some roles.</summary>
    public ToolHost Host(params string[] roles) => HostFor("", roles);

    /// <summary>A host with a text at standard input.</summary>
    public ToolHost HostFor(string input, params string[] roles) => new()
    {
        Connect = Connections.As(
            Emulator, roles.Length == 0 ? Emulator.Application : Emulator.AddApplication(roles), retries: 0),
        Input = input,
    };

    /// <summary>A host for a signed-in person.</summary>
    public ToolHost HostOf(EmulatedUser person, params string[] scopes) =>
        new() { Connect = Connections.AsPerson(Emulator, person, scopes) };

    /// <summary>Reads a presence with the tool, and returns a property of it.</summary>
    public async Task<string?> ReadAsync(EmulatedUser user, string property)
    {
        using ToolHost host = Host();
        (await host.RunAsync("get", user.Id, "--json", "--emulator")).Should().Be(0);
        using var document = JsonDocument.Parse(host.Output);
        return document.RootElement[0].GetProperty(property).GetString();
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
