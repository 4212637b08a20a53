using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

public sealed class UserReaderTests
{
    [Fact]
    public void ReadOne_EveryPropertyInAnyOrder_IsRead() =>
        Read("""
            { "x": { "id": "no" }, "userType": "Guest", "accountEnabled": false, "mail": "adele@fabrikam.com",
              "userPrincipalName": "adele#EXT#@contoso.com", "displayName": "Adele Vance", "id": "a",
              "": "no", "y": [ { "id": "no" } ] }
            """).Should().Be(new DirectoryUser
        {
            Id = "a",
            DisplayName = "Adele Vance",
            UserPrincipalName = "adele#EXT#@contoso.com",
            Mail = "adele@fabrikam.com",
            AccountEnabled = false,
            UserTypeText = "Guest",
        });

    [Fact]
    public void ReadOne_RequestedIdInAnotherCase_IsThatUser() =>
        UserReader.ReadOne(
            Encoding.UTF8.GetBytes(Samples.User(Samples.Adele.ToUpperInvariant())), Samples.Adele).Id.Should()
            .Be(Samples.Adele.ToUpperInvariant());

    [Theory]
    [InlineData("[]", "*'user'*object*")]
    [InlineData("{}", "*no 'id'*")]
    [InlineData("""{"id":5}""", "*'id'*string*")]
    [InlineData("""{"displayName":5}""", "*'displayName'*string*")]
    [InlineData("""{"userPrincipalName":5}""", "*'userPrincipalName'*string*")]
    [InlineData("""{"mail":5}""", "*'mail'*string*")]
    [InlineData("""{"accountEnabled":5}""", "*'accountEnabled'*true or false*")]
    [InlineData("""{"userType":5}""", "*'userType'*string*")]
    [InlineData("""{"id":"x"} {}""", "*invalid after a single JSON value*")]
    public void ReadOne_Malformed_SaysWhatIsWrong(string json, string message)
    {
        Action read = () => Read(json);

        read.Should().Throw<JsonException>().WithMessage(message);
    }

    private static DirectoryUser Read(string json) => UserReader.ReadOne(Encoding.UTF8.GetBytes(json));
}
