using System.CommandLine;

namespace PresenceBoard;

/// <summary>The command line and its options.</summary>
internal sealed class BoardArguments
{
    public const string SecretVariable = "PRESENCE_CLIENT_SECRET";
    public const string PasswordVariable = "PRESENCE_CERTIFICATE_PASSWORD";

    private readonly Func<string, string?> _variable;

    /// <param name="variable">Reads an environment variable.</param>
    public BoardArguments(Func<string, string?> variable)
    {
        _variable = variable;
        Command = new RootCommand(HelpText.Program)
        {
            Once, Follow, Json, Csv, Filter, Interval, Users, Seed, Ids, Group,
            Tenant, ClientId, ClientSecret, Certificate, Interactive,
        };
    }

    public RootCommand Command { get; }

    public Option<bool> Once { get; } = new("--once") { Description = HelpText.Once };

    public Option<bool> Follow { get; } = new("--follow") { Description = HelpText.Follow };

    public Option<bool> Json { get; } = new("--json") { Description = HelpText.Json };

    public Option<bool> Csv { get; } = new("--csv") { Description = HelpText.Csv };

    public Option<StateFilter?> Filter { get; } = new("--filter")
    {
        Description = HelpText.Filter,
        HelpName = "STATE",
        CustomParser = OptionParsers.State,
    };

    public Option<int?> Interval { get; } = OptionParsers.WholeNumber("--interval", HelpText.Interval, 1, 3_600);

    public Option<int?> Users { get; } = OptionParsers.WholeNumber("--users", HelpText.Users, 1, 1_000_000);

    public Option<int?> Seed { get; } =
        OptionParsers.WholeNumber("--seed", HelpText.Seed, int.MinValue, int.MaxValue);

    public Option<string?> Ids { get; } = new("--ids") { Description = HelpText.Ids, HelpName = "FILE" };

    public Option<string?> Group { get; } = new("--group") { Description = HelpText.Group, HelpName = "GUID" };

    public Option<string?> Tenant { get; } = new("--tenant") { Description = HelpText.Tenant, HelpName = "TENANT" };

    public Option<string?> ClientId { get; } =
        new("--client-id") { Description = HelpText.ClientId, HelpName = "GUID" };

    public Option<string?> ClientSecret { get; } =
        new("--client-secret") { Description = HelpText.ClientSecret, HelpName = "SECRET" };

    public Option<string?> Certificate { get; } =
        new("--certificate") { Description = HelpText.Certificate, HelpName = "FILE" };

    public Option<bool> Interactive { get; } = new("--interactive") { Description = HelpText.Interactive };

    /// <summary>Whether a client secret comes from the environment.</summary>
    public bool HasSecretVariable => !string.IsNullOrEmpty(_variable(SecretVariable));

    /// <summary>Reads arguments that have no errors.</summary>
    public BoardOptions Read(ParseResult parsed)
    {
        var usual = new BoardOptions();
        OutputFormat format = parsed.GetValue(Json) ? OutputFormat.Json
            : parsed.GetValue(Csv) ? OutputFormat.Csv
            : OutputFormat.Table;
        return usual with
        {
            Once = parsed.GetValue(Once) || (format != OutputFormat.Table && !parsed.GetValue(Follow)),
            Follow = parsed.GetValue(Follow),
            Format = format,
            Filter = parsed.GetValue(Filter),
            Interval = parsed.GetValue(Interval) is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.Interval,
            Users = parsed.GetValue(Users) ?? usual.Users,
            Seed = parsed.GetValue(Seed) ?? usual.Seed,
            IdsFile = parsed.GetValue(Ids),
            Group = parsed.GetValue(Group),
            SignIn = ReadSignIn(parsed),
        };
    }

    private SignIn? ReadSignIn(ParseResult parsed)
    {
        if (parsed.GetValue(Tenant) is not { } tenant || parsed.GetValue(ClientId) is not { } clientId)
        {
            return null;
        }

        return new SignIn(tenant, clientId)
        {
            ClientSecret = parsed.GetValue(ClientSecret) ?? _variable(SecretVariable),
            CertificateFile = parsed.GetValue(Certificate),
            CertificatePassword = _variable(PasswordVariable),
            Interactive = parsed.GetValue(Interactive),
        };
    }
}
