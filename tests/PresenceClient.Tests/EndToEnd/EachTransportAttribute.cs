using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Runs a test over each transport.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachTransportAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<EmulatorTransport>().Select(t => new TheoryDataRow<EmulatorTransport>(t))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
