using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>A command that changes presences, and then prints what people see.</summary>
internal abstract class WriteCommand : ToolCommand
{
    private const int MostAlike = 5;

    private readonly ToolArguments _tool;
    private readonly WhoArgument _who = new(reads: false);

    protected WriteCommand(string name, string description, string more, ToolArguments tool)
        : base(name, description, more) => _tool = tool;

    public sealed override IEnumerable<string> Broken(ParseResult given, CliHost host) =>
        Rules(given, host).Concat(Invalid(given, host)).Concat(_who.Broken(given, _tool, host));

    public sealed override async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken stop)
    {
        Who who = _who.Read(parsed, host);
        IReadOnlyList<PresenceEdit> edits = Edits(parsed, host);
        await using Organization organization = await host.Connect(_tool.ReadTarget(parsed, who.IsMe), stop);
        PresenceServiceClient client = organization.Client;
        if (who.IsMe)
        {
            return await ChangeMineAsync(client.Me, edits, parsed, host, stop);
        }

        FoundPeople found = await PeopleFinder.FindAsync(client, who, host, stop);
        PresenceWriteResult done = await client.Presences.WriteAsync(
            found.Users.SelectMany(user => edits.Select(edit => edit.Of(user.Id))), stop);
        SayFailures(done, found, host);
        string[] changed = [.. found.People.Ids.Except(done.Failures.Select(failure => failure.Write.UserId))];
        if (changed.Length > 0)
        {
            await ShowAsync(
                async () => (found, await PresenceReader.ReadAsync(client.Presences, changed, null, stop)),
                parsed,
                host);
        }

        return done.AllSucceeded && !found.HasGaps ? ExitCode.Success
            : changed.Length > 0 ? ToolExitCode.Incomplete
            : ToolExitCode.Of(done.Failures[0].Exception!);
    }

    /// <summary>Adds the arguments for people, after the command's own.</summary>
    protected void AddWho() => _who.AddTo(this);

    /// <summary>A message for each rule of the command that is broken.</summary>
    protected virtual IEnumerable<string> Rules(ParseResult given, CliHost host) => [];

    /// <summary>The changes.</summary>
    /// <exception cref="ArgumentException">A value is not valid, when the change is created for a user.</exception>
    protected abstract IReadOnlyList<PresenceEdit> Edits(ParseResult parsed, CliHost host);

    /// <summary>Says why people see something else; null where they see what was set.</summary>
    protected virtual string? Explain(ParseResult parsed, UserPresence seen) => null;

    // The client checks the values when it creates the write.
    private IEnumerable<string> Invalid(ParseResult given, CliHost host)
    {
        string? message = null;
        try
        {
            foreach (PresenceEdit edit in Edits(given, host))
            {
                edit.Of(Guid.Empty.ToString());
            }
        }
        catch (ArgumentException e)
        {
            message = ArgumentText.Of(e);
        }

        return message is null ? [] : [message];
    }

    private async Task<int> ChangeMineAsync(
        MeClient me, IReadOnlyList<PresenceEdit> edits, ParseResult parsed, CliHost host, CancellationToken stop)
    {
        foreach (PresenceEdit edit in edits)
        {
            await edit.Mine(me, stop);
        }

        await ShowAsync(
            async () =>
            {
                UserPresence mine = await me.GetPresenceAsync(stop);
                var people = new People([new DirectoryUser { Id = mine.Id }], []);
                return (new FoundPeople(people, mine), new PresenceReadResult([mine]));
            },
            parsed,
            host);
        return ExitCode.Success;
    }

    private async Task ShowAsync(
        Func<Task<(FoundPeople Found, PresenceReadResult Seen)>> read, ParseResult parsed, CliHost host)
    {
        FoundPeople found;
        PresenceReadResult seen;
        try
        {
            (found, seen) = await read();
        }
        catch (PresenceException e)
        {
            // Some applications may write and not read. What was asked for is done.
            host.Say($"It is set, but the presence could not be read: {e.Message}");
            return;
        }

        Presences.Print(found, seen, filter: null, _tool.Format.Read(parsed), host);
        PresenceReport.SayGaps(seen, host);
        IEnumerable<string> notes =
            from user in found.Users
            where seen.TryGetValue(user.Id, out _)
            let note = Explain(parsed, seen[user.Id])
            where note is not null
            select $"{found.NameOf(user)}: {note}";
        SaySome([.. notes], host);
    }

    private static void SayFailures(PresenceWriteResult done, FoundPeople found, CliHost host)
    {
        var people = new PeopleIndex(found.Users);
        SaySome(
            [
                .. done.Failures.Select(failure =>
                    $"{found.NameOf(people[failure.Write.UserId])}: {failure.Exception!.Message}"),
            ],
            host);
    }

    private static void SaySome(string[] lines, CliHost host)
    {
        foreach (string line in lines.Take(MostAlike))
        {
            host.Say(line);
        }

        if (lines.Length > MostAlike)
        {
            host.Say($"{StateText.Count(lines.Length - MostAlike)} more are like this.");
        }
    }
}
