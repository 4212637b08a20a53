using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Presences;

public sealed class PresenceWriteTests
{
    private const string Secret = "Moving to Contoso";

    private static readonly Dictionary<PresenceWriteKind, Func<string, PresenceWrite>> OfEachKind = new()
    {
        [PresenceWriteKind.SetSession] = id => PresenceWrite.SetSession(id, SessionPresence.Away),
        [PresenceWriteKind.ClearSession] = PresenceWrite.ClearSession,
        [PresenceWriteKind.SetPreferred] = id => PresenceWrite.SetPreferred(id, PreferredPresence.Busy),
        [PresenceWriteKind.ClearPreferred] = PresenceWrite.ClearPreferred,
        [PresenceWriteKind.SetStatusMessage] = id => PresenceWrite.SetStatusMessage(id, Secret),
        [PresenceWriteKind.ClearStatusMessage] = PresenceWrite.ClearStatusMessage,
    };

    private static readonly Dictionary<string, (Func<PresenceWrite> Make, string Parameter, string Words)> Mistakes =
        new()
        {
            ["cast session"] = (() => PresenceWrite.SetSession(Samples.Adele, (SessionPresence)5),
                "presence", "Presenting"),
            ["short session"] = (() => PresenceWrite.SetSession(Samples.Adele, default, TimeSpan.FromMinutes(4)),
                "duration", "5 minutes to 4 hours"),
            ["blank session"] = (() => PresenceWrite.SetSession(Samples.Adele, " ", "Away"), "availability", "blank"),
            ["cast preference"] = (() => PresenceWrite.SetPreferred(Samples.Adele, (PreferredPresence)6),
                "presence", "Offline"),
            ["no time"] = (() => PresenceWrite.SetPreferred(Samples.Adele, default, TimeSpan.Zero),
                "duration", "PresenceWrite.ClearPreferred"),
            ["no preference"] = (() => PresenceWrite.SetPreferred(Samples.Adele, "Away", null!), "activity", "null"),
            ["no text"] = (() => PresenceWrite.SetStatusMessage(Samples.Adele, null!), "text", "null"),
            ["empty text"] = (() => PresenceWrite.SetStatusMessage(Samples.Adele, ""),
                "text", "PresenceWrite.ClearStatusMessage"),
            ["half a character"] = (() => PresenceWrite.SetStatusMessage(Samples.Adele, "party \ud83d"),
                "text", "index 6"),
        };

    public static TheoryData<PresenceWriteKind> Kinds { get; } = new(Enum.GetValues<PresenceWriteKind>());

    public static TheoryData<string> MistakeNames { get; } = new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_OfEachKind_SaysWhoseAndWhatButNotTheText(PresenceWriteKind kind)
    {
        PresenceWrite write = OfEachKind[kind](Samples.Adele);

        write.Kind.Should().Be(kind);
        write.UserId.Should().Be(Samples.Adele);
        write.ToString().Should().Contain(Samples.Adele).And.Contain(kind.ToString()).And.NotContain(Secret);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_OfEachKind_TakesOnlyObjectIds(PresenceWriteKind kind)
    {
        foreach (string? id in (string?[])[null, "", "adele@contoso.com", $"{{{Samples.Adele}}}"])
        {
            Invoking(() => OfEachKind[kind](id!)).Should().Throw<ArgumentException>()
                .WithParameterName("userId").WithMessage("*object id*GetUserAsync*")
                .Which.Message.Should().NotContain("adele@");
        }
    }

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void Write_WrongArgument_IsRefusedWhereItIsMade(string mistake)
    {
        (Func<PresenceWrite> make, string parameter, string words) = Mistakes[mistake];

        Invoking(make).Should().Throw<ArgumentException>().WithParameterName(parameter).WithMessage($"*{words}*");
    }

    [Fact]
    public void Writes_OfTheSameArguments_AreEqual()
    {
        var hour = TimeSpan.FromHours(1);
        DateTimeOffset end = FakeGraph.Start;

        OfEachKind.Values.Should().OnlyContain(make => make(Samples.Adele) == make(Samples.Adele));
        PresenceWrite.SetStatusMessage(Samples.Adele, "a", end).Should()
            .Be(PresenceWrite.SetStatusMessage(Samples.Adele, "a", end));
        new HashSet<PresenceWrite>
        {
            PresenceWrite.SetSession(Samples.Adele, SessionPresence.Away),
            PresenceWrite.SetSession(Samples.Alex, SessionPresence.Away),
            PresenceWrite.SetSession(Samples.Adele, SessionPresence.Away, hour),
            PresenceWrite.SetPreferred(Samples.Adele, PreferredPresence.Away),
            PresenceWrite.SetPreferred(Samples.Adele, PreferredPresence.Away, hour),
            PresenceWrite.SetStatusMessage(Samples.Adele, "a"),
            PresenceWrite.SetStatusMessage(Samples.Adele, "b"),
            PresenceWrite.SetStatusMessage(Samples.Adele, "a", end),
        }.Should().HaveCount(8);
    }
}
