using System.Net;
using PresenceClient;
using PresenceService.Problems;

namespace PresenceService.Tests.Problems;

public sealed class ProblemTests
{
    public static TheoryData<Type> Failures =>
        [.. typeof(PresenceException).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(PresenceException)))];

    [Theory]
    [MemberData(nameof(Failures))]
    public void Of_EachExceptionOfTheClient_IsAProblemOfTheTenants(Type type)
    {
        var failure = (Exception)Activator.CreateInstance(type, "secret words")!;

        Problem.Of(failure)!.Status.Should().BeInRange(403, 504).And.NotBe(500);
        Problem.Of(failure)!.Detail.Should().NotContain("secret");
    }

    [Fact]
    public void Of_Incomplete_IsTheProblemOfItsFirstFailure()
    {
        var reason = new PresenceThrottledException("…") { RetryAfter = TimeSpan.FromSeconds(7) };
        var incomplete = new PresenceIncompleteException("…", new PresenceReadResult([]), reason);

        Problem.Of(incomplete)!.Status.Should().Be(429);
        Problem.RetryAfter(incomplete).Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void Of_AccessDenied_NamesThePermission() =>
        Problem.Of(new PresenceAccessDeniedException { ApplicationPermission = "Presence.Read.All" })!
            .Detail.Should().Contain("Presence.Read.All");

    [Fact]
    public void Of_StatusWithoutAnExceptionType_IsABadGateway() =>
        Problem.Of(new PresenceException("…") { StatusCode = HttpStatusCode.Conflict })!.Status.Should().Be(502);

    [Fact]
    public void Of_BugOfTheService_IsNull() =>
        Problem.Of(new ArgumentException("…", "services")).Should().BeNull();
}
