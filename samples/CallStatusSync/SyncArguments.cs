using System.CommandLine;
using System.Globalization;
using PresenceClient;

namespace CallStatusSync;

/// <summary>The command line and its options.</summary>
internal sealed class SyncArguments
{
    public const string SecretVariable = "PRESENCE_CLIENT_SECRET";
    public const string PasswordVariable = "PRESENCE_CERTIFICATE_PASSWORD";

    private readonly Func<string, string?> _variable;

    /// <param name="variable">Reads an environment variable.</param>
    public SyncArguments(Func<string, string?> variable)
    {
        _variable = variable;
        Command = new RootCommand(HelpText.Program)
        {
            Events, Speed, Minutes, Seed, Faults, Tenant, ClientId, ClientSecret, Certificate,
        };
    }

    public RootCommand Command { get; }

    public Option<string?> Events { get; } = Text("--events", HelpText.Events, "FILE");

    public Option<int?> Speed { get; } = WholeNumber("--speed", HelpText.Speed, 1, 100_000);

    public Option<int?> Minutes { get; } = WholeNumber("--minutes", HelpText.Minutes, 1, 1_440);

    public Option<int?> Seed { get; } = WholeNumber("--seed", HelpText.Seed, int.MinValue, int.MaxValue);

    public Option<bool> Faults { get; } = new("--faults") { Description = HelpText.Faults };

    public Option<string?> Tenant { get; } = Text("--tenant", HelpText.Tenant, "TENANT");

    public Option<string?> ClientId { get; } = Text("--client-id", HelpText.ClientId, "GUID");

    public Option<string?> ClientSecret { get; } = Text("--client-secret", HelpText.ClientSecret, "SECRET");

    public Option<string?> Certificate { get; } = Text("--certificate", HelpText.Certificate, "FILE");

    /// <summary>The client secret; null if there is none.</summary>
    public string? Secret(ParseResult parsed) =>
        parsed.GetValue(ClientSecret) ?? (_variable(SecretVariable) is { Length: > 0 } secret ? secret : null);

    /// <summary>Reads arguments that have no errors.</summary>
    public SyncOptions Read(ParseResult parsed)
    {
        var usual = new SyncOptions();
        return usual with
        {
            EventsFile = parsed.GetValue(Events),
            Speed = parsed.GetValue(Speed) ?? usual.Speed,
            Duration = parsed.GetValue(Minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : usual.Duration,
            Seed = parsed.GetValue(Seed) ?? usual.Seed,
            HasFaults = parsed.GetValue(Faults),
            SignIn = parsed.GetValue(Tenant) is { } tenant ? ReadSignIn(parsed, tenant) : null,
        };
    }

    private PresenceCredentialOptions ReadSignIn(ParseResult parsed, string tenant)
    {
        var options = new PresenceCredentialOptions { TenantId = tenant, ClientId = parsed.GetValue(ClientId) };
        if (parsed.GetValue(Certificate) is { } certificate)
        {
            options.Kind = PresenceCredentialKind.ClientCertificate;
            options.CertificatePath = certificate;
            options.CertificatePassword = _variable(PasswordVariable) is { Length: > 0 } password ? password : null;
        }
        else
        {
            options.Kind = PresenceCredentialKind.ClientSecret;
            options.ClientSecret = Secret(parsed);
        }

        return options;
    }

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    private static Option<int?> WholeNumber(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string word = result.Tokens[^1].Value;
            if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}, not '{word}'.");
            return null;
        },
    };
}
