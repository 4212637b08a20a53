using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The options that each kind of credential requires, and those that it cannot have.</summary>
public sealed class CredentialRuleTests
{
    private static readonly string[] All =
    [
        "TenantId", "ClientId", "ClientSecret", "TokenFilePath", "AuthorityHost", "CertificatePath",
        "CertificatePassword", "CertificateThumbprint", "CertificateSubject", "CertificateStoreName",
        "CertificateStoreLocation",
    ];

    // "kind, options that are set": the options that it still requires, and those that it can have.
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

        CredentialCheck.Faults(bare).Where(f => f.Text.Contains("requires it", StringComparison.Ordinal)).Should()
            .BeEquivalentTo(Words(needed).Select(n =>
                new OptionFault($"Credential:{n}", $"The value is missing. {kind} requires it.")));
        CredentialCheck.Faults(With(kind, [.. Words(set), .. Words(needed), .. Words(optional)]))
            .Where(f => !f.Option.StartsWith("Credential:Certificate", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Value_OfAnotherKind_IsRefusedByItsKeyWithoutItsValue(
        PresenceCredentialKind kind, string set, string needed, string optional)
    {
        string[] own = [.. Words(set), .. Words(needed), .. Words(optional)];
        string[] choices = ["CertificatePath", "CertificateThumbprint", "CertificateSubject"];
        bool isCertificate = kind == PresenceCredentialKind.ClientCertificate;
        foreach (string other in All.Except(own).Except(isCertificate ? choices : []))
        {
            string chosen = isCertificate && other.StartsWith("Certificate", StringComparison.Ordinal)
                ? own.First(choices.Contains)
                : kind.ToString();

            CredentialCheck.Faults(With(kind, [.. own, other])).Single(f => f.Option == $"Credential:{other}").Text
                .Should().Be($"{other} cannot be combined with {chosen}. Remove it.");
        }
    }

    [Theory]
    [InlineData("CertificatePath", "CertificateThumbprint")]
    [InlineData("CertificatePath", "CertificateSubject")]
    [InlineData("CertificateThumbprint", "CertificateSubject")]
    public void Certificate_InTwoPlaces_IsRefused(string taken, string refused) =>
        CredentialCheck.Faults(With(PresenceCredentialKind.ClientCertificate, ["TenantId", "ClientId", taken, refused]))
            .Should().Equal(new OptionFault(
                $"Credential:{refused}", $"{refused} cannot be combined with {taken}. Remove it."));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    public void Value_EmptyOrBlank_IsRefused(string text)
    {
        var fault = new OptionFault("Credential:ClientId", "The value is empty. Set it, or remove the option.");

        foreach (PresenceCredentialKind kind in new[]
        {
            PresenceCredentialKind.ManagedIdentity, PresenceCredentialKind.DeviceCode,
        })
        {
            CredentialCheck.Faults(new() { Kind = kind, ClientId = text }).Should().Equal(fault);
        }
    }

    [Fact]
    public void Values_Wrong_AreNamedWithTheCure()
    {
        PresenceCredentialOptions options = With(
            PresenceCredentialKind.ClientSecret, ["TenantId", "ClientId", "ClientSecret", "AuthorityHost"]);
        (options.TenantId, options.ClientId) = ("contoso/../x", "my-app");
        options.AuthorityHost = new Uri("http://adele:hunter2@login.example/");

        CredentialCheck.Faults(options).Select(f => $"{f.Option}: {f.Text}").Should().Equal(
            "Credential:TenantId: The value is not a tenant. Use the tenant's ID or a domain name, for example "
                + "contoso.com.",
            "Credential:ClientId: The value is not a GUID. Use the application (client) ID.",
            "Credential:AuthorityHost: The value is not an https address, or contains a user name. Use an address, for "
                + "example https://login.microsoftonline.com.");
    }

    [Fact]
    public void Kind_NoneOrUnknown_ListsTheKinds()
    {
        string kinds = string.Join(", ", Enum.GetNames<PresenceCredentialKind>())
            .Replace(", Default", " or Default", StringComparison.Ordinal);

        CredentialCheck.Faults(new()).Should().Equal(new OptionFault("Credential:Kind",
            $"No sign-in is configured. Set Kind to {kinds}, or register an Azure.Core.TokenCredential in the "
                + "container."));
        CredentialCheck.Faults(new() { Kind = (PresenceCredentialKind)99 }).Should().Equal(
            new OptionFault("Credential:Kind", $"99 is not a kind of credential. Use {kinds}."));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PresenceCredentialOptions With(PresenceCredentialKind kind, IEnumerable<string> names)
    {
        var options = new PresenceCredentialOptions { Kind = kind };
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
