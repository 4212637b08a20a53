using PresenceClient;
using PresenceClient.Emulator;

namespace CallStatusSync;

/// <summary>A tenant in this process, which the client reads and writes over HTTP.</summary>
internal static class EmulatedTenant
{
    private const string Diego = "diego.siciliani@contoso.example";
    private const string Isaiah = "isaiah.langer@contoso.example";
    private const string Megan = "megan.bowen@contoso.example";

    private static readonly EmulatorFault[] Faults =
    [
        // An outage: 20 requests in a row.
        EmulatorFault.Status(503, "1") with { Path = "/users/*/presence/*", Skip = 1, Times = 20 },
        EmulatorFault.Throttle(TimeSpan.FromSeconds(1)) with { Probability = 0.04 },
        EmulatorFault.Status(503) with { Probability = 0.08 },
        EmulatorFault.DropConnection() with { Probability = 0.04 },
        EmulatorFault.DropConnection(afterWork: true) with { Probability = 0.04 },
        EmulatorFault.Slow(TimeSpan.FromMilliseconds(300)) with { Probability = 0.2 },
    ];

    /// <summary>The sign-in names of the users, who are also the people of the simulated phone system.</summary>
    public static IReadOnlyList<string> SignInNames { get; } =
    [
        "adele.vance@contoso.example", "alex.wilber@contoso.example", Diego, Isaiah, "lynne.robbins@contoso.example",
        Megan,
    ];

    public static async Task<SyncTenant> StartAsync(SyncOptions options, CancellationToken stop)
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            settings =>
            {
                (settings.Users, settings.Seed) = (0, options.Seed);
                settings.AddUser("Adele Vance").AddUser("Alex Wilber").AddUser("Diego Siciliani")
                    .AddUser("Isaiah Langer").AddUser("Lynne Robbins").AddUser("Megan Bowen");
            },
            stop);
        SetPresences(emulator);
        if (options.HasFaults)
        {
            Array.ForEach(Faults, fault => emulator.InjectFault(fault));
        }

        var local = new PresenceClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            ApplicationId = emulator.Application.ClientId,
        };
        return new SyncTenant(
            $"emulated tenant{(options.HasFaults ? " with faults" : "")}", emulator.CreateCredential(), local)
        {
            VisibleAfter = TimeSpan.FromSeconds(1),
            Server = emulator,
            Summary = () => Describe(emulator),
        };
    }

    // Everyone has Teams open. Three of them do not show a call, each for another reason.
    private static void SetPresences(PresenceEmulator emulator)
    {
        foreach (EmulatedUser user in emulator.Users)
        {
            user.BecomeAvailable();
        }

        emulator.User(Diego).PreferPresence("BeRightBack");
        emulator.User(Isaiah).AppearOffline();
        emulator.User(Megan).StartPresenting();
    }

    private static string Describe(PresenceEmulator emulator)
    {
        int disturbed = emulator.Faults.Sum(fault => fault.Hits);
        return $"The emulated service received {emulator.Requests.Count} requests"
            + (disturbed > 0 ? $", and disturbed {disturbed} of them." : ".");
    }
}
