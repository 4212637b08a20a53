using System.Reflection;
using System.Xml.Linq;
using Microsoft.Kiota.Abstractions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Surface;

/// <summary>
/// The package references the lowest supported Kiota. The tests run with that version and with the newest.
/// </summary>
public class KiotaVersionTests
{
    private static readonly Version Lowest = Version.Parse(
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("LowestKiotaVersion").Single().Value);

    [Fact]
    public void Client_AllOfKiota_IsReferencedInTheLowestVersion()
    {
        AssemblyName[] kiota = [.. typeof(PresenceServiceClient).Assembly.GetReferencedAssemblies()
            .Where(assembly => assembly.Name!.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal))];

        kiota.Should().NotBeEmpty();
        kiota.Select(assembly => Short(assembly.Version)).Distinct().Should().Equal(Lowest);
    }

    [Fact]
    public void Process_OfEachTestProject_HasTheKiotaThatItIsFor()
    {
        bool newest = typeof(KiotaVersionTests).Assembly.GetName().Name == "PresenceClient.Tests.NewestKiota";

        Version kiota = Short(typeof(IRequestAdapter).Assembly.GetName().Version);

        (newest ? kiota > new Version(2, 0) : kiota == Lowest).Should().BeTrue($"Kiota {kiota} is loaded");
    }

    private static Version Short(Version? version) => new(version!.Major, version.Minor, version.Build);
}
