namespace PresenceClient.Tool.Tests;

public sealed class FailureLineTests
{
    [Fact]
    public void For_AccessDenied_SaysTheMessageWithItsCure() =>
        FailureLine.For(new PresenceAccessDeniedException("Access denied. Grant Presence.Read.All."))
            .Should().Be("Access denied. Grant Presence.Read.All.");

    [Fact]
    public void For_SignInRefused_SaysTheCure() =>
        FailureLine.For(new PresenceAuthenticationException("signing in failed: AADSTS7000215: Invalid secret."))
            .Should().Be("signing in failed: AADSTS7000215: Invalid secret. "
                + "Check the tenant, the client id and the secret or certificate.");

    [Fact]
    public void For_SignInServiceOutOfReach_DoesNotBlameTheSecret() =>
        FailureLine.For(new PresenceAuthenticationException("the sign-in service cannot be reached: No such host."))
            .Should().Be("the sign-in service cannot be reached: No such host.");

    [Fact]
    public void For_TokenRefused_SaysTheMessage() =>
        FailureLine.For(new PresenceAuthenticationException("The token was not accepted."))
            .Should().Be("The token was not accepted.");

    [Fact]
    public void For_FullDisk_SaysTheMessage() =>
        FailureLine.For(new IOException("No space left on device")).Should().Be("No space left on device");

    [Fact]
    public void For_ClosedOutput_SaysSo() =>
        FailureLine.For(new UnauthorizedAccessException("Denied", new IOException("Bad file descriptor")))
            .Should().Be("Standard output cannot be written: Bad file descriptor.");

    [Fact]
    public void For_Bug_IsNull() => FailureLine.For(new InvalidOperationException("bug")).Should().BeNull();

    [Fact]
    public void For_CompleteResult_IsNull() => FailureLine.For(new PresenceReadResult([])).Should().BeNull();

    [Fact]
    public void For_IncompleteResult_CountsFailedReads() =>
        FailureLine.For(new PresenceReadResult([Some.Presence(1)], [Some.Id(2)], [Some.Failure(3), Some.Failure(4)]))
            .Should().Be("2 of 4 presences could not be read: The service is down.");

    [Fact]
    public void For_LargeIncompleteResult_HasThousandsMarks() =>
        FailureLine.For(new PresenceReadResult(
                [], failures: [new PresenceReadFailure([.. Enumerable.Range(1, 1_300).Select(Some.Id)], new("Down."))]))
            .Should().StartWith("1,300 of 1,300 presences");
}
