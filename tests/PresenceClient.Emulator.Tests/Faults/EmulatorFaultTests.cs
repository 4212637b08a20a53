namespace PresenceClient.Emulator.Tests.Faults;

public sealed class EmulatorFaultTests
{
    public static TheoryData<string, Func<EmulatorFault>> BadValues => new()
    {
        { "Path", () => new() { Path = " " } },
        { "Probability", () => new() { Probability = -0.1 } },
        { "Probability", () => new() { Probability = 1.1 } },
        { "Probability", () => new() { Probability = double.NaN } },
        { "Skip", () => new() { Skip = -1 } },
        { "Times", () => new() { Times = 0 } },
        { "Duration", () => new() { Duration = TimeSpan.Zero } },
        { "StatusCode", () => new() { StatusCode = 199 } },
        { "StatusCode", () => EmulatorFault.Status(600) },
        { "Headers", () => new() { Headers = null! } },
        { "VisibleAfter", () => EmulatorFault.DelayedWrites(TimeSpan.FromSeconds(241)) },
        { "Delay", () => EmulatorFault.Slow(TimeSpan.FromTicks(-1)) },
        { "Delay", () => EmulatorFault.Slow(TimeSpan.FromDays(2)) },
        { "TruncateAt", () => EmulatorFault.Truncate(-1) },
        { "Trickle", () => new() { Trickle = TimeSpan.FromDays(2) } },
        { "retryAfter", () => EmulatorFault.Throttle(TimeSpan.FromSeconds(-1)) },
        { "contentType", () => EmulatorFault.WrongContentType("") },
    };

    public static TheoryData<EmulatorFault, string> Contradictions => new()
    {
        { new(), "The fault has no effect*" },
        { new() { Delay = TimeSpan.FromSeconds(1), TakesEffect = false }, "*only with a status or a drop*" },
        { new() { Drop = true, StatusCode = 500 }, "A dropped connection has no answer*" },
        { new() { Drop = true, TruncateAt = 5 }, "A dropped connection has no answer*" },
        { new() { Drop = true, NeverEnds = true }, "A dropped connection has no answer*" },
        { new() { Drop = true, Trickle = TimeSpan.FromSeconds(1) }, "A dropped connection has no answer*" },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Make_BadValue_IsRefusedByItsName(string name, Func<EmulatorFault> make) =>
        make.Should().Throw<ArgumentException>().WithParameterName(name);

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task InjectFault_Contradiction_IsRefused(EmulatorFault fault, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Invoking(it => it.InjectFault(fault)).Should().Throw<ArgumentException>()
            .WithMessage(message).WithParameterName(nameof(fault));
    }

    [Fact]
    public async Task InjectFault_Null_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Invoking(it => it.InjectFault(null!)).Should().Throw<ArgumentNullException>();
    }
}
