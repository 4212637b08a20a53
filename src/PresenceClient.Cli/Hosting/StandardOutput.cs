using System.Runtime.InteropServices;

namespace PresenceClient.Cli;

/// <summary>
/// Notices that nothing reads standard output any more, as in <c>| head -3</c>. .NET's console ignores the error that
/// a write to a closed pipe returns.
/// </summary>
internal static partial class StandardOutput
{
    private const int Descriptor = 1;
    private const short Error = 0x08;
    private const short HangUp = 0x10;

    /// <summary>Whether standard output is a pipe that its reader has closed. Windows cannot tell.</summary>
    public static bool IsClosed()
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        var output = new PollRequest { Descriptor = Descriptor };
        return Poll(ref output, 1, 0) > 0 && (output.Result & (Error | HangUp)) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(ref PollRequest requests, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Result;
    }
}
