using PresenceClient;

namespace CallStatusSync.Tests;

public sealed class PersonCallsTests
{
    private readonly PersonCalls _calls = new();

    [Fact]
    public void Shown_MissedCall_IsNothing()
    {
        Apply(PhoneEventKind.Ringing, 0);
        _calls.Shown.Should().BeNull();

        Apply(PhoneEventKind.HungUp, 20);
        _calls.Shown.Should().BeNull();
    }

    [Fact]
    public void Shown_HeldCall_IsInACall()
    {
        Apply(PhoneEventKind.Answered, 0);
        Apply(PhoneEventKind.Held, 10);

        _calls.Shown.Should().Be(SessionPresence.InACall);
    }

    [Fact]
    public void Shown_TwoCalls_UntilTheLastHasEnded()
    {
        Apply(PhoneEventKind.Answered, 0, "1");
        Apply(PhoneEventKind.Answered, 5, "2");
        Apply(PhoneEventKind.HungUp, 10, "1");
        _calls.Shown.Should().Be(SessionPresence.InACall);

        Apply(PhoneEventKind.HungUp, 15, "2");
        _calls.Shown.Should().BeNull();
    }

    [Fact]
    public void Shown_SecondCallIsMissed_StaysInACall()
    {
        Apply(PhoneEventKind.Answered, 0, "1");
        Apply(PhoneEventKind.Ringing, 5, "2");
        Apply(PhoneEventKind.HungUp, 9, "2");

        _calls.Shown.Should().Be(SessionPresence.InACall);
    }

    [Fact]
    public void TryApply_AnsweredAfterTheHangUpOfItsCall_IsLate()
    {
        Apply(PhoneEventKind.HungUp, 20);

        Try(PhoneEventKind.Answered, 10).Should().BeFalse();
        _calls.Shown.Should().BeNull();
    }

    [Fact]
    public void TryApply_LateHangUp_Counts()
    {
        Apply(PhoneEventKind.HungUp, 20, "1");
        Apply(PhoneEventKind.Answered, 30, "2");

        Try(PhoneEventKind.HungUp, 10, "2").Should().BeTrue();
        _calls.Shown.Should().BeNull();
    }

    [Fact]
    public void TryApply_NextCallWithoutAnId_Counts()
    {
        Apply(PhoneEventKind.Answered, 0);
        Apply(PhoneEventKind.HungUp, 20);
        Apply(PhoneEventKind.Answered, 20);

        _calls.Shown.Should().Be(SessionPresence.InACall);
    }

    private void Apply(PhoneEventKind kind, int seconds, string call = "") =>
        Try(kind, seconds, call).Should().BeTrue();

    private bool Try(PhoneEventKind kind, int seconds, string call = "") => _calls.TryApply(
        new PhoneEvent(DateTimeOffset.UnixEpoch.AddSeconds(seconds), "adele@contoso.com", kind, call));
}
