using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PresenceClient.Aot;

if (args is not [var address])
{
    await Console.Error.WriteLineAsync("Usage: aot <address of an emulated Graph>");
    return 2;
}

Console.WriteLine(RuntimeFeature.IsDynamicCodeCompiled ? "# Trimmed" : "# Native AOT");
var checks = new Checks(await Tenant.OpenAsync(new Uri(address)));
int failed = 0;
foreach ((string name, Func<Task> run) in checks.All)
{
    string? reason = await ReasonAsync(run);
    Console.WriteLine(reason is null ? $"ok - {name}" : $"FAILED - {name}: {reason}");
    failed += reason is null ? 0 : 1;
}

return failed == 0 ? 0 : 1;

[SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown, the check failed.")]
static async Task<string?> ReasonAsync(Func<Task> run)
{
    try
    {
        await run();
        return null;
    }
    catch (Exception e)
    {
        return e.ToString();
    }
}
