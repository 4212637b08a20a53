namespace PresenceClient.Tests.Models;

public class DirectoryUserTests
{
    [Theory]
    [InlineData("Member", DirectoryUserType.Member)]
    [InlineData("guest", DirectoryUserType.Guest)]
    [InlineData("Contractor", DirectoryUserType.UnknownFutureValue)]
    [InlineData("1", DirectoryUserType.UnknownFutureValue)]
    [InlineData("", DirectoryUserType.UnknownFutureValue)]
    [InlineData(null, DirectoryUserType.Unknown)]
    public void UserType_FromText_IgnoresCaseAndKeepsTheText(string? text, DirectoryUserType expected)
    {
        var user = new DirectoryUser { Id = "x", UserTypeText = text };

        user.UserType.Should().Be(expected);
        user.UserTypeText.Should().Be(text);
    }

    [Theory]
    [InlineData(DirectoryUserType.Member, "Member")]
    [InlineData(DirectoryUserType.Guest, "Guest")]
    [InlineData(DirectoryUserType.Unknown, null)]
    public void UserType_Set_HasTheServicesText(DirectoryUserType type, string? text) =>
        new DirectoryUser { Id = "x", UserType = type }.UserTypeText.Should().Be(text);

    [Fact]
    public void UserType_SetToWhatTheTextMeans_KeepsTheText() =>
        (new DirectoryUser { Id = "x", UserTypeText = "Contractor" } with
        {
            UserType = DirectoryUserType.UnknownFutureValue,
        }).UserTypeText.Should().Be("Contractor");
}
