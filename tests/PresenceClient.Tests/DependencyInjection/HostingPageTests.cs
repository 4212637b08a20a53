using System.Reflection;
using PresenceClient.DependencyInjection;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The page about hosting lists the keys of the configuration with their defaults.</summary>
public sealed class HostingPageTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Repository.PathOf("docs/hosting.md"))
            .SkipWhile(line => !line.StartsWith("| key |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
    ];

    public static TheoryData<string, string> Defaults =>
        new(Rows.Where(row => IsCode(row[2])).Select(row => (row[0].Trim('`'), row[2].Trim('`'))));

    [Fact]
    public void Keys_AreThoseOfTheConfiguration() =>
        Rows.Select(row => row[0]).Should().BeEquivalentTo(ConfigurationKeys.All.Keys.Select(key => $"`{key}`"));

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Default_OfAKey_IsThatOfTheOption(string key, string text)
    {
        Delegate set = ConfigurationKeys.All[key].Read(text)!;
        Type options = set.GetType().GenericTypeArguments[0];
        object changed = Activator.CreateInstance(options)!;

        set.DynamicInvoke(changed);

        PropertiesOf(changed).Should().Equal(PropertiesOf(Activator.CreateInstance(options)!));
    }

    [Fact]
    public void Timeout_OfThePage_HasNoLimit()
    {
        var options = new PresenceClientOptions();

        ConfigurationKeys.All["AttemptTimeout"].Read("-00:00:00.0010000")!.DynamicInvoke(options);

        options.AttemptTimeout.Should().Be(Timeout.InfiniteTimeSpan);
    }

    private static bool IsCode(string cell) => cell.Length > 2 && cell[0] == '`' && cell.Count(c => c == '`') == 2;

    private static IEnumerable<object?> PropertiesOf(object options) =>
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.GetValue(options));
}
