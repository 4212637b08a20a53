using System.Reflection;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace PresenceClient.MicrosoftGraph.Tests;

public sealed class VersionTests
{
    private static readonly string[] Libraries =
        ["Azure.", "Microsoft.Graph", "Microsoft.Identity", "Microsoft.Kiota", "PresenceClient", "Std.", "System."];

    /// <summary>Kiota here is what Microsoft's SDK needs, so that the other tests show what they say.</summary>
    [Fact]
    public void Kiota_InThisProcess_IsOfTheMajorVersionThatTheSdkNeeds()
    {
        int sdk = typeof(GraphServiceClient).Assembly.GetName().Version!.Major;
        int kiota = typeof(IRequestAdapter).Assembly.GetName().Version!.Major;

        typeof(VersionTests).Assembly.GetName().Name.Should().Be($"PresenceClient.MicrosoftGraph{sdk}.Tests");
        kiota.Should().Be(sdk == 5 ? 1 : 2);
    }

    /// <summary>A version that does not fit has types that cannot be loaded, also in code that no test calls.</summary>
    [Fact]
    public void Libraries_InThisProcess_LoadAllTheirTypes()
    {
        string[] files = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(file =>
            Libraries.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)))];

        files.Should().HaveCountGreaterThan(20);
        files.SelectMany(FailuresOf).Should().BeEmpty();
    }

    private static IEnumerable<string> FailuresOf(string file)
    {
        try
        {
            Assembly.LoadFrom(file).GetTypes();
            return [];
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.LoaderExceptions.Select(failure => $"{Path.GetFileName(file)}: {failure!.Message}").Distinct();
        }
    }
}
