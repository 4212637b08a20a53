using System.Globalization;

namespace PresenceClient.Emulator.Tests.State;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task ManyCallers_AtOnce_LoseNoChange()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        long before = Number(await tenant.ReadAsync(user));

        await Parallel.ForAsync(0, 400, async (i, _) =>
        {
            user.SetStatusMessage(i.ToString(CultureInfo.InvariantCulture));
            (await tenant.ReadAsync(user)).Status.Should().Be(200);
        });

        Number(await tenant.ReadAsync(user)).Should().Be(before + 400);
    }

    [Fact]
    public async Task ManyApplications_OnOneUser_EachHoldASession()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        EmulatedApplication[] apps =
            [.. Enumerable.Range(0, 20).Select(_ => tenant.Emulator.AddApplication("Presence.ReadWrite.All"))];

        await Parallel.ForEachAsync(apps, async (app, _) => await tenant.WriteAsync(
            user,
            "setPresence",
            tenant.SessionBody("Busy", "InACall").Replace(tenant.AppId, app.ClientId, StringComparison.Ordinal),
            tenant.Emulator.CreateCredential(app)));
        foreach (EmulatedApplication app in apps)
        {
            (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
            await tenant.WriteAsync(
                user,
                "clearPresence",
                $$"""{ "sessionId": "{{app.ClientId}}" }""",
                tenant.Emulator.CreateCredential(app));
        }

        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
    }

    private static long Number(Answer answer) =>
        long.Parse(answer.SequenceNumber![1..], CultureInfo.InvariantCulture);
}
