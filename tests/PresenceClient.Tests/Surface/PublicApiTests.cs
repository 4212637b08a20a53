using System.Reflection;
using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Tests.Surface;

/// <summary>The design rules of the public API, checked for every public type.</summary>
public class PublicApiTests
{
    private static readonly Type[] PublicTypes = typeof(PresenceServiceClient).Assembly.GetExportedTypes();

    // The types that call the service.
    private static readonly Type[] Clients =
    [
        .. PublicTypes.Where(t => t.Name.EndsWith("Client", StringComparison.Ordinal)),
        typeof(PresenceLoader),
        typeof(PresenceWatch),
        typeof(PresenceWatchUsers),
        typeof(PresenceHold),
        typeof(PresenceKeeper),
    ];

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void PublicTypes_All_AreInTheOneNamespace() =>
        PublicTypes.Should().OnlyContain(t => t.Namespace == "PresenceClient");

    [Fact]
    public void PublicTypes_NoneIsAnInterface() => PublicTypes.Should().NotContain(t => t.IsInterface);

    [Fact]
    public void Clients_All_AreOpenForMocks()
    {
        Clients.Should().Contain([typeof(PresenceServiceClient), typeof(SessionClient)]);
        Clients.Should().OnlyContain(t => !t.IsSealed && HasProtectedConstructor(t));
        Clients.SelectMany(t => t.GetMethods(Declared)).Where(m => m.Name != nameof(IDisposable.Dispose))
            .Should().OnlyContain(m => m.IsVirtual && !m.IsFinal);
    }

    [Fact]
    public void OtherTypes_All_AreSealed() =>
        PublicTypes.Except(Clients).Should().OnlyContain(t => t.IsSealed || t == typeof(PresenceException));

    [Fact]
    public void AsyncMethods_All_TakeAnOptionalTokenLast()
    {
        MethodInfo[] methods = [.. Clients.SelectMany(t => t.GetMethods(Declared))
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Where(m => m.Name != nameof(IAsyncDisposable.DisposeAsync))];

        methods.Select(m => m.Name).Should().Contain([nameof(SessionClient.SetAsync), nameof(UserClient.GetUserAsync)]);
        methods.Should().OnlyContain(m => m.GetParameters().Last().ParameterType == typeof(CancellationToken)
            && m.GetParameters().Last().IsOptional);
    }

    [Fact]
    public void Signatures_OnlyTheAdapterConstructor_NamesATypeOfKiota() =>
        PublicTypes.SelectMany(SignatureTypes)
            .Where(t => t.Namespace?.Contains("Kiota", StringComparison.Ordinal) == true)
            .Should().Equal(typeof(IRequestAdapter));

    private static bool HasProtectedConstructor(Type type) =>
        type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [])?.IsFamily == true;

    private static IEnumerable<Type> SignatureTypes(Type type) =>
        type.GetMethods(Declared).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Concat(type.GetConstructors(Declared).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
            .Concat(type.GetFields(Declared).Select(f => f.FieldType))
            .Append(type.BaseType ?? typeof(object))
            .SelectMany(t => t.GenericTypeArguments.Append(t));
}
