using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace PresenceClient.MicrosoftGraph.Tests;

public sealed class VersionTests
{
    /// <summary>Kiota here is what Microsoft's SDK needs, so that the other tests show what they say.</summary>
    [Fact]
    public void Kiota_InThisProcess_IsOfTheMajorVersionThatTheSdkNeeds()
    {
        int sdk = typeof(GraphServiceClient).Assembly.GetName().Version!.Major;
        int kiota = typeof(IRequestAdapter).Assembly.GetName().Version!.Major;

        typeof(VersionTests).Assembly.GetName().Name.Should().Be($"PresenceClient.MicrosoftGraph{sdk}.Tests");
        kiota.Should().Be(sdk == 5 ? 1 : 2);
    }
}
