using System.Text.Json;
using Spectre.Console;

namespace PresenceClient.Tool;

/// <summary>Prints what the doctor found.</summary>
internal static class DoctorReport
{
    private static readonly TableField[] Fields =
    [
        new("Operation", Least: 24, Rank: 0),
        new("Allowed", Least: 14, Rank: 1),
        new("To grant", Least: 22, Rank: 2),
        new("Commands", Least: 14, Rank: 3),
    ];

    public static void Print(Diagnosis diagnosis, OutputFormat format, CliHost host)
    {
        TextWriter output = host.Output.Profile.Out.Writer;
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(new DoctorEntry(diagnosis), DoctorJson.Default.DoctorEntry));
                break;
            case OutputFormat.Csv:
                CsvOutput.WriteRecord(output, ["operation", "method", "path", "commands", "allowed", "toGrant"]);
                foreach (OperationEntry entry in new DoctorEntry(diagnosis).Operations)
                {
                    CsvOutput.WriteRecord(
                        output,
                        [
                            entry.Operation, entry.Method, entry.Path, string.Join(' ', entry.Commands),
                            entry.Allowed.ToString(), entry.ToGrant,
                        ]);
                }

                break;
            default:
                PrintTable(diagnosis, output, host);
                break;
        }

        output.Flush();
    }

    private static void PrintTable(Diagnosis diagnosis, TextWriter output, CliHost host)
    {
        if (diagnosis.Token is not { } token)
        {
            return;
        }

        string who = token.IsPerson
            ? $"{token.SubjectName ?? "a person"}, through the application {token.ApplicationId}"
            : $"the application {token.ApplicationId}";
        string permissions = token.Permissions.Count > 0 ? string.Join(", ", token.Permissions) : "none";
        output.WriteLine(SafeText.OneLine($"Signed in to {diagnosis.Organization} as {who}."));
        string kind = token.IsPerson ? "Delegated" : "Application";
        output.WriteLine(SafeText.OneLine($"{kind} permissions: {permissions}."));
        output.WriteLine();
        OneLine[][] lines = [.. diagnosis.Findings.Select(Cells)];
        host.Output.Write(TextTable.Fit(Fields, lines, host.Output.Profile.Width));
        if (diagnosis.Missing.Count > 0)
        {
            string missing = string.Join(", ", diagnosis.Missing);
            output.WriteLine();
            output.WriteLine(token.IsPerson
                ? $"Missing: the delegated permissions {missing}. Grant them and sign in again."
                : $"Missing: the application permissions {missing}. Grant them (admin consent required).");
        }
    }

    private static OneLine[] Cells(Finding finding)
    {
        (string text, Color colour) = finding.Ability switch
        {
            Ability.Yes => ("✓ yes", Color.Green),
            Ability.OwnOnly => ("✓ own only", Color.Green),
            Ability.Missing => ("✗ no", Color.Red),
            _ => ("– only persons", Color.Grey),
        };
        return
        [
            new(finding.Operation.Name, Style.Plain),
            new(text, new Style(colour)),
            new(finding.Grant ?? "", Style.Plain),
            new(string.Join(' ', finding.Commands), Style.Plain),
        ];
    }
}
