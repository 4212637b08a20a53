using System.Diagnostics;
using System.Globalization;

namespace PresenceClient.Redis.Trial;

/// <summary>Starts this program again as another process, and sends signals.</summary>
internal static class TrialProcess
{
    public static Process Start(params string[] args)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return Process.Start(new ProcessStartInfo(
            dotnet, ["exec", typeof(TrialProcess).Assembly.Location, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start(
            "kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
