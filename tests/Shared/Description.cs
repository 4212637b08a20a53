using YamlDotNet.Serialization;

namespace PresenceClient.TestSupport;

/// <summary>The operations of <c>presence.openapi.yaml</c>, as a test reads them.</summary>
internal static class Description
{
    public static IReadOnlyList<DescribedOperation> Operations { get; } = [.. Read()];

    private static IEnumerable<DescribedOperation> Read()
    {
        string yaml = File.ReadAllText(Repository.PathOf("src", "PresenceClient", "presence.openapi.yaml"));
        Dictionary<object, object> root = new Deserializer().Deserialize<Dictionary<object, object>>(yaml);
        foreach ((object path, object item) in Map(root["paths"]))
        {
            foreach ((object key, object operation) in Map(item))
            {
                // These keys are properties of the path. Every other key is a method, also one that is new here.
                if ((string)key is not ("parameters" or "summary" or "description" or "servers" or "$ref"))
                {
                    yield return ReadOperation((string)path, ((string)key).ToUpperInvariant(), Map(operation));
                }
            }
        }
    }

    private static DescribedOperation ReadOperation(string path, string method, Dictionary<object, object> operation)
    {
        Dictionary<object, object> permissions = Map(operation["x-permissions"]);
        Dictionary<object, object> delegated = Map(permissions["delegated"]);
        Dictionary<object, object> application =
            permissions["application"] is string ? [] : Map(permissions["application"]);
        return new DescribedOperation
        {
            Name = (string)operation["operationId"],
            Method = method,
            Path = path,
            Delegated = Name(delegated, "least"),
            DelegatedHigher = Names(delegated),
            Self = Name(delegated, "self"),
            Application = Name(application, "least"),
            ApplicationHigher = Names(application),
        };
    }

    private static Dictionary<object, object> Map(object node) => (Dictionary<object, object>)node;

    private static string? Name(Dictionary<object, object> node, string key) =>
        node.TryGetValue(key, out object? value) && (string)value != "none" ? (string)value : null;

    private static string[] Names(Dictionary<object, object> node) =>
        node.TryGetValue("higher", out object? list) ? [.. ((List<object>)list).Cast<string>()] : [];
}
