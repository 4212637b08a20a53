namespace PresenceClient.Tool.Tests;

/// <summary>Each error is one line on standard error, with the value, the rule and what to do.</summary>
public sealed class BadArgumentsTests
{
    private const string App = "--tenant contoso.com --client-id 11111111-1111-4111-8111-111111111111";
    private const string Id = "22222222-2222-4222-8222-222222222222";
    private const string Nowhere = "No organization is given. Give --tenant and --client-id (or the environment "
        + "variables PRESENCE_TENANT_ID and PRESENCE_CLIENT_ID) and a way to sign in, or --emulator to try it.";

    [Theory]
    [InlineData("nonsense", "Unrecognized command or argument 'nonsense'.")]
    [InlineData("--emulator", "Required command was not provided.")]
    [InlineData("get --what --emulator",
        "'--what' is not an option of this command.")]
    [InlineData("get", Nowhere)]
    [InlineData("doctor", Nowhere)]
    [InlineData("get --json --csv --emulator", "--json and --csv cannot be combined. Give one of them.")]
    [InlineData("get --users 0 --emulator", "--users takes a whole number from 1 to 1000000, not '0'.")]
    [InlineData("get --users 3 " + App,
        "--users and --seed are for the emulated organization. Add --emulator, or leave them out.")]
    [InlineData("get --emulator --tenant contoso.com",
        "--emulator and --tenant cannot be combined. Give --emulator for an emulated organization, or leave it out "
            + "for Microsoft's service.")]
    [InlineData("get --tenant contoso.com", "Microsoft's service needs both --tenant and --client-id.")]
    [InlineData("get --client-secret  " + App, "--client-secret is blank. Give it a value, or leave it out.")]
    [InlineData("get " + App, "--tenant needs a way to sign in: the environment variable PRESENCE_CLIENT_SECRET, "
        + "--client-secret, --certificate or --interactive.")]
    [InlineData("get adele --emulator",
        "'adele' is not an object id, a sign-in name or a file. Write a sign-in name with its domain, for example "
            + "adele@contoso.com.")]
    [InlineData("get  --emulator",
        "WHO is blank. Give an object id or a sign-in name, or leave it out.")]
    [InlineData("get me --client-secret x " + App,
        "An application has no presence of its own. Name the users, or sign in as yourself with --interactive.")]
    [InlineData("set Away --client-secret x " + App,
        "An application has no presence of its own. Name the users, or sign in as yourself with --interactive.")]
    [InlineData("get --all --emulator " + Id, "WHO, --group and --all cannot be combined. Give one of them.")]
    [InlineData("get --group Sales --emulator",
        "--group takes the object id of a group or a team, a GUID, not 'Sales'.")]
    [InlineData("set --emulator", "Required argument missing for command: 'set'.")]
    [InlineData("set Busy --emulator",
        "'Busy' is not a state. The states are Available, InACall, InAConferenceCall, Away, Presenting, or "
            + "AVAILABILITY/ACTIVITY for another pair. To show Busy as a person chooses it in Teams, use presence "
            + "prefer Busy.")]
    [InlineData("set 1 --emulator",
        "'1' is not a state. The states are Available, InACall, InAConferenceCall, Away, Presenting, or "
            + "AVAILABILITY/ACTIVITY for another pair.")]
    [InlineData("prefer in-a-call --emulator",
        "'in-a-call' is not a state. The states are Available, Busy, DoNotDisturb, BeRightBack, Away, Offline, or "
            + "AVAILABILITY/ACTIVITY for another pair. InACall is a state of a session: use presence set InACall.")]
    [InlineData("set Away --for soon --emulator",
        "--for takes a duration longer than zero, for example 30m, 1h, 1h30m, 2d or PT1H30M, not 'soon'.")]
    [InlineData("set Away --for 2m --emulator",
        "The duration 00:02:00 is too short. A presence session lasts 5 minutes to 4 hours. Use a duration in this "
            + "range, and set the session again before it ends.")]
    [InlineData("set --user adele@contoso.com --emulator", "'--user' is not an option of this command.")]
    [InlineData("watch --all --once --emulator", "'--once' is not an option of this command.")]
    [InlineData("set Away --all --emulator",
        "'--all' is not an option of this command.")]
    [InlineData("set Away me --emulator " + Id,
        "'me' cannot be combined with other users, because a person can change only their own presence. Leave the "
            + "others out, or leave 'me' out and sign in as an application.")]
    [InlineData("message  --emulator",
        "TEXT is blank. A status message has at least one character. To remove the message, use presence clear "
            + "--message.")]
    [InlineData("message --clear --emulator",
        "'--clear' is not an option of this command. To send it as the message, put -- before it.")]
    [InlineData("message x --for 1h --until 15:00 --emulator",
        "--for and --until cannot be combined. Give one of them.")]
    [InlineData("message x --until noon --emulator",
        "--until takes a time in the future, for example 15:00, 2026-12-24 or '2026-12-24 15:00', not 'noon'.")]
    [InlineData("message x --until 2020-01-01 --emulator",
        "--until takes a time in the future, for example 15:00, 2026-12-24 or '2026-12-24 15:00', not '2020-01-01'.")]
    [InlineData("watch --interval 0 --emulator", "--interval takes a whole number from 1 to 3600, not '0'.")]
    [InlineData("doctor fly --emulator",
        "'fly' is not a command with permissions. The commands are clear, get, group, message, prefer, set, watch, "
            + "who.")]
    public async Task RunAsync_BadArguments_OneLineAndTwo(string arguments, string line)
    {
        using var host = new ToolHost();

        int exitCode = await host.RunAsync(arguments.Split(' '));

        host.ErrorLines().Should().Equal($"presence: {line} Try --help.");
        exitCode.Should().Be(2);
        host.Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("PRESENCE_TENANT_ID", "a/b",
        "PRESENCE_TENANT_ID takes a tenant id (a GUID) or a domain, for example contoso.com, not 'a/b'.")]
    [InlineData("PRESENCE_CLIENT_ID", "me",
        "PRESENCE_CLIENT_ID takes the application (client) id, a GUID, not 'me'.")]
    [InlineData("PRESENCE_CLIENT_ID", "", "Microsoft's service needs both --tenant and --client-id.")]
    public async Task RunAsync_BadVariable_IsNamed(string variable, string value, string line)
    {
        using var host = new ToolHost
        {
            Variables = new Dictionary<string, string>
            {
                ["PRESENCE_TENANT_ID"] = "contoso.com",
                ["PRESENCE_CLIENT_ID"] = Id,
                ["PRESENCE_CLIENT_SECRET"] = "secret",
                [variable] = value,
            },
        };

        (await host.RunAsync("get", Id)).Should().Be(2);

        host.ErrorLines().Should().Equal($"presence: {line} Try --help.");
    }
}
