using System.CommandLine;

namespace PresenceClient.Cli;

/// <summary>The options with which a user signs in to Microsoft's service, and their rules.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="takesIdentity">
/// Whether environment variables can also name the tenant and the application. A program that reads an emulated
/// organization without options takes only secrets from its environment.
/// </param>
internal sealed class SignInArguments(Func<string, string?> variable, bool takesIdentity = false)
{
    public const string TenantVariable = "PRESENCE_TENANT_ID";
    public const string ClientVariable = "PRESENCE_CLIENT_ID";
    public const string SecretVariable = "PRESENCE_CLIENT_SECRET";
    public const string PasswordVariable = "PRESENCE_CERTIFICATE_PASSWORD";

    public Option<string?> Tenant { get; } = new("--tenant")
    {
        Description = "Microsoft's service: the id or the domain of the tenant."
            + Variable(takesIdentity, TenantVariable),
        HelpName = "TENANT",
    };

    public Option<string?> ClientId { get; } = new("--client-id")
    {
        Description = "The application (client) id of the app registration." + Variable(takesIdentity, ClientVariable),
        HelpName = "GUID",
    };

    public Option<string?> ClientSecret { get; } = new("--client-secret")
    {
        Description = "Sign in as the application with a client secret. Prefer the environment variable "
            + $"{SecretVariable}: other users of the machine can see arguments.",
        HelpName = "SECRET",
    };

    public Option<string?> Certificate { get; } = new("--certificate")
    {
        Description = "Sign in as the application with a certificate and its private key (PEM or PKCS#12). If it has "
            + $"a password, set the environment variable {PasswordVariable}.",
        HelpName = "FILE",
    };

    public Option<bool> Interactive { get; } =
        new("--interactive") { Description = "Sign in as yourself, in a browser." };

    public IReadOnlyList<Option> All => [Tenant, ClientId, ClientSecret, Certificate, Interactive];

    /// <summary>The options whose values are texts.</summary>
    public IReadOnlyList<Option<string?>> Texts => [Tenant, ClientId, ClientSecret, Certificate];

    /// <summary>Whether the command line has one of the options.</summary>
    public bool AnyGiven(ParseResult given) => All.Any(given.Has);

    /// <summary>A message for each rule that is broken.</summary>
    public IEnumerable<string> Broken(ParseResult given)
    {
        int ways = new Option[] { ClientSecret, Certificate, Interactive }.Count(given.Has);
        string? tenant = TenantOf(given);
        string? client = ClientOf(given);
        if (ways > 1)
        {
            yield return "--client-secret, --certificate and --interactive cannot be combined. Give one of them.";
        }

        if ((ways > 0 || tenant is not null || client is not null) && (tenant is null || client is null))
        {
            yield return "Microsoft's service needs both --tenant and --client-id.";
        }
        else if (tenant is not null && ways == 0 && string.IsNullOrEmpty(variable(SecretVariable)))
        {
            yield return "--tenant needs a way to sign in: the environment variable "
                + $"{SecretVariable}, --client-secret, --certificate or --interactive.";
        }

        if (tenant is not null && !(tenant.All(IsTenantCharacter) && tenant.Any(char.IsAsciiLetterOrDigit)))
        {
            yield return $"{NameOf(given, Tenant, TenantVariable)} takes a tenant id (a GUID) or a domain, "
                + $"for example contoso.com, not '{tenant}'.";
        }

        if (client is not null && !DirectoryUser.IsObjectId(client))
        {
            yield return $"{NameOf(given, ClientId, ClientVariable)} takes the application (client) id, a GUID, "
                + $"not '{client}'.";
        }
    }

    /// <summary>Reads options without errors; null if there are none.</summary>
    public SignIn? Read(ParseResult parsed)
    {
        if (TenantOf(parsed) is not { } tenant || ClientOf(parsed) is not { } clientId)
        {
            return null;
        }

        return new SignIn(tenant, clientId)
        {
            ClientSecret = parsed.GetValue(ClientSecret) ?? variable(SecretVariable),
            CertificateFile = parsed.GetValue(Certificate),
            CertificatePassword = variable(PasswordVariable),
            Interactive = parsed.GetValue(Interactive),
        };
    }

    private static string Variable(bool takesIdentity, string name) =>
        takesIdentity ? $" Or set the environment variable {name}." : "";

    private static string NameOf(ParseResult given, Option option, string variable) =>
        given.Has(option) ? option.Name : variable;

    private static bool IsTenantCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';

    private string? TenantOf(ParseResult given) => given.GetValue(Tenant) ?? Identity(TenantVariable);

    private string? ClientOf(ParseResult given) => given.GetValue(ClientId) ?? Identity(ClientVariable);

    private string? Identity(string name) =>
        takesIdentity && variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
