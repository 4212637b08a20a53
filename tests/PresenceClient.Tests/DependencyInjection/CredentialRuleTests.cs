using PresenceClient.DependencyInjection;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>What each kind of credential needs, and what does not go with it.</summary>
public sealed class CredentialRuleTests
{
    private static readonly string[] All =
    [
        "TenantId", "ClientId", "ClientSecret", "TokenFilePath", "AuthorityHost", "CertificatePath",
        "CertificatePassword", "CertificateThumbprint", "CertificateSubject", "CertificateStoreName",
        "CertificateStoreLocation",
    ];

    // "kind, what is set already": what it needs besides, what it can have.
    public static TheoryData<PresenceCredentialKind, string, string, string> Rules { get; } = new()
    {
        { PresenceCredentialKind.ClientSecret, "", "TenantId ClientId ClientSecret", "AuthorityHost" },
        {
            PresenceCredentialKind.ClientCertificate, "", "TenantId ClientId CertificatePath",
            "AuthorityHost CertificatePassword"
        },
        {
            PresenceCredentialKind.ClientCertificate, "CertificateThumbprint", "TenantId ClientId",
            "AuthorityHost CertificateStoreName CertificateStoreLocation"
        },
        {
            PresenceCredentialKind.ClientCertificate, "CertificateSubject", "TenantId ClientId",
            "AuthorityHost CertificateStoreName CertificateStoreLocation"
        },
        { PresenceCredentialKind.ManagedIdentity, "", "", "ClientId" },
        { PresenceCredentialKind.WorkloadIdentity, "", "", "TenantId ClientId TokenFilePath AuthorityHost" },
        { PresenceCredentialKind.InteractiveBrowser, "", "ClientId", "TenantId AuthorityHost" },
        { PresenceCredentialKind.DeviceCode, "", "ClientId", "TenantId AuthorityHost" },
        { PresenceCredentialKind.AzureCli, "", "", "TenantId" },
        { PresenceCredentialKind.Default, "", "", "TenantId ClientId AuthorityHost" },
    };

    [Fact]
    public void Rules_AreThereForEachKind() =>
        Rules.Select(r => r.Data.Item1).Distinct().Should().BeEquivalentTo(Enum.GetValues<PresenceCredentialKind>());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Value_Missing_IsNamedByItsKey(
        PresenceCredentialKind kind, string set, string needed, string optional)
    {
        PresenceCredentialOptions bare = With(kind, Words(set));

        CredentialCheck.Faults(bare).Select(f => f.ToString())
            .Where(f => f.Contains("needs it", StringComparison.Ordinal)).Should().BeEquivalentTo(
                Words(needed).Select(n => $"OptionFault {{ Option = Credential:{n}, Value = nothing, "
                    + $"Fault = is set, and {kind} needs it }}"));
        CredentialCheck.Faults(With(kind, [.. Words(set), .. Words(needed), .. Words(optional)]))
            .Where(f => !f.Option.StartsWith("Credential:Certificate", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Value_OfAnotherKind_IsRefusedByItsKeyWithoutItsValue(
        PresenceCredentialKind kind, string set, string needed, string optional)
    {
        string[] own = [.. Words(set), .. Words(needed), .. Words(optional)];
        string[] choices = kind == PresenceCredentialKind.ClientCertificate
            ? ["CertificatePath", "CertificateThumbprint", "CertificateSubject"]
            : [];
        foreach (string other in All.Except(own).Except(choices))
        {
            CredentialCheck.Faults(With(kind, [.. own, other]))
                .Single(f => f.Option == $"Credential:{other}").Should().Match<OptionFault>(f =>
                    f.Value == "a value" && f.Fault.Contains($"does not go with {kind}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("CertificatePath", "CertificateThumbprint")]
    [InlineData("CertificatePath", "CertificateSubject")]
    [InlineData("CertificateThumbprint", "CertificateSubject")]
    public void Certificate_InTwoPlaces_IsRefused(string taken, string refused) =>
        CredentialCheck.Faults(With(PresenceCredentialKind.ClientCertificate, ["TenantId", "ClientId", taken, refused]))
            .Should().ContainSingle().Which.Should().Match<OptionFault>(f =>
                f.Option == $"Credential:{refused}" && f.Fault.Contains(taken, StringComparison.Ordinal));

    [Fact]
    public void Value_Empty_IsRefused()
    {
        CredentialCheck.Faults(new() { Kind = PresenceCredentialKind.ManagedIdentity, ClientId = "" })
            .Select(f => $"{f.Option}: {f.Value} {f.Fault}").Should()
            .Equal("Credential:ClientId: an empty text is set; give a value, or leave it out");
        CredentialCheck.Faults(new() { Kind = PresenceCredentialKind.DeviceCode, ClientId = "" })
            .Select(f => $"{f.Option}: {f.Value} {f.Fault}").Should()
            .Equal("Credential:ClientId: nothing is set, and DeviceCode needs it");
    }

    [Fact]
    public void Values_Wrong_AreNamedWithTheCure()
    {
        PresenceCredentialOptions options = With(
            PresenceCredentialKind.ClientSecret, ["TenantId", "ClientId", "ClientSecret", "AuthorityHost"]);
        (options.TenantId, options.ClientId) = ("contoso/../x", "my-app");
        options.AuthorityHost = new Uri("http://adele:hunter2@login.example/");

        CredentialCheck.Faults(options).Select(f => $"{f.Option}: {f.Value} {f.Fault}").Should().Equal(
            "Credential:TenantId: contoso/../x is no tenant; give its id or domain, such as contoso.com",
            "Credential:ClientId: my-app is no GUID; give the application's client id",
            "Credential:AuthorityHost: http://login.example/ is no https address; give one such as "
                + "https://login.microsoftonline.com");
    }

    [Fact]
    public void Kind_NoneOrUnknown_ListsTheKinds()
    {
        string words = $"is no kind of credential; the kinds are {CredentialCheck.Kinds}";

        CredentialCheck.Faults(new()).Should().Equal(new OptionFault("Credential:Kind", "nothing", words));
        CredentialCheck.Faults(new() { Kind = (PresenceCredentialKind)99 }).Should()
            .Equal(new OptionFault("Credential:Kind", "99", words));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PresenceCredentialOptions With(PresenceCredentialKind kind, IEnumerable<string> names)
    {
        PresenceCredentialOptions options = new() { Kind = kind };
        foreach (string name in names)
        {
            typeof(PresenceCredentialOptions).GetProperty(name)!.SetValue(options, name switch
            {
                "ClientId" => Samples.ApplicationId,
                "AuthorityHost" => new Uri("https://login.example"),
                "CertificateStoreLocation" => System.Security.Cryptography.X509Certificates.StoreLocation.CurrentUser,
                _ => "text",
            });
        }

        return options;
    }
}
