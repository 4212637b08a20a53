using System.Diagnostics;

namespace PresenceClient.TestSupport;

/// <summary>A program that the build has put next to the tests, as a process of its own.</summary>
internal static class BuiltProgram
{
    /// <summary>How to start the program with redirected streams.</summary>
    /// <param name="assembly">The file name of the program.</param>
    /// <param name="args">Its arguments.</param>
    public static ProcessStartInfo StartInfo(string assembly, params IEnumerable<string> args)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] command = [dotnet, "exec", Path.Combine(AppContext.BaseDirectory, assembly), .. args];
        if (OperatingSystem.IsLinux())
        {
            // Tests can run with signals ignored (nohup, a background job), and a process inherits that.
            command = ["env", "--default-signal=INT,TERM,HUP,QUIT", .. command];
        }

        return new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
