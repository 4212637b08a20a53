using System.Text.Json.Nodes;
using FluentAssertions.Execution;
using FluentAssertions.Primitives;

namespace PresenceClient.Tests.Support;

/// <summary>Compares JSON by what it says: the order of properties is free, a null too many is not.</summary>
internal static class JsonAssertions
{
    public static void BeJson(this StringAssertions actual, string expected) =>
        Execute.Assertion
            .ForCondition(actual.Subject is not null
                && JsonNode.DeepEquals(JsonNode.Parse(actual.Subject), JsonNode.Parse(expected)))
            .FailWith("Expected JSON {0}, but found {1}.", expected, actual.Subject);
}
