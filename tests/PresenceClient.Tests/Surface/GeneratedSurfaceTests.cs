using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Generated;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Surface;

public partial class GeneratedSurfaceTests
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
            "https://graph.microsoft.com/v1.0" + Parameter().Replace(operation.Path, Id));
    }

    // Follows the path through the request builders: a segment is a property, a parameter is an indexer.
    private static RequestInformation BuildByReflection(object builder, DescribedOperation operation)
    {
        foreach (string segment in operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            builder = segment.StartsWith('{')
                ? builder.GetType().GetProperty("Item")!.GetValue(builder, [Id])!
                : builder.GetType().GetProperty(PropertyOf(segment))!.GetValue(builder)!;
        }

        MethodInfo method = builder.GetType().GetMethods().Single(m => m.Name.Equals(
            $"To{operation.Method}RequestInformation", StringComparison.OrdinalIgnoreCase));
        object?[] arguments = [.. method.GetParameters().Select(p =>
            p.HasDefaultValue ? null : Activator.CreateInstance(p.ParameterType))];
        return (RequestInformation)method.Invoke(builder, arguments)!;
    }

    private static string PropertyOf(string segment) =>
        string.Concat(segment.Split('.').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
