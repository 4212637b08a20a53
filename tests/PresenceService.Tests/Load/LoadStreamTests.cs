using PresenceClient.Emulator;
using PresenceService.Load;

namespace PresenceService.Tests.Load;

public sealed class LoadStreamTests
{
    [Fact]
    public async Task Take_StatesInTheirOrder_AreRight_AndOthersAreWrong()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            options => options.Users = 1, TestContext.Current.CancellationToken);
        var tenant = new LoadTenant("contoso", emulator);
        LoadUser user = tenant.Users[0];
        using var http = new HttpClient();
        var stream = new LoadStream(http, tenant);

        stream.CountLost([user.Id]).Should().Be(1, "the stream has received nothing");
        stream.Take("initial", Event(user, "Available", "Available"));
        stream.CountLost([user.Id]).Should().Be(0);
        user.ShowInTeams(new Shown("Busy", "InACall"));
        stream.CountLost([user.Id]).Should().Be(1, "the change has not arrived");
        stream.Take("change", Event(user, "Busy", "InACall"));
        stream.CountLost([user.Id]).Should().Be(0);
        stream.Wrong.Should().Be(0);

        user.ShowInTeams(new Shown("DoNotDisturb", "Presenting"));
        stream.Take("change", Event(user, "DoNotDisturb", "Presenting"));
        stream.Wrong.Should().Be(0);
        stream.Take("change", Event(user, "Available", "Available"));
        stream.Wrong.Should().Be(1, "the user was available only before");
        stream.Take("change", Event(user, "Imagined", "Imagined"));
        stream.Wrong.Should().Be(2);
        stream.States.Should().Be(5);
    }

    private static string Event(LoadUser user, string availability, string activity) => $$"""
        {"reset":false,"users":[{"id":"{{user.Id}}","availability":"{{availability}}","activity":"{{activity}}"}]}
        """;
}
