using PresenceClient.Emulator.Graph;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>
/// The emulator's table of operations is the description's, operation by operation, permission by permission.
/// </summary>
public sealed class PermissionTableTests
{
    [Fact]
    public void Operations_AreThoseOfTheDescription()
    {
        OperationTable.All.Select(o => o.Id).Should()
            .BeEquivalentTo(Description.Operations.Select(o => o.Name));
        OperationTable.All.Select(o => new
        {
            o.Id,
            o.Method,
            o.Path,
            o.Permissions.Delegated,
            o.Permissions.Self,
            o.Permissions.Application,
        }).Should().BeEquivalentTo(Description.Operations.Select(o => new
        {
            Id = o.Name,
            o.Method,
            o.Path,
            Delegated = List(o.Delegated, o.DelegatedHigher),
            Self = List(o.Self, []),
            Application = List(o.Application, o.ApplicationHigher),
        }));
    }

    private static string[] List(string? least, IReadOnlyList<string> higher) =>
        least is null ? [] : [least, .. higher];
}
