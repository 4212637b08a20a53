using System.Text;
using System.Text.Json;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Serialization;

public sealed class SubscriptionReaderTests
{
    private const string Chat = $"/chats/{Samples.Team}/messages";

    [Theory]
    [InlineData("")]
    [InlineData(""" , "includeResourceData": null, "notificationUrl": null, "lifecycleNotificationUrl": "" """)]
    [InlineData(""" , "includeResourceData": false, "notificationUrl": "hook", "x": [ { "id": "no" } ] """)]
    public void ReadOne_OfAnotherResourceWithoutContent_HasNoUsers(string rest) =>
        Read($$"""{ "id": "a", "resource": "{{Chat}}" {{rest}} }""").Should().BeEquivalentTo(
            new PresenceSubscription { Id = "a", Resource = Chat });

    [Fact]
    public void ReadOne_TwoAddresses_AreRead()
    {
        PresenceSubscription read = Read("""
            { "id": "a", "resource": "r", "notificationUrl": "https://hook.contoso.com/a",
              "lifecycleNotificationUrl": "https://hook.contoso.com/b" }
            """);

        read.NotificationUrl.Should().Be(new Uri("https://hook.contoso.com/a"));
        read.LifecycleNotificationUrl.Should().Be(new Uri("https://hook.contoso.com/b"));
    }

    [Theory]
    [InlineData("[]", "*'subscription'*object*")]
    [InlineData("""{"id":"a","resource":"r","includeResourceData":"yes"}""", "*'includeResourceData'*true or false*")]
    [InlineData("""{"id":"a","resource":"r"} {}""", "*invalid after a single JSON value*")]
    public void ReadOne_Malformed_SaysWhatIsWrong(string json, string message)
    {
        Action read = () => Read(json);

        read.Should().Throw<JsonException>().WithMessage(message);
    }

    private static PresenceSubscription Read(string json) => SubscriptionReader.ReadOne(Encoding.UTF8.GetBytes(json));
}
