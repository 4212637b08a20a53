namespace PresenceClient.Emulator.Tests;

public sealed class PresenceEmulatorOptionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<PresenceEmulatorOptions>> BadValues => new()
    {
        { nameof(PresenceEmulatorOptions.Users), options => options.Users = 0 },
        { nameof(PresenceEmulatorOptions.Users), options => options.Users = -1 },
        { nameof(PresenceEmulatorOptions.Users), options => options.Users = 1_000_001 },
        { nameof(PresenceEmulatorOptions.Port), options => options.Port = -1 },
        { nameof(PresenceEmulatorOptions.Port), options => options.Port = 65_536 },
        { nameof(PresenceEmulatorOptions.Https), options => options.Https = (HttpsCertificate)3 },
        { nameof(PresenceEmulatorOptions.TokenLifetime), options => options.TokenLifetime = TimeSpan.Zero },
        { nameof(PresenceEmulatorOptions.TokenLifetime), options => options.TokenLifetime = TimeSpan.FromDays(366) },
        { nameof(PresenceEmulatorOptions.LifeSpeed), options => options.LifeSpeed = 0.9 },
        { nameof(PresenceEmulatorOptions.LifeSpeed), options => options.LifeSpeed = 3_601 },
        { nameof(PresenceEmulatorOptions.LifeSpeed), options => options.LifeSpeed = double.NaN },
        { nameof(PresenceEmulatorOptions.RequestLimit), options => options.RequestLimit = 0 },
        { nameof(PresenceEmulatorOptions.RequestLimit), options => options.RequestLimit = 10_000_001 },
        { nameof(PresenceEmulatorOptions.RequestLimitWindow), options => options.RequestLimitWindow = TimeSpan.Zero },
        {
            nameof(PresenceEmulatorOptions.RequestLimitWindow),
            options => options.RequestLimitWindow = TimeSpan.FromDays(1.1)
        },
        { nameof(PresenceEmulatorOptions.RecordedRequests), options => options.RecordedRequests = -1 },
        { nameof(PresenceEmulatorOptions.RecordedRequests), options => options.RecordedRequests = 1_000_001 },
        { nameof(PresenceEmulatorOptions.TimeProvider), options => options.TimeProvider = null! },
        { nameof(PresenceEmulatorOptions.TokenTimeProvider), options => options.TokenTimeProvider = null! },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task Start_BadOption_IsRefusedByItsName(string name, Action<PresenceEmulatorOptions> configure)
    {
        Func<Task> start = () => PresenceEmulator.StartAsync(configure, Cancel);

        (await start.Should().ThrowAsync<ArgumentException>()).WithParameterName(name);
    }

    [Fact]
    public async Task Start_ByDefault_Has100Users()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Cancel);

        emulator.Users.Should().HaveCount(100);
        emulator.Application.Roles.Should()
            .Equal("Presence.ReadWrite.All", "User.ReadBasic.All", "User.Read.All", "GroupMember.Read.All");
    }

    [Fact]
    public async Task AddApplication_BlankRole_IsRefused()
    {
        await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Cancel);

        emulator.Invoking(it => it.AddApplication(" ")).Should().Throw<ArgumentException>().WithParameterName("roles");
        emulator.Invoking(it => it.SignIn(it.Users[0], "")).Should().Throw<ArgumentException>()
            .WithParameterName("scopes");
    }
}
