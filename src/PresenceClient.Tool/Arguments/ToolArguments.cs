using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>The options of every command: where to sign in, and what to print.</summary>
internal sealed class ToolArguments
{
    /// <param name="variable">Reads an environment variable.</param>
    public ToolArguments(Func<string, string?> variable)
    {
        SignIn = new SignInArguments(variable, takesIdentity: true);
        All =
        [
            Format.Json, Format.Csv, Emulator, Emulated.Users, Emulated.Seed, .. SignIn.All,
        ];
        foreach (Option option in All)
        {
            option.Recursive = true;
        }
    }

    public SignInArguments SignIn { get; }

    public FormatArguments Format { get; } = new(HelpText.Json, HelpText.Csv);

    public Option<bool> Emulator { get; } = new("--emulator") { Description = HelpText.Emulator };

    public EmulatedArguments Emulated { get; } = new();

    public IReadOnlyList<Option> All { get; }

    /// <summary>A message for each rule that is broken.</summary>
    public IEnumerable<string> Broken(ParseResult given)
    {
        string[] blank = [.. given.Blank(SignIn.Texts)];
        return blank.Length > 0 ? blank : Format.Broken(given).Concat(Where(given));
    }

    /// <summary>Whether the command signs in as a person, and so has a presence of its own.</summary>
    public bool CanBeMe(ParseResult given) => given.GetValue(Emulator) || given.GetValue(SignIn.Interactive);

    /// <summary>The organization to connect to.</summary>
    /// <param name="parsed">Arguments that have no errors.</param>
    /// <param name="asPerson">Whether the command is about the person who signs in.</param>
    public Target ReadTarget(ParseResult parsed, bool asPerson = false) => Emulated.Read(parsed) with
    {
        SignIn = parsed.GetValue(Emulator) ? null : SignIn.Read(parsed),
        AsPerson = asPerson || parsed.GetValue(SignIn.Interactive),
    };

    private IEnumerable<string> Where(ParseResult given)
    {
        if (given.GetValue(Emulator))
        {
            return SignIn.Texts.Where(given.Has).Take(1).Select(text => $"--emulator and {text.Name} cannot be "
                + "combined. Give --emulator for an emulated organization, or leave it out for Microsoft's service.");
        }

        if (Emulated.AnyGiven(given))
        {
            return ["--users and --seed are for the emulated organization. Add --emulator, or leave them out."];
        }

        string[] broken = [.. SignIn.Broken(given)];
        return broken.Length > 0 || SignIn.Read(given) is not null
            ? broken
            : ["No organization is given. Give --tenant and --client-id (or the environment variables "
                + $"{SignInArguments.TenantVariable} and {SignInArguments.ClientVariable}) and a way to sign in, or "
                + "--emulator to try it."];
    }
}
