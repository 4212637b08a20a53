using PresenceClient.Http;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Surface;

public class OperationTableTests
{
    [Fact]
    public void Table_EveryOperation_NeedsWhatTheDescriptionSays()
    {
        IEnumerable<DescribedOperation> table = GraphOperations.All.Select(o => new DescribedOperation
        {
            Name = o.Name,
            Method = o.Method,
            Path = o.Path,
            Delegated = o.Permissions.Delegated,
            DelegatedHigher = o.Permissions.DelegatedHigher,
            Self = o.Permissions.Self,
            Application = o.Permissions.Application,
            ApplicationHigher = o.Permissions.ApplicationHigher,
        });

        table.Should().BeEquivalentTo(Description.Operations);
    }

    [Fact]
    public void Table_LocationActions_AreOfTheGlobalCloudAlone() =>
        GraphOperations.All.Where(o => o.GlobalCloudOnly).Select(o => o.Name).Should().BeEquivalentTo(
            "me.presence.setManualLocation", "me.presence.setAutomaticLocation",
            "me.presence.clearLocation", "me.presence.clearAutomaticLocation");
}
