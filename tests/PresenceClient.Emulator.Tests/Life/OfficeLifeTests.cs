using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Life;

public sealed class OfficeLifeTests
{
    [Fact]
    public async Task Live_EachSecond_SomePeopleChange()
    {
        await using TestTenant tenant = await LiveAsync(500);
        string[] before = await StampsAsync(tenant);

        for (var second = 0; second < 20; second++)
        {
            tenant.Clock.Advance(TimeSpan.FromSeconds(1));
            string[] after = await StampsAsync(tenant);
            after.Zip(before).Count(pair => pair.First != pair.Second).Should().BeInRange(4, 10);
            before = after;
        }
    }

    [Fact]
    public async Task Live_ADay_ShowsEveryKindOfState()
    {
        await using TestTenant tenant = await LiveAsync(30);
        var seen = new HashSet<string>();
        for (var minute = 0; minute < 120; minute++)
        {
            tenant.Advance(1);
            seen.UnionWith((await EntriesAsync(tenant)).Select(entry => entry.GetProperty("activity").GetString()!));
        }

        seen.Should().BeEquivalentTo(
            "Available", "AvailableInactive", "Away", "BeRightBack", "Busy", "DoNotDisturb", "InACall",
            "InAConferenceCall", "Presenting", "Offline");
    }

    [Fact]
    public async Task Live_SameSeed_IsTheSameLife()
    {
        await using TestTenant one = await LiveAsync(60);
        await using TestTenant same = await LiveAsync(60);
        await using TestTenant other = await LiveAsync(60, seed: 43);

        one.Advance(10);
        for (var second = 0; second < 600; second++)
            same.Clock.Advance(TimeSpan.FromSeconds(1));
        other.Advance(10);

        string[] life = await ActivitiesAsync(one);
        life.Should().Equal(await ActivitiesAsync(same)).And.NotEqual(await ActivitiesAsync(other));
        (await StampsAsync(one)).Should().Equal(await StampsAsync(same));
    }

    [Fact]
    public async Task NotLive_NothingChangesByItself()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 200);
        string[] before = await StampsAsync(tenant);

        tenant.Advance(60 * 24);

        (await StampsAsync(tenant)).Should().Equal(before);
    }

    private static Task<TestTenant> LiveAsync(int users, int seed = 42) => TestTenant.StartAsync(options =>
    {
        options.Users = users;
        options.Seed = seed;
        options.Live = true;
    });

    private static async Task<IEnumerable<JsonElement>> EntriesAsync(TestTenant tenant)
    {
        string body = JsonSerializer.Serialize(new { ids = tenant.Emulator.Users.Select(user => user.Id) });
        Answer answer = await tenant.PostAsync("communications/getPresencesByUserId", body);
        return answer.Json.GetProperty("value").EnumerateArray();
    }

    private static async Task<string[]> StampsAsync(TestTenant tenant) =>
        [.. (await EntriesAsync(tenant)).Select(entry => entry.GetProperty("sequenceNumber").GetString()!)];

    private static async Task<string[]> ActivitiesAsync(TestTenant tenant) =>
        [.. (await EntriesAsync(tenant)).Select(entry => entry.GetProperty("activity").GetString()!)];
}
