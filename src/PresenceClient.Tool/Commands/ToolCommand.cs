using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>A command of the tool.</summary>
/// <param name="name">The name.</param>
/// <param name="description">One sentence for the help.</param>
/// <param name="more">What the help says after the options: examples, and rules that need more than a sentence.</param>
internal abstract class ToolCommand(string name, string description, string more) : Command(name, description)
{
    public string More => more;

    /// <summary>Whether an interrupt is the usual end.</summary>
    public virtual bool EndsByInterrupt => false;

    /// <summary>A message for each rule that the arguments break.</summary>
    public abstract IEnumerable<string> Broken(ParseResult given, CliHost host);

    /// <summary>Runs the command with arguments that have no errors.</summary>
    public abstract Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken stop);
}
