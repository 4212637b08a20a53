using System.Text;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>Answers that come late, slowly, or never to their end, over a socket and in memory.</summary>
public sealed class SlowConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delay_WaitsOnce_ByTheGivenTimeProvider(bool overHttp)
    {
        var clock = new HurriedClock();
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.TimeProvider = clock);
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromMinutes(7)) with { Path = "/users" });

        await http.GetStringAsync(Transport.Path(Transport.Ids), Cancel);

        clock.Pauses.Should().Equal(TimeSpan.FromMinutes(7));
    }

    [Fact]
    public async Task Delay_AnswerTellsWhatWasSoWhenTheRequestCame()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromSeconds(30)) with { Times = 1 });
        Task<Answer> slow = tenant.ReadAsync(user);
        while (tenant.Emulator.Requests is not [{ Status: 200 }])
        {
            await Task.Yield();
        }

        user.SetTeamsClient("Busy", "InACall");
        while (!slow.IsCompleted)
        {
            tenant.Advance(1);
            await Task.Yield();
        }

        (await slow).Pair.Should().Be("Offline/Offline");
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delay_CallerLeaves_EndsIt(bool overHttp)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromSeconds(30)));
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<string> slow = http.GetStringAsync(Transport.Path(Transport.Ids), leave.Token);
        while (tenant.Emulator.Requests is not [{ Status: 200 }])
        {
            await Task.Yield();
        }

        await leave.CancelAsync();

        await slow.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trickle_PausesBeforeEach16Bytes(bool overHttp)
    {
        var clock = new HurriedClock();
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.TimeProvider = clock);
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        string whole = await http.GetStringAsync(Transport.Path(Transport.Ids), Cancel);
        tenant.Emulator.InjectFault(new EmulatorFault { Trickle = TimeSpan.FromSeconds(2) });

        string text = await http.GetStringAsync(Transport.Path(Transport.Ids), Cancel);

        text.Should().Be(whole);
        clock.Pauses.Should().HaveCount((whole.Length + 15) / 16).And.OnlyContain(it => it == TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, 40)]
    [InlineData(false, null)]
    [InlineData(false, 40)]
    public async Task NeverEnds_AfterTheBody_IsSilenceUntilTheEmulatorStops(bool overHttp, int? bytes)
    {
        TestTenant tenant = await TestTenant.StartAsync();
        string whole = (await tenant.GetAsync(Transport.Ids)).Text;
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Endless() with { TruncateAt = bytes });
        using HttpResponseMessage response =
            await http.GetAsync(Transport.Path(Transport.Ids), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Stream body = await response.Content.ReadAsStreamAsync(Cancel);
        byte[] start = new byte[bytes ?? whole.Length];
        await body.ReadExactlyAsync(start, Cancel);

        Task<int> more = body.ReadAsync(new byte[1], Cancel).AsTask();
        bool ended = more.IsCompleted;
        await tenant.DisposeAsync();

        Encoding.UTF8.GetString(start).Should().Be(whole[..start.Length]);
        ended.Should().BeFalse();
        await more.Awaiting(it => it).Should().ThrowAsync<IOException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NeverEnds_WithTrickle_GoesOnWithSpaces(bool overHttp)
    {
        await using TestTenant tenant =
            await TestTenant.StartAsync(options => options.TimeProvider = new HurriedClock());
        string whole = (await tenant.GetAsync(Transport.Ids)).Text;
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Endless() with { Trickle = TimeSpan.FromSeconds(1) });

        using HttpResponseMessage response =
            await http.GetAsync(Transport.Path(Transport.Ids), HttpCompletionOption.ResponseHeadersRead, Cancel);
        byte[] start = new byte[whole.Length + 100];
        await (await response.Content.ReadAsStreamAsync(Cancel)).ReadExactlyAsync(start, Cancel);

        Encoding.UTF8.GetString(start).Should().Be(whole + new string(' ', 100));
    }
}
