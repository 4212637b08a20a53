using YamlDotNet.RepresentationModel;

namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>
/// The emulator's table of operations is the description's, operation by operation, permission by permission.
/// </summary>
public sealed class PermissionTableTests
{
    [Fact]
    public void Operations_AreThoseOfTheDescription() =>
        OperationTable.All.Select(Describe).Should().BeEquivalentTo(ReadDescription());

    private static string Describe(GraphOperation operation)
    {
        PermissionRule rule = operation.Permissions;
        return Describe(operation.Id, operation.Method, operation.Path, rule.Delegated, rule.Self, rule.Application);
    }

    private static string Describe(
        string id,
        string method,
        string path,
        IEnumerable<string> any,
        IEnumerable<string> self,
        IEnumerable<string> app) =>
        $"{id}: {method} {path} delegated[{Join(any)}] self[{Join(self)}] application[{Join(app)}]";

    private static string Join(IEnumerable<string> permissions) => string.Join(' ', permissions);

    private static IEnumerable<string> ReadDescription()
    {
        var yaml = new YamlStream();
        using (StreamReader text = File.OpenText(Path.Combine(FindRoot(), "src/PresenceClient/presence.openapi.yaml")))
            yaml.Load(text);
        foreach ((YamlNode path, YamlNode item) in Map(yaml.Documents[0].RootNode, "paths"))
        {
            foreach ((YamlNode method, YamlNode operation) in (YamlMappingNode)item)
            {
                if (operation is not YamlMappingNode node || !node.Children.ContainsKey("operationId"))
                    continue;
                YamlMappingNode permissions = Map(node, "x-permissions");
                YamlNode delegated = permissions["delegated"];
                yield return Describe(
                    node["operationId"].ToString(),
                    method.ToString().ToUpperInvariant(),
                    path.ToString(),
                    Texts(delegated, "least", "higher"),
                    Texts(delegated, "self"),
                    Texts(permissions["application"], "least", "higher"));
            }
        }
    }

    private static IEnumerable<string> Texts(YamlNode node, params string[] keys) =>
        node is not YamlMappingNode map ? [] : keys
            .Where(key => map.Children.ContainsKey(key))
            .SelectMany(key => map[key] is YamlSequenceNode list ? list.Children : [map[key]])
            .Select(item => item.ToString())
            .Where(text => text != "none");

    private static YamlMappingNode Map(YamlNode node, string key) => (YamlMappingNode)node[key];

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "PresenceClient.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder!;
    }
}
