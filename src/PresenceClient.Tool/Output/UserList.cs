using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace PresenceClient.Tool;

/// <summary>Prints people with their names and ids.</summary>
internal static class UserList
{
    private static readonly TableField[] Fields =
    [
        new("Name", Least: 16, Rank: 2),
        new("Sign-in name", Least: 24, Rank: 1),
        new("Id", Least: 36, Rank: 0),
    ];

    public static void Print(IReadOnlyList<DirectoryUser> users, OutputFormat format, CliHost host)
    {
        TextWriter output = host.Output.Profile.Out.Writer;
        UserEntry[] entries =
            [.. users.Select(user => new UserEntry(user.Id, user.DisplayName, user.UserPrincipalName))];
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(entries, UserJson.Default.UserEntryArray));
                break;
            case OutputFormat.Csv:
                CsvOutput.WriteRecord(output, ["id", "displayName", "userPrincipalName"]);
                foreach (UserEntry entry in entries)
                {
                    CsvOutput.WriteRecord(output, [entry.Id, entry.DisplayName, entry.UserPrincipalName]);
                }

                break;
            default:
                OneLine[][] lines = [.. entries.Select(Cells)];
                host.Output.Write(TextTable.Fit(Fields, lines, host.Output.Profile.Width));
                break;
        }

        output.Flush();
    }

    private static OneLine[] Cells(UserEntry entry) =>
    [
        new(entry.DisplayName ?? "", Style.Plain),
        new(entry.UserPrincipalName ?? "", Style.Plain),
        new(entry.Id, Style.Plain),
    ];
}

/// <summary>A person for other programs.</summary>
internal sealed record UserEntry(string Id, string? DisplayName, string? UserPrincipalName);

/// <summary>The generated serializer of <see cref="UserEntry"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(UserEntry[]))]
internal sealed partial class UserJson : JsonSerializerContext;
