using System.Net;
using PresenceClient;
using PresenceClient.Emulator;

namespace PresenceBoard.Tests;

public sealed class NameResolverTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResolveAsync_IdInOtherForms_IsReadOnce()
    {
        People people = await ResolveAsync($"{{{Some.Id(1)}}}", Some.Id(1), $"\"{Some.Id(1)}\"", Some.Id(2));

        people.Ids.Should().Equal(Some.Id(1), Some.Id(2));
        people.Skipped.Should().BeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_ManyMalformedLines_NamesTheFirstAndCountsTheRest()
    {
        string[] lines = [.. Enumerable.Range(1, 1_300).Select(number => $"{Some.Id(number)},Person {number}")];

        People people = await ResolveAsync([.. lines, Some.Id(1)]);

        people.Ids.Should().Equal(Some.Id(1));
        people.Skipped.Should().HaveCount(6).And.HaveElementAt(5, "--ids: team.csv: 1,295 more lines are like this.");
        people.Skipped[0].Should().Be(
            $"--ids: team.csv, line 1: '{lines[0]}' is neither an object id nor a sign-in name. "
                + "Write one of them on each line, and nothing else.");
    }

    [Fact]
    public async Task ResolveAsync_NameThatTheServiceRefuses_IsMalformedAndTheOthersAreFound()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Stop);
        emulator.InjectFault(EmulatorFault.Status((int)HttpStatusCode.BadRequest) with { Times = 1 });
        using PresenceServiceClient client = Client(emulator);

        People people = await ResolveAsync(client.Users, "odd@contoso.example", Some.Id(1));

        people.Ids.Should().Equal(Some.Id(1));
        people.Skipped.Should().ContainSingle().Which.Should().Contain("line 1: 'odd@contoso.example' is neither ");
    }

    [Fact]
    public async Task ResolveAsync_UnknownName_SaysSoWithItsLine()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Stop);
        using PresenceServiceClient client = Client(emulator);

        People people = await ResolveAsync(client.Users, Some.Id(1), "nobody@contoso.example");

        people.Skipped.Should().Equal(
            "--ids: team.csv, line 2: 'nobody@contoso.example' is not the sign-in name of any user.");
    }

    private static PresenceServiceClient Client(PresenceEmulator emulator) =>
        new(emulator.CreateCredential(), new PresenceClientOptions { BaseAddress = emulator.BaseAddress });

    // Without names, no user is asked for.
    private static Task<People> ResolveAsync(params string[] lines) => ResolveAsync(null!, lines);

    private static Task<People> ResolveAsync(UsersClient users, params string[] lines) =>
        new NameResolver(users, null).ResolveAsync(
            [.. lines.Select((text, index) => new IdsEntry("team.csv", index + 1, text))], Stop);
}
