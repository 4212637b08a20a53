using Microsoft.Kiota.Abstractions;
using NSubstitute;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

public sealed class BaseAddressTests
{
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "graph.microsoft.com/v1.0", "is not absolute" },
        { "http://graph.microsoft.com/v1.0", "neither https nor http to a loopback" },
        { "http://192.168.0.7/v1.0", "so a token could be read in transit. Use" },
        { "http://127.0.0.2/v1.0", "localhost, 127.0.0.1, [::1]" },
        { "ftp://127.0.0.1/v1.0", "neither https nor http to a loopback" },
        { "file:///v1.0", "neither https nor http to a loopback" },
        { "https://adele:hunter2@graph.microsoft.com/v1.0", "contains a user name or a password" },
        { "http://adele:hunter2@graph.microsoft.com/v1.0", "neither https" },
        { "https://graph.microsoft.com/v1.0?key=hunter2", "a query or a fragment" },
        { "https://graph.microsoft.com/v1.0#hunter2", "a query or a fragment" },
        { "https://graph.microsoft.com", "has no version" },
        { "https://graph.microsoft.com/", "has no version" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Address_NotFitForTokens_IsRefusedWithTheCure(string address, string fault)
    {
        using var graph = new FakeGraph();
        graph.Options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);

        graph.Invoking(g => g.Client).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("options").WithMessage("PresenceClientOptions.BaseAddress: The address *")
            .Which.Message.Should().Contain(fault).And.Contain("https://graph.microsoft.com/v1.0")
            .And.NotContain("hunter2");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void AdaptersAddress_NotFitForTokens_IsRefusedWithTheCure(string address, string fault)
    {
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = address;

        Invoking(() => new PresenceServiceClient(adapter)).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("adapter")
            .Which.Message.Should().Contain(fault).And.NotContain("hunter2");
    }

    [Theory]
    [InlineData("https://microsoftgraph.chinacloudapi.cn/v1.0")]
    [InlineData("https://MicrosoftGraph.ChinaCloudApi.cn/v1.0/")]
    public void China_IsRefused(string address)
    {
        using var graph = new FakeGraph();
        graph.Options.BaseAddress = new Uri(address);
        IRequestAdapter adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl = address;

        graph.Invoking(g => g.Client).Should().ThrowExactly<NotSupportedException>().WithMessage("*China*");
        Invoking(() => new PresenceServiceClient(adapter)).Should().ThrowExactly<NotSupportedException>()
            .WithMessage("*China*");
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/")]
    [InlineData("https://graph.microsoft.com:443/v1.0//")]
    public async Task SlashAtTheEnd_IsDropped(string address)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Options.BaseAddress = new Uri(address);

        await graph.Client.Me.GetPresenceAsync(Test.Token);

        graph.Request.Url.Should().Be($"{Samples.Root}/me/presence");
    }
}
