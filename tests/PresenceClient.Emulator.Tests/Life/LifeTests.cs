using System.Text.Json;
using PresenceClient.Emulator.Core;

namespace PresenceClient.Emulator.Tests.Life;

public sealed class LifeTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(40)]
    public async Task Live_FewPeople_ChangeNearlyEverySecondForMinutes(int users)
    {
        await using TestTenant tenant = await LiveAsync(users);
        string[] before = await StampsAsync(tenant);
        int changing = 0;
        for (int second = 0; second < 240; second++)
        {
            tenant.Clock.Advance(TimeSpan.FromSeconds(1));
            string[] after = await StampsAsync(tenant);
            changing += after.SequenceEqual(before) ? 0 : 1;
            before = after;
        }

        changing.Should().BeGreaterThan(216, "nine seconds of ten show something");
    }

    [Fact]
    public async Task Live_AWorkingDay_ShowsEveryKindOfState()
    {
        await using TestTenant tenant = await LiveAsync(120);
        var seen = new HashSet<string>();
        for (int step = 0; step < 24 * 12; step++)
        {
            tenant.Emulator.Advance(TimeSpan.FromSeconds(5));
            seen.UnionWith((await EntriesAsync(tenant)).Select(entry =>
                $"{entry.GetProperty("availability")}/{entry.GetProperty("activity")}"));
        }

        seen.Should().BeEquivalentTo(
            "Available/Available", "Available/AvailableInactive", "Away/Away", "BeRightBack/BeRightBack", "Busy/Busy",
            "DoNotDisturb/DoNotDisturb", "Busy/InACall", "Busy/InAConferenceCall", "Busy/InAMeeting",
            "DoNotDisturb/Presenting", "Offline/Offline");
    }

    [Theory]
    [InlineData("2026-09-08T14:00Z", 0.75, 1)]
    [InlineData("2026-09-08T03:00Z", 0, 0.05)]
    [InlineData("2026-09-12T14:00Z", 0, 0.15)]
    public async Task Live_NightsAndWeekends_AreQuiet(string start, double least, double most)
    {
        await using TestTenant tenant = await LiveAsync(24, options =>
            options.LifeStart = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));

        double share = (await EntriesAsync(tenant))
            .Average(entry => entry.GetProperty("activity").GetString() == "Offline" ? 0 : 1);

        share.Should().BeInRange(least, most);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(3_600)]
    public async Task Live_HoweverTheClockIsAdvanced_IsTheSameLife(double speed)
    {
        await using TestTenant leap = await LiveAsync(40, options => options.LifeSpeed = speed);
        await using TestTenant steps = await LiveAsync(40, options => options.LifeSpeed = speed);
        var random = new SeededRandom(1, 1);
        var left = TimeSpan.FromDays(1);

        leap.Emulator.Advance(left);
        while (left > TimeSpan.Zero)
        {
            var step = TimeSpan.FromSeconds(Math.Min(random.Next(1_200), left.TotalSeconds));
            left -= step;
            if (random.Next(2) == 0)
            {
                steps.Clock.Advance(step);
            }
            else
            {
                steps.Emulator.Advance(step);
            }

            await steps.ReadAsync(random.Pick(steps.Emulator.Users.ToArray()));
        }

        (await BodyAsync(steps)).Should().Be(await BodyAsync(leap));
    }

    [Fact]
    public async Task Live_AnotherSeed_IsAnotherLife()
    {
        await using TestTenant one = await LiveAsync(60);
        await using TestTenant other = await LiveAsync(60, options => options.Seed = 43);

        (await ActivitiesAsync(one)).Should().NotEqual(await ActivitiesAsync(other));
    }

    [Fact]
    public async Task Live_SequenceNumbers_OnlyGrow()
    {
        await using TestTenant tenant = await LiveAsync(20, options => options.LifeSpeed = 3_600);
        string[] before = await StampsAsync(tenant);
        for (int step = 0; step < 200; step++)
        {
            tenant.Advance(0.3);
            string[] after = await StampsAsync(tenant);
            after.Zip(before).Should().OnlyContain(pair =>
                string.CompareOrdinal(pair.First, pair.Second) >= 0);
            before = after;
        }
    }

    [Fact]
    public async Task Live_TheFastestForAThousandYears_StillAnswers()
    {
        await using TestTenant tenant = await LiveAsync(5, options => options.LifeSpeed = 3_600);
        for (int year = 0; year < 1_000; year++)
        {
            tenant.Emulator.Advance(TimeSpan.FromDays(365));
        }

        (await StampsAsync(tenant)).Should().OnlyContain(stamp => stamp == "A9999999999");
    }

    [Fact]
    public async Task Live_WhatIsSet_StandsBeforeWhatPeopleDo()
    {
        await using TestTenant tenant = await LiveAsync(6);
        EmulatedUser user = tenant.Emulator.Users[0];

        user.SetStatusMessage("Mine");
        user.PreferPresence("DoNotDisturb", TimeSpan.FromHours(1));
        user.BecomeAvailable();
        for (int minute = 0; minute < 59; minute++)
        {
            Answer answer = await tenant.ReadAsync(user);
            answer.Pair.Should().Be("DoNotDisturb/DoNotDisturb");
            answer.Json.GetProperty("statusMessage").GetProperty("message").GetProperty("content").GetString()
                .Should().Be("Mine");
            tenant.Advance(1);
        }
    }

    [Fact]
    public async Task NotLive_NothingChangesByItself()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 200);
        string before = await BodyAsync(tenant);

        tenant.Advance(60 * 24);

        (await BodyAsync(tenant)).Should().Be(before);
    }

    private static Task<TestTenant> LiveAsync(int users, Action<PresenceEmulatorOptions>? configure = null) =>
        TestTenant.StartAsync(options =>
        {
            options.Users = users;
            options.Live = true;
            configure?.Invoke(options);
        });

    private static async Task<string> BodyAsync(TestTenant tenant)
    {
        string body = JsonSerializer.Serialize(new { ids = tenant.Emulator.Users.Select(user => user.Id) });
        return (await tenant.PostAsync("communications/getPresencesByUserId", body)).Text;
    }

    private static async Task<IEnumerable<JsonElement>> EntriesAsync(TestTenant tenant) =>
        JsonDocument.Parse(await BodyAsync(tenant)).RootElement.GetProperty("value").EnumerateArray();

    private static async Task<string[]> StampsAsync(TestTenant tenant) =>
        [.. (await EntriesAsync(tenant)).Select(entry => entry.GetProperty("sequenceNumber").GetString()!)];

    private static async Task<string[]> ActivitiesAsync(TestTenant tenant) =>
        [.. (await EntriesAsync(tenant)).Select(entry => entry.GetProperty("activity").GetString()!)];
}
