using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>The options of holds and keepers, and the arguments that are wrong before anything is sent.</summary>
public sealed class HoldOptionsTests
{
    [Theory]
    [InlineData(5, 200)] // A third of 5 minutes is 100 seconds, which leaves 200 for the attempt.
    [InlineData(60, 2400)]
    public async Task Expiry_TooShortForAnAttempt_IsRejected(int minutes, int attemptSeconds)
    {
        var options = new PresenceHoldOptions { Expiry = TimeSpan.FromMinutes(minutes) };
        await using HeldTenant tooSlow = await StartAsync(TimeSpan.FromSeconds(attemptSeconds));
        await using HeldTenant fits = await StartAsync(TimeSpan.FromSeconds(attemptSeconds - 1));

        FluentActions.Invoking(() => { _ = HoldAsync(tooSlow, options); }).Should().Throw<ArgumentException>()
            .WithMessage($"PresenceHoldOptions.Expiry: {options.Expiry:c} is too short for AttemptTimeout "
                + $"({TimeSpan.FromSeconds(attemptSeconds):c})*during a renewal*Use a longer*shorter AttemptTimeout.*");
        await using PresenceHold hold = await HoldAsync(fits, options).BoundedAsync();
        hold.State.Should().Be(PresenceHoldState.Held);
    }

    [Fact]
    public async Task Expiry_WithoutALimitForAttempts_IsRejected()
    {
        await using HeldTenant tenant = await StartAsync(Timeout.InfiniteTimeSpan);

        FluentActions.Invoking(() => { _ = HoldAsync(tenant, null); }).Should().Throw<ArgumentException>()
            .WithMessage("*AttemptTimeout (no limit)*");
    }

    [Theory]
    [InlineData("00:04:59.9")]
    [InlineData("04:00:00.1")]
    [InlineData("-00:00:01")]
    public async Task Expiry_OutOfRange_IsRejected(string expiry)
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        var options = new PresenceHoldOptions { Expiry = TimeSpan.Parse(expiry, null) };

        FluentActions.Invoking(() => { _ = HoldAsync(tenant, options); }).Should().Throw<ArgumentException>()
            .WithMessage($"PresenceHoldOptions.Expiry: {options.Expiry:c} is out of range. Use 5 minutes to 4 hours.*");
    }

    [Fact]
    public async Task Options_NotValid_AreAllReported()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();

        tenant.Client.Users.Invoking(u => u.CreateKeeper(new()
        {
            Expiry = TimeSpan.FromMinutes(1),
            MaxConcurrency = 0,
            PaceShare = double.NaN,
            ClearTimeout = TimeSpan.FromSeconds(-1),
        })).Should().Throw<ArgumentException>()
            .WithMessage("PresenceKeeperOptions.Expiry: *MaxConcurrency: 0*PaceShare*NaN*ClearTimeout*");
    }

    [Theory]
    [InlineData(0.01, "00:00:00", null)]
    [InlineData(1, "00:10:00", null)]
    [InlineData(0, "00:10:00", "*PaceShare: 0 is out of range*")]
    [InlineData(-0.5, "00:10:00", "*PaceShare: -0.5 is out of range*")]
    [InlineData(1.01, "00:10:00", "*PaceShare: 1.01 is out of range*")]
    [InlineData(1, "00:10:00.001", "*ClearTimeout: 00:10:00.0010000 is out of range. Use zero to 10 minutes*")]
    [InlineData(1, "-00:00:00.001", "*ClearTimeout: -00:00:00.0010000 is out of range. Use zero to 10 minutes*")]
    public async Task Keeper_OptionsAtTheirLimits_AreAcceptedAndThoseBeyondAreNot(
        double share, string clearTimeout, string? fault)
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        var options = new PresenceKeeperOptions
        {
            PaceShare = share,
            ClearTimeout = TimeSpan.Parse(clearTimeout, null),
        };
        Func<PresenceKeeper> create = () => tenant.Client.Users.CreateKeeper(options);

        if (fault is null)
        {
            await create().DisposeAsync();
        }
        else
        {
            create.Should().Throw<ArgumentException>().WithMessage(fault);
        }
    }

    [Fact]
    public async Task Client_ThatIsDisposed_StartsNoHoldAndNoKeeper()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        tenant.Client.Dispose();

        FluentActions.Invoking(() => { _ = HoldAsync(tenant, null); }).Should().Throw<ObjectDisposedException>();
        tenant.Client.Users.Invoking(u => u.CreateKeeper()).Should().Throw<ObjectDisposedException>();
        keeper.Invoking(k => k.Set(tenant.Id, SessionPresence.Away)).Should().Throw<ObjectDisposedException>();
        keeper.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task Hold_WithoutAnApplicationId_ThrowsAtOnce()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(configure: o => o.ApplicationId = null);

        FluentActions.Invoking(() => { _ = HoldAsync(tenant, null); }).Should().Throw<InvalidOperationException>()
            .WithMessage("*ApplicationId*");
        tenant.Client.Users.Invoking(u => u.CreateKeeper()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task Hold_OfASignInName_ThrowsAtOnce()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();

        FluentActions.Invoking(() => { _ = tenant.HoldAsync(SessionPresence.Away, id: "adele@contoso.com"); })
            .Should().Throw<ArgumentException>();
        keeper.Invoking(k => k.Set("adele@contoso.com", SessionPresence.Away)).Should().Throw<ArgumentException>();
        keeper.Invoking(k => k.Clear("adele@contoso.com")).Should().Throw<ArgumentException>();
        keeper.Invoking(k => k.Set(tenant.Id, (SessionPresence)99)).Should().Throw<ArgumentOutOfRangeException>();
        tenant.Requests().Should().BeEmpty();
    }

    private static Task<HeldTenant> StartAsync(TimeSpan attempt) => HeldTenant.StartAsync(
        configure: o => (o.AttemptTimeout, o.TotalTimeout) = (attempt, Timeout.InfiniteTimeSpan));

    private static Task<PresenceHold> HoldAsync(HeldTenant tenant, PresenceHoldOptions? options) =>
        tenant.Client.Users[tenant.Id].Session.HoldAsync(SessionPresence.InACall, options, Test.Token);
}
