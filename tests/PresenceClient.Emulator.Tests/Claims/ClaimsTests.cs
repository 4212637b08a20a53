using System.Reflection;

namespace PresenceClient.Emulator.Tests.Claims;

/// <summary>Keeps CLAIMS.md true: no row without a test, no behaviour without a row.</summary>
public sealed class ClaimsTests
{
    private const string Root = "PresenceClient.Emulator.Tests";

    private static readonly string[] Backed = ["documented", "metadata", "observed", "conflicting"];
    private static readonly string[] Unbacked = ["assumed", "own"];

    // What does not say how the tenant behaves: how it is hosted, what its command line prints, and this test itself.
    // A row may name these tests all the same.
    private static readonly string[] Plumbing = [$"{Root}.Hosting", $"{Root}.Tool", $"{Root}.Claims"];

    private static readonly MethodInfo[] Tests =
    [
        .. typeof(ClaimsTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute))),
    ];

    private static IReadOnlyList<Claim> Claims => ClaimsPage.Claims;

    [Fact]
    public void Rows_HaveAKnownStatusASourceAndATest() => Claims.Where(row => !IsComplete(row)).Should().BeEmpty();

    [Fact]
    public void Rows_ThatAreNoAssumption_NameAListedSource() =>
        Claims.Where(row => Backed.Contains(row.Status) && !row.Sources.Any()).Should().BeEmpty();

    [Fact]
    public void Sources_AreListedAndUsed() =>
        Claims.SelectMany(row => row.Sources).Distinct().Should().BeEquivalentTo(ClaimsPage.Sources);

    [Fact]
    public void Rows_AreThereOnce() => Claims.Should().OnlyHaveUniqueItems(row => row.What);

    [Fact]
    public void Options_Exist() =>
        Claims.SelectMany(row => row.Options).Distinct().Where(option => !IsOption(option)).Should().BeEmpty();

    [Fact]
    public void Options_EachHaveARow() => typeof(PresenceEmulatorOptions)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Should()
        .BeSubsetOf(Claims.SelectMany(row => row.Options));

    [Fact]
    public void Tests_Exist() =>
        Claims.SelectMany(row => row.Tests).Distinct().Except(Tests.Select(NameOf)).Should().BeEmpty();

    [Fact]
    public void Tests_OfBehaviour_EachHaveARow() => Tests
        .Where(test => !Plumbing.Any(test.DeclaringType!.Namespace!.StartsWith)).Select(NameOf)
        .Except(Claims.SelectMany(row => row.Tests)).Should().BeEmpty();

    private static bool IsComplete(Claim row) =>
        row.What.Length > 0
        && Backed.Concat(Unbacked).Contains(row.Status)
        && row.Source.Length > 3
        && (row.Option == "—" || row.Options.Any())
        && row.Tests.Any();

    private static string NameOf(MethodInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";

    private static bool IsOption(string name)
    {
        string[] parts = name.Split('.');
        Type? type = parts.Length == 1
            ? typeof(PresenceEmulatorOptions)
            : typeof(PresenceEmulatorOptions).Assembly.GetType($"PresenceClient.Emulator.{parts[0]}");
        return type is { IsPublic: true } && type.GetMember(parts[^1]).Length > 0;
    }
}
