using System.Text.RegularExpressions;
using PresenceClient.Tests.Docs.Mistakes;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Docs;

/// <summary>Each message of the page about troubleshooting is one that a mistake produces.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly Dictionary<string, Func<Task>> Known = new(
        [.. ArgumentMistakes.All, .. HostMistakes.All, .. SignInMistakes.All, .. ServiceTroubles.All,
            .. NetworkTroubles.All]);

    public static TheoryData<string> Messages { get; } = new(Known.Keys);

    [Fact]
    public void Page_ListsTheMessagesThatAreProduced() =>
        Row().Matches(File.ReadAllText(Repository.PathOf("docs/troubleshooting.md")))
            .Select(row => row.Groups[1].Value).Should().BeEquivalentTo(Known.Keys);

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_OfThePage_BeginsTheMessageOfItsMistake(string message)
    {
        Exception failure = (await Awaiting(() => Known[message]().BoundedAsync()).Should().ThrowAsync<Exception>())
            .Which;

        failure.Message.Should().Match(message.Replace("…", "*", StringComparison.Ordinal) + "*");
        failure.Should().BeAssignableTo(message.StartsWith('…') ? typeof(PresenceException) : typeof(Exception));
    }

    [GeneratedRegex("^\\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
