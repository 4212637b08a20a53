using System.Text.RegularExpressions;
using System.Xml.Linq;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs;

/// <summary>The docs of each call name its path, its least permissions and what it throws.</summary>
public partial class XmlDocsTests
{
    // Their failures are outcomes, not exceptions.
    private static readonly string[] WithOutcomes = ["PresencesClient.WriteAsync", "UsersClient.ResolveAsync"];

    private static readonly XDocument Docs = XDocument.Load(
        Path.ChangeExtension(typeof(PresenceServiceClient).Assembly.Location, ".xml"));

    private static readonly (string Method, GraphOperation[] Operations)[] Calls =
    [
        ("MeClient.GetPresenceAsync", [GraphOperations.GetMyPresence]),
        ("UserClient.GetPresenceAsync", [GraphOperations.GetUserPresence]),
        ("UserClient.GetUserAsync", [GraphOperations.GetUser]),
        ("UsersClient.ListAsync", [GraphOperations.ListUsers]),
        ("UsersClient.ResolveAsync", [GraphOperations.ListUsers]),
        ("GroupClient.ListMembersAsync", [GraphOperations.ListGroupMembers]),
        ("SubscriptionsClient.CreateAsync", [GraphOperations.CreateSubscription]),
        ("SubscriptionsClient.RenewAsync", [GraphOperations.UpdateSubscription]),
        ("SubscriptionsClient.ListAsync", [GraphOperations.ListSubscriptions]),
        ("SubscriptionsClient.DeleteAsync", [GraphOperations.DeleteSubscription]),
        ("PresenceItemClient.GetAsync", [GraphOperations.GetPresence]),
        ("PresencesClient.GetAsync", [GraphOperations.GetPresencesByUserId]),
        ("PresencesClient.ReadPagesAsync", [GraphOperations.GetPresencesByUserId]),
        ("PresencesClient.WatchAsync", [GraphOperations.GetPresencesByUserId]),
        ("PresencesClient.WriteAsync",
            [GraphOperations.SetUserPresence, GraphOperations.ClearUserPresence,
                GraphOperations.SetUserPreferredPresence, GraphOperations.ClearUserPreferredPresence,
                GraphOperations.SetUserStatusMessage]),
        ("PresenceLoader.GetAsync", [GraphOperations.GetPresencesByUserId]),
        ("PresenceWatch.RefreshAsync", [GraphOperations.GetPresencesByUserId]),
        ("SessionClient.SetAsync", [GraphOperations.SetUserPresence, GraphOperations.SetMyPresence]),
        ("SessionClient.HoldAsync", [GraphOperations.SetUserPresence, GraphOperations.SetMyPresence]),
        ("PresenceHold.ChangeAsync", [GraphOperations.SetUserPresence, GraphOperations.SetMyPresence]),
        ("PresenceHold.EndAsync", [GraphOperations.ClearUserPresence, GraphOperations.ClearMyPresence]),
        ("SessionClient.ExplainAsync", [GraphOperations.GetUserPresence, GraphOperations.GetMyPresence]),
        ("SessionClient.ClearAsync", [GraphOperations.ClearUserPresence, GraphOperations.ClearMyPresence]),
        ("PreferredPresenceClient.SetAsync",
            [GraphOperations.SetUserPreferredPresence, GraphOperations.SetMyPreferredPresence]),
        ("PreferredPresenceClient.ClearAsync",
            [GraphOperations.ClearUserPreferredPresence, GraphOperations.ClearMyPreferredPresence]),
        ("StatusMessageClient.SetAsync", [GraphOperations.SetUserStatusMessage, GraphOperations.SetMyStatusMessage]),
        ("StatusMessageClient.ClearAsync", [GraphOperations.SetUserStatusMessage, GraphOperations.SetMyStatusMessage]),
        ("WorkLocationClient.SetManualAsync", [GraphOperations.SetMyManualLocation]),
        ("WorkLocationClient.SetAutomaticAsync", [GraphOperations.SetMyAutomaticLocation]),
        ("WorkLocationClient.ClearAsync", [GraphOperations.ClearMyLocation]),
        ("WorkLocationClient.ClearAutomaticAsync", [GraphOperations.ClearMyAutomaticLocation]),
    ];

