using System.Security.Cryptography;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Generated;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Surface;

public class GeneratedSurfaceTests
{
    private const string Id = "11111111-1111-4111-8111-111111111111";

    public static TheoryData<string> OperationNames => [.. Description.Operations.Select(o => o.Name)];

    [Fact]
    public void Generated_EveryFile_IsAsKiotaWroteIt()
    {
        string source = Repository.PathOf("src", "PresenceClient");
        string[] expected = File.ReadAllLines(
            Repository.PathOf("tests", "PresenceClient.Tests", "Surface", "generated.sha256"));

        IEnumerable<string> actual = Directory.EnumerateFiles(Path.Combine(source, "Generated"), "*",
                SearchOption.AllDirectories)
            .Append(Path.Combine(source, "presence.openapi.yaml"))
            .Select(file => $"{Hash(file)}  {Path.GetRelativePath(source, file).Replace('\\', '/')}");

        actual.Should().BeEquivalentTo(expected);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Generated_EveryOperation_HasItsRequestBuilder(string name)
    {
        DescribedOperation operation = Description.Operations.Single(o => o.Name == name);
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(),
            new JsonParseNodeFactory(), new JsonSerializationWriterFactory());

        RequestInformation request = BuildByReflection(new GraphPresenceApi(adapter), operation);

        request.HttpMethod.ToString().Should().Be(operation.Method);
        request.URI.AbsoluteUri.Should().Be(
            "https://graph.microsoft.com/v1.0" + operation.Path.Replace("{user-id}", Id, StringComparison.Ordinal)
                .Replace("{presence-id}", Id, StringComparison.Ordinal));
    }

    // Follows the path through the builders: a segment is a property, a parameter is the indexer.
    private static RequestInformation BuildByReflection(object builder, DescribedOperation operation)
    {
        foreach (string segment in operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            builder = segment.StartsWith('{')
                ? builder.GetType().GetProperty("Item")!.GetValue(builder, [Id])!
                : builder.GetType().GetProperty(char.ToUpperInvariant(segment[0]) + segment[1..])!.GetValue(builder)!;
        }

        var method = builder.GetType().GetMethod(operation.Method == "GET"
            ? "ToGetRequestInformation"
            : "ToPostRequestInformation")!;
        object?[] arguments = [.. method.GetParameters().Select(p =>
            p.HasDefaultValue ? null : Activator.CreateInstance(p.ParameterType))];
        return (RequestInformation)method.Invoke(builder, arguments)!;
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
