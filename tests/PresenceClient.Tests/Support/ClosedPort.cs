using System.Net;
using System.Net.Sockets;

namespace PresenceClient.Tests.Support;

/// <summary>A loopback port that refuses connections.</summary>
internal static class ClosedPort
{
    /// <summary>Binds it, so that no other process takes it, without listening.</summary>
    public static Socket Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
