// Mutation tests of the client: changes its code in many small ways, and runs the tests that reach each change.
//   dotnet run -c Release --project eng/Mutate -- AREA... | all | --list | --self-test
//     [--again] [--sample N] [--seed S] [--workers N]
// An area is a folder of src/PresenceClient. Build tests/PresenceClient.Tests in Release before. --again runs only the
// mutants that survived in the last run of the area.
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mutate;
using Mutate.Mutants;
using Mutate.Running;

if (args is ["worker", ..])
{
    return await WorkerProgram.RunAsync(args[1..]);
}

if (args is ["--list"])
{
    Area.All.ToList().ForEach(area => Console.WriteLine($"{area.Folder}: {string.Join(", ", area.Tests)}"));
    return 0;
}

if (args is ["--self-test"])
{
    return await SelfTest.RunAsync();
}

var options = new Dictionary<string, int> { ["--sample"] = int.MaxValue, ["--seed"] = 1, ["--workers"] = 2 };
var names = new List<string>();
bool again = false;
for (int i = 0; i < args.Length; i++)
{
    if (options.ContainsKey(args[i]) && i + 1 < args.Length)
    {
        options[args[i]] = int.Parse(args[++i], CultureInfo.InvariantCulture);
    }
    else if (args[i] == "--again")
    {
        again = true;
    }
    else
    {
        names.Add(args[i]);
    }
}

string[] unknown = [.. names.Where(name => name != "all" && Area.All.All(area => area.Folder != name))];
if (names.Count == 0 || unknown.Length > 0)
{
    await Console.Error.WriteLineAsync(unknown.Length == 0
        ? "No area is given. Name folders of src/PresenceClient, or 'all'."
        : $"'{unknown[0]}' is not an area. --list prints all areas.");
    return 2;
}

CSharpCompilation client = await ClientProject.ReadAsync();
bool isAsListed = true;
foreach (Area area in Area.All.Where(area => names.Contains("all") || names.Contains(area.Folder)))
{
    var run = new AreaRun(area, again, options["--sample"], options["--seed"], options["--workers"]);
    isAsListed &= await run.RunAsync(client);
}

return isAsListed ? 0 : 1;
