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
    public void Filter_OutsideTheBasicProfile_NeedsOneOfTheHigherPermissionsOfTheList()
    {
        GraphPermissions list = GraphOperations.ListUsers.Permissions, filter = GraphOperations.FilterUsers.Permissions;

        list.DelegatedHigher.Should().Equal([filter.Delegated!, .. filter.DelegatedHigher]);
        list.ApplicationHigher.Should().Equal([filter.Application!, .. filter.ApplicationHigher]);
    }

    [Fact]
    public void Description_EveryOperationId_IsRead()
    {
        IEnumerable<string> ids = File.ReadLines(Repository.PathOf("src", "PresenceClient", "presence.openapi.yaml"))
            .Select(line => line.Split("operationId: ")).Where(parts => parts.Length == 2).Select(parts => parts[1]);

        Description.Operations.Select(o => o.Name).Should().Equal(ids);
    }

    [Fact]
    public void Table_LocationActionsAndSubscriptions_AreOnlyInTheGlobalCloud() =>
        GraphOperations.All.Where(o => o.GlobalCloudOnly).Select(o => o.Name).Should().BeEquivalentTo(
            "me.presence.setManualLocation", "me.presence.setAutomaticLocation",
            "me.presence.clearLocation", "me.presence.clearAutomaticLocation",
            "subscriptions.list", "subscriptions.create", "subscriptions.get", "subscriptions.update",
            "subscriptions.delete", "subscriptions.reauthorize");
}
