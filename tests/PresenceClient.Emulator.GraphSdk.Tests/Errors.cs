using Microsoft.Graph.Models.ODataErrors;

namespace PresenceClient.Emulator.GraphSdk.Tests;

/// <summary>Short ways to errors as the SDK sees them.</summary>
internal static class Errors
{
    public static async Task<ODataError> OfAsync(Func<Task> call) =>
        (await call.Should().ThrowAsync<ODataError>()).Which;

    public static void ShouldBe(this ODataError error, int status, string code, string message)
    {
        error.ResponseStatusCode.Should().Be(status);
        error.Error!.Code.Should().Be(code);
        error.Error.Message.Should().Be(message);
    }
}
