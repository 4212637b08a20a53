using PresenceClient.Http;
using PresenceClient.Tests.Serialization;

namespace PresenceClient.Tests.Http.Errors;

/// <summary>Text of other parties in messages: names of users are masked, the rest stays.</summary>
public sealed class SafeTextTests
{
    private const string Id = "1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d";

    /// <summary>Sign-in names, ids and tokens, as services, gateways and libraries write them.</summary>
    public static TheoryData<string> Names { get; } = new(
        new[]
        {
            "adele@contoso.com", "adele.vance+x@contoso.com", "o'brien@contoso.com", "Jürgen_ö@x",
            "adele.vance#EXT#@contoso.onmicrosoft.com", "adele%40contoso.com", "adele%2540contoso.com",
            "adele%252540contoso.com", $"adele%{string.Concat(Enumerable.Repeat("25", 500))}40contoso.com",
            @"adele\u0040contoso.com", @"adele\\u0040contoso.com", @"adele\x40contoso.com", "adele%u0040contoso.com",
            "adele&#64;contoso.com", "adele&#x40;contoso.com", "adele&commat;contoso.com", "adele&amp;#64;contoso.com",
            "adele%26%2364%3Bcontoso.com",
            "adele%EF%BC%A0contoso.com", "%61%64%65%6c%65@contoso.com", "adele\uff20contoso.com",
            "adele\u200b@\u200bcontoso.com", "adele@\u00ad\u202econtoso.com", "😀adele@contoso.com",
            Id, Id.ToUpperInvariant(), $"{{{Id}}}", $"({Id})", Guid.Parse(Id).ToString("N"),
            Guid.Parse(Id).ToString("X"), Id.Replace("-", "%2D", StringComparison.Ordinal),
            Id.Replace("-", "%252d", StringComparison.Ordinal), Id.Replace('-', '\u2011'), Id.Replace('-', '_'),
            Id.Replace("-", "\u200b-", StringComparison.Ordinal), Id.Replace("1", "%31", StringComparison.Ordinal),
            Id.Replace("-", @"\u002d", StringComparison.Ordinal), $"user{Id}", $"{Id}{Id}", $"users-{Id}.json",
            "Bearer token-1", "bearer abc.def==", "eyJ0123456789abc",
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbg",
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_InASentence_IsMaskedAndTheSentenceStays(string name)
    {
        string masked = SafeText.Mask($"Resource '{name}' does not exist, not even in (\"{name}\").")!;

        masked.Should().MatchRegex("""
            ^Resource '(Bearer |bearer |users?-?|[{(])?\*{3}([.*]|json|[)}])*' does not exist, not even in \(".*"\)\.$
            """);
        masked.Should().NotContain("contoso").And.NotContain("adele").And.NotContain("1a2b3c4d").And
            .NotContain("1A2B3C4D").And.NotContain("token-1").And.NotContain("c2lnbg");
    }

    [Theory]
    [InlineData("'adele@contoso.com'", "'***'")]
    [InlineData("id='adele@contoso.com'", "id='***'")]
    [InlineData("users('o'brien@contoso.com')", "users('***')")]
    [InlineData("“adele@contoso.com”", "“***”")]
    [InlineData("`adele@contoso.com`", "`***`")]
    [InlineData("[adele@contoso.com]", "[***]")]
    [InlineData("<adele@contoso.com>", "<***>")]
    [InlineData("/users/adele@contoso.com/presence?x=adele@contoso.com&y=1", "/users/***/presence?x=***&y=1")]
    [InlineData("adele@contoso.com, alex@contoso.com; megan@contoso.com.", "***, ***; ***.")]
    [InlineData("adele@contoso.com's", "***'s")]
    [InlineData("adele@contoso.com! adele@contoso.com?", "***! ***?")]
    [InlineData("@odata.id of adele@contoso.com", "@odata.id of ***")]
    [InlineData("id'-adele@contoso.com", "id'***")]
    [InlineData("eyJ0123456789abc. Bearer token-1.", "*** Bearer ***")]
    [InlineData("x=1&y&#64;z", "x=1&***")]
    [InlineData("Id={1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d}", "Id={***}")]
    public void Name_BetweenSigns_KeepsThem(string words, string masked) => SafeText.Mask(words).Should().Be(masked);

    [Theory]
    [InlineData("")]
    [InlineData("The provided [ExpirationDuration] is out of range.")]
    [InlineData("The annotation @odata.nextLink is missing @ the end.")]
    [InlineData("Bearer token is missing. WWW-Authenticate: Bearer realm=\"\". Use Bearer.")]
    [InlineData("100 % of 5&6, C:\\users\\x and 2026-08-21T10:00:00.0000000Z are no names; AADSTS7000215 is none.")]
    [InlineData("Icelandic EYJAFJALLAJOKULL erupted; a token starts with eyJ, and eyJ0123456789ab has 15.")]
    [InlineData("No characters: &#99999; &#xFFFFF; &; &unknown; %4 %zz \\xq0 \\u00zz &#")]
    [InlineData("Added, decade by decade: 650,651,652,653 of 1,500 in 0x80070005.")]
    public void Text_ThatNamesNoUser_IsUnchanged(string words) => SafeText.Mask(words).Should().Be(words);

    [Fact]
    public void ControlAndFormatCharacters_OfAnySpelling_AreTakenOut()
    {
        string masked = SafeText.Mask(
            "a\u001b[31mb\r\nc\td\u0085e\u2028f\u202eg\u200bh\0i%1b[2J%0d%0aj\\u001bk&#27;l\u009bm\ud800n")!;

        masked.Should().Be("a [31mb  c d e fgh i [2J  j k l m\ufffdn");
    }

    [Theory]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("%C3%80 %41", "\u00c0 A")]
    [InlineData("&amp;quot;&apos;&percnt;41", "\"'A")]
    public void EncodedText_OfAnyKind_IsDecoded(string words, string decoded) =>
        SafeText.Mask(words).Should().Be(decoded);

    [Theory]
    [InlineData("Adele is not here, Adeleine is.", "adele", "*** is not here, Adeleine is.")]
    [InlineData("the#1 fan, the #1 fans", "#1 fan", "the***, the #1 fans")]
    [InlineData("Nothing is confidential.", "", "Nothing is confidential.")]
    [InlineData("Nothing is confidential.", "\u200b", "Nothing is confidential.")]
    public void ConfidentialText_IsMaskedWhereItIsWhole(string words, string confidential, string masked) =>
        SafeText.Mask(words, [confidential]).Should().Be(masked);

    [Fact]
    public void AnyWords_GiveOneLineOfBoundedLength() => Runs.ForEachSeed(Runs.Tries(5_000), seed =>
    {
        const string Signs = "@%&;#\\'\"-{},.u0x4aZ \n\u001b\u202e\ud83d\ude00\uff20";
        var random = new Random(seed);
        string words =
            new string([.. Enumerable.Range(0, random.Next(2_000)).Select(_ => Signs[random.Next(Signs.Length)])]);

        string masked = SafeText.Mask(words)!;

        if (masked.Length > 1_001 || masked.Any(char.IsControl))
        {
            masked.Should().BeEmpty("of seed {0}", seed);
        }
    });

    [Theory]
    [InlineData(1_000, 1_000, "")]
    [InlineData(1_001, 1_000, "…")]
    [InlineData(64 * 1024, 1_000, "…")]
    [InlineData((64 * 1024) + 1, 0, "")]
    public void LongWord_IsCutOrLeftOutWhereItCannotBeReadWhole(int length, int kept, string end) =>
        SafeText.Mask(new string('x', length)).Should().Be(new string('x', kept) + end);

    [Fact]
    public void LongWords_OfAnyKind_AreCutWithoutShowingANameOrHalfACharacter()
    {
        foreach (string words in new[]
        {
            new string('x', 999) + "😀" + new string('x', 10),
            string.Concat(Enumerable.Repeat("adele@contoso.com ", 10_000)),
            string.Concat(Enumerable.Repeat("%2540", 100_000)),
            string.Concat(Enumerable.Repeat($"{Id},", 10_000)),
            new string('@', 100_000), new string('&', 100_000), new string('\'', 100_000), new string('-', 100_000),
            new string(' ', 65_520) + "adele@contoso.com",
        })
        {
            string masked = SafeText.Mask(words)!;

            masked.Length.Should().BeLessThanOrEqualTo(1_001);
            masked.Should().NotContain("adele").And.NotContain(Id).And.NotMatchRegex("[\ud800-\udbff]…");
        }
    }
}
