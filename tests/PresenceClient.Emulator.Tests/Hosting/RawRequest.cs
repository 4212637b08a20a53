using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>A request whose every byte the test writes, for what no HTTP client would send.</summary>
internal static class RawRequest
{
    /// <summary>Sends a request to the emulator over a socket, and reads until the emulator closes it.</summary>
    /// <returns>The status, and all that came.</returns>
    public static async Task<(int Status, string Text)> SendAsync(
        PresenceEmulator emulator, string line, params string[] headers)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", emulator.BaseAddress.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = socket.GetStream();
        string text = string.Join("\r\n", [line, .. headers, "Connection: close", "", ""]);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture), answer);
    }
}
