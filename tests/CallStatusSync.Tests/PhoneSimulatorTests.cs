namespace CallStatusSync.Tests;

public sealed class PhoneSimulatorTests
{
    private static readonly string[] People = ["adele@contoso.com", "diego@contoso.com"];

    [Fact]
    public void Simulate_SameSeed_GivesTheSameCalls() => Simulate(7).Should().Equal(Simulate(7));

    [Fact]
    public void Simulate_OtherSeed_GivesOtherCalls() => Simulate(7).Should().NotEqual(Simulate(8));

    [Fact]
    public void Simulate_Events_AreInOrderAndEveryKindOccurs()
    {
        List<PhoneEvent> events = Simulate(42);

        events.Should().BeInAscendingOrder(phoneEvent => phoneEvent.Time);
        events.Select(phoneEvent => phoneEvent.Kind).Distinct().Should()
            .BeEquivalentTo(Enum.GetValues<PhoneEventKind>());
    }

    [Fact]
    public void Simulate_DefaultRun_EndsWithCallsUnderWay()
    {
        var usual = new SyncOptions();

        IEnumerable<PhoneEventKind> last = PhoneSimulator
            .Simulate(EmulatedTenant.SignInNames, usual.Duration, usual.Seed)
            .GroupBy(phoneEvent => phoneEvent.Who).Select(person => person.Last().Kind);

        last.Should().Contain(kind => CallPresence.Of(kind) != null, "the end must have presences to clear");
    }

    private static List<PhoneEvent> Simulate(int seed) => PhoneSimulator.Simulate(People, TimeSpan.FromHours(1), seed);
}
