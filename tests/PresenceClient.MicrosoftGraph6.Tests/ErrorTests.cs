using System.Net;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Emulator;

namespace PresenceClient.MicrosoftGraph.Tests;

public sealed class ErrorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Read_WithoutThePermission_IsEachLibrarysOwnException(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(
            adapter, signIn: emulator => emulator.CreateCredential(emulator.AddApplication()));
        string id = both.Ids[0];

        Func<Task> ours = () => both.Client.Users[id].GetPresenceAsync(Cancelled);
        Func<Task> sdk = () => both.Sdk.Users[id].Presence.GetAsync(cancellationToken: Cancelled);

        (await ours.Should().ThrowExactlyAsync<PresenceAccessDeniedException>())
            .Which.ApplicationPermission.Should().Be("Presence.Read.All");
        (await sdk.Should().ThrowExactlyAsync<ODataError>()).Which.ResponseStatusCode.Should().Be(403);
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task User_Unknown_IsEachLibrarysOwnException(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);

        Func<Task> ours = () => both.Client.Users["nobody@contoso.example"].GetUserAsync(Cancelled);
        Func<Task> sdk = () => both.Sdk.Users["nobody@contoso.example"].GetAsync(cancellationToken: Cancelled);

        (await ours.Should().ThrowExactlyAsync<PresenceNotFoundException>())
            .Which.ErrorCode.Should().Be("Request_ResourceNotFound");
        (await sdk.Should().ThrowExactlyAsync<ODataError>())
            .Which.Error!.Code.Should().Be("Request_ResourceNotFound");
    }

    [Theory]
    [InlineData(AdapterUse.Own, 429)]
    [InlineData(AdapterUse.Shared, 429)]
    [InlineData(AdapterUse.Own, 503)]
    [InlineData(AdapterUse.Shared, 503)]
    public async Task Read_Refused_IsRetriedOnlyByTheSdk(AdapterUse adapter, int status)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        string id = both.Ids[0];
        both.Emulator.InjectFault(EmulatorFault.Status(status, retryAfter: "0"));

        Func<Task> ours = () => both.Client.Users[id].GetPresenceAsync(Cancelled);
        Func<Task> sdk = () => both.Sdk.Users[id].Presence.GetAsync(cancellationToken: Cancelled);

        (await ours.Should().ThrowAsync<PresenceException>()).Which.StatusCode.Should().Be((HttpStatusCode)status);
        both.Emulator.Requests.Should().ContainSingle();

        // The SDK's own way is as it was: three retries, then all that failed.
        (await sdk.Should().ThrowAsync<AggregateException>())
            .Which.InnerExceptions.Should().HaveCount(4).And.AllBeOfType<ApiException>();
        both.Emulator.Requests.Should().HaveCount(5);
    }

    [Theory]
    [InlineData(AdapterUse.Own)]
    [InlineData(AdapterUse.Shared)]
    public async Task Client_Disposed_LeavesTheSdkWorking(AdapterUse adapter)
    {
        await using BothClients both = await BothClients.StartAsync(adapter);
        await both.Client.Users[both.Ids[0]].GetPresenceAsync(Cancelled);

        both.Client.Dispose();

        (await both.Sdk.Users[both.Ids[0]].Presence.GetAsync(cancellationToken: Cancelled)).Should().NotBeNull();
    }
}
