// Prints the line and branch coverage of the handwritten code under src/, over all test projects, and fails if too few
// lines are covered.
//   dotnet run eng/Coverage.cs -- FOLDER [BAR]
// FOLDER contains the reports of: dotnet test --coverage --coverage-output-format cobertura --results-directory FOLDER
using System.Globalization;
using System.Xml.Linq;

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("Usage: dotnet run eng/Coverage.cs -- FOLDER [BAR, default 95]");
    return 2;
}

double bar = args.Length == 2 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 95;
var lines = new Dictionary<(string Package, string File, int Line), Coverage>();
foreach (string report in Directory.EnumerateFiles(args[0], "*.cobertura.xml", SearchOption.AllDirectories))
{
    foreach (XElement type in XDocument.Load(report).Descendants("class"))
    {
        string file = ((string)type.Attribute("filename")!).Replace('\\', '/');
        if (PackageOf(file) is not { } package)
        {
            continue;
        }

        foreach (XElement line in type.Element("lines")!.Elements("line"))
        {
            (string, string, int) key = (package, file, (int)line.Attribute("number")!);
            Coverage before = lines.GetValueOrDefault(key);
            (int taken, int branches) = ReadBranches((string?)line.Attribute("condition-coverage"));
            // A report doesn't say which branches are taken, so those of several projects can't be added up.
            lines[key] = new Coverage(
                before.IsHit || (long)line.Attribute("hits")! > 0,
                Math.Max(before.Taken, taken),
                Math.Max(before.Branches, branches));
        }
    }
}

if (lines.Count == 0)
{
    Console.Error.WriteLine($"No coverage report of src/ is in {args[0]}.");
    return 2;
}

foreach (IGrouping<string, KeyValuePair<(string Package, string File, int Line), Coverage>> package in
    lines.GroupBy(l => l.Key.Package).OrderBy(g => g.Key, StringComparer.Ordinal))
{
    Print(package.Key, [.. package]);
}

double total = Print("all handwritten code", [.. lines]);
Console.WriteLine($"The minimum is {bar.ToString(CultureInfo.InvariantCulture)} %: {(total >= bar ? "ok" : "MISSED")}");
return total >= bar ? 0 : 1;

// The folder under src/; null for tests, samples and generated files.
static string? PackageOf(string file)
{
    int start = file.LastIndexOf("/src/", StringComparison.Ordinal);
    string[] parts = start < 0 ? [] : file[(start + 5)..].Split('/');
    return parts.Length > 1 && parts[1] is not ("Generated" or "obj") ? parts[0] : null;
}

// "50% (1/2)"; null for a line without branches.
static (int Taken, int Branches) ReadBranches(string? text)
{
    if (text is null)
    {
        return (0, 0);
    }

    string[] parts = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split('/');
    return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
}

static double Print(string name, KeyValuePair<(string Package, string File, int Line), Coverage>[] lines)
{
    int covered = lines.Count(l => l.Value.IsHit);
    int taken = lines.Sum(l => l.Value.Taken);
    int branches = lines.Sum(l => l.Value.Branches);
    double percent = 100.0 * covered / lines.Length;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"coverage, {name}: lines {percent:0.0} % ({covered} of {lines.Length}), ")
        + string.Create(CultureInfo.InvariantCulture,
            $"branches {100.0 * taken / Math.Max(1, branches):0.0} % ({taken} of {branches})"));
    return percent;
}

internal readonly record struct Coverage(bool IsHit, int Taken, int Branches);
