namespace PresenceClient.Emulator.Tests.State;

public sealed class SequenceNumberTests
{
    [Fact]
    public async Task SequenceNumber_CountsEveryFadingAndExpiry_ThoughNobodyLooked()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        long before = await NumberAsync(tenant, user);

        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Available", "Available", "PT1H"));
        tenant.Advance(120);

        (await NumberAsync(tenant, user)).Should().Be(before + 4, "set, inactive, away, offline");
    }

    [Fact]
    public async Task SequenceNumber_ChangesWithEveryPartThatCanBeSeen()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        Action[] changes =
        [
            () => user.SetTeamsClient("Busy", "InACall"),
            () => user.SetOutOfOffice(),
            () => user.SetOutOfOffice("Back on Monday"),
            user.ClearOutOfOffice,
            () => user.SetStatusMessage("Hi"),
            () => user.SetScheduledLocation("office"),
            () => user.SetScheduledLocation("office", "building-7"),
            user.ClearScheduledLocation,
            () => user.EndTeamsClient(),
        ];
        long number = await NumberAsync(tenant, user);
        foreach (Action change in changes)
        {
            change();
            (await NumberAsync(tenant, user)).Should().Be(++number);
        }
    }

    [Fact]
    public async Task SequenceNumber_WhatCannotBeSeen_ChangesNothing()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetTeamsClient("DoNotDisturb", "Presenting");
        long number = await NumberAsync(tenant, user);

        await tenant.WriteAsync(user, "setPresence", tenant.SessionBody("Away", "Away"));
        await tenant.WriteAsync(user, "clearUserPreferredPresence");
        user.SetTeamsClient("DoNotDisturb", "Presenting");
        tenant.Advance(30);

        (await NumberAsync(tenant, user)).Should().Be(number);
    }

    private static async Task<long> NumberAsync(TestTenant tenant, EmulatedUser user)
    {
        string stamp = (await tenant.ReadAsync(user)).SequenceNumber!;
        return long.Parse(stamp[1..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