    public static TheoryData<string> Methods => [.. Calls.Select(c => c.Method)];

    [Fact]
    public void Calls_AllOperations_AreReached() =>
        Calls.SelectMany(c => c.Operations).Distinct().Should()
            .BeEquivalentTo([.. CalledOperations.All, .. CalledOperations.Subscriptions]);

    [Fact]
    public void Calls_AllAsyncMethodsOfTheApi_AreListed() =>
        Members("").Select(m => MethodName().Match((string)m.Attribute("name")!).Groups[1].Value)
            .Where(name => name.EndsWith("Async", StringComparison.Ordinal)).Distinct()
            .Should().BeEquivalentTo(Calls.Select(c => c.Method));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Docs_OfEachCall_NamePathPermissionsAndExceptions(string method)
    {
        GraphOperation[] operations = Calls.Single(c => c.Method == method).Operations;
        XElement[] overloads = [.. Members(method + "(")];
        overloads.Should().NotBeEmpty();

        foreach (XElement overload in overloads)
        {
            // Words of adjacent elements stay apart, as a reader sees them.
            string text = Spaces().Replace(string.Join(' ', overload.Elements().Where(e => e.Name != "exception")
                .DescendantNodes().OfType<XText>().Select(t => t.Value)), " ");
            foreach (string word in operations.SelectMany(Words))
            {
                text.Should().MatchRegex($@"{Regex.Escape(word)}(?![.\w]*\w)");
            }

            string[] thrown = [.. overload.Elements("exception").Select(e => (string)e.Attribute("cref")!)];
            thrown.Should().Contain("T:System.OperationCanceledException");
            thrown.Contains("T:PresenceClient.PresenceException").Should().Be(!WithOutcomes.Contains(method));
        }
    }

    [Theory]
    [InlineData(typeof(PresenceServiceClient))]
    [InlineData(typeof(PresenceClient.Emulator.PresenceEmulator))]
    [InlineData(typeof(PresenceSharing))]
    public void Docs_OfEachMember_HaveOneSummaryAtMost(Type package) =>
        XDocument.Load(Path.ChangeExtension(package.Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Elements("summary").Count() > 1).Select(member => (string?)member.Attribute("name"))
            .Should().BeEmpty("an IDE shows one of them, and not the right one");

    [Fact]
    public void Docs_WritesUnderMe_SayThatTheyAreNotDocumentedThere()
    {
        foreach (string property in (string[])["Session", "Preferred", "StatusMessage"])
        {
            string name = $"P:PresenceClient.MeClient.{property}";
            Docs.Descendants("member").Single(m => (string?)m.Attribute("name") == name)
                .Value.Should().Contain("Not documented under");
        }
    }

    // The shared actions are documented once, with the path under /users and a note that /me has them too.
    private static IEnumerable<string> Words(GraphOperation operation)
    {
        string path = operation.Path.Replace("{user-id}", "{id}", StringComparison.Ordinal)
            .Replace("{presence-id}", "{id}", StringComparison.Ordinal)
            .Replace("{group-id}", "{id}", StringComparison.Ordinal)
            .Replace("{subscription-id}", "{id}", StringComparison.Ordinal);
        bool told = operation.GlobalCloudOnly || operation.Method == "GET"
            || !path.StartsWith("/me", StringComparison.Ordinal);
        yield return told ? $"{operation.Method} {path}" : "/me";
        yield return operation.Permissions.Delegated ?? operation.Permissions.Self!;
        if (operation.Permissions.Application is { } application)
        {
            yield return application;
        }
    }

    private static IEnumerable<XElement> Members(string start) => Docs.Descendants("member").Where(m =>
        ((string)m.Attribute("name")!).StartsWith($"M:PresenceClient.{start}", StringComparison.Ordinal)
        && MethodName().IsMatch((string)m.Attribute("name")!));

    [GeneratedRegex(@"^M:PresenceClient\.(\w+(?:Client|Loader)\.\w+"
        + @"|PresenceWatch\.RefreshAsync|PresenceHold\.(?:Change|End)Async)\(")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
