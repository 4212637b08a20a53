// Checks the packages in a folder, and tries them outside the repository.
//   dotnet run --project eng/PackageTrial -- FOLDER
// FOLDER is the output of `dotnet pack`. The program checks the contents of each package, then builds and runs the
// programs in Consumers with the packages, in a temporary folder. Run it in the root of the repository.
using PackageTrial;
using PackageTrial.Contents;
using PackageTrial.Trial;

if (args is not [var feed] || !File.Exists("PresenceClient.sln"))
{
    await Console.Error.WriteLineAsync(
        "Usage, in the root of the repository: dotnet run --project eng/PackageTrial -- FOLDER");
    return 2;
}

string repository = Directory.GetCurrentDirectory();
var report = new Report();
if (PackageCheck.Check(feed, repository, report) is not { } version)
{
    return report.End();
}

Workplace workplace = await Workplace.CreateAsync(repository, feed, version);
await new ConsumerTrial(workplace, report).RunAsync();
if (report.HasFailed)
{
    await Console.Error.WriteLineAsync($"The consumers are in {workplace.Root}.");
}
else
{
    workplace.Delete();
}

return report.End();
