using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PresenceClient.Emulator.Hosting;

/// <summary>The value of a Host header: a name, and a port if there is one.</summary>
internal readonly record struct RequestHost(string Name, string Port)
{
    private const string Localhost = "localhost";

    /// <summary>Parses a header value; null if it isn't a host with at most one port.</summary>
    public static RequestHost? Parse(string value)
    {
        int end = value.StartsWith('[')
            ? value.IndexOf(']', StringComparison.Ordinal) + 1
            : value.IndexOf(':', StringComparison.Ordinal);
        string name = end < 0 ? value : value[..end];
        string port = value[name.Length..];
        bool hasPort = port is [':', .. string digits] && IsPort(digits);
        return (hasPort || port.Length == 0) && Uri.CheckHostName(name) != UriHostNameType.Unknown
            ? new RequestHost(name, port)
            : null;
    }

    /// <summary>
    /// Returns whether every resolver maps the name to this machine. Only then can no foreign DNS server have led
    /// here.
    /// </summary>
    public bool IsLoopback()
    {
        // A trailing dot only marks the name as complete.
        string name = Name.EndsWith('.') ? Name[..^1] : Name;
        if (name.Equals(Localhost, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (name is ['[', .. string inner, ']'])
        {
            return IPAddress.TryParse(inner, out IPAddress? six)
                && six.AddressFamily == AddressFamily.InterNetworkV6
                && IPAddress.IsLoopback(six);
        }

        // The parser also accepts numbers like 2130706433, which clients do not send in this form.
        return IPAddress.TryParse(name, out IPAddress? four) && four.ToString() == name && IPAddress.IsLoopback(four);
    }

    public override string ToString() => Name + Port;

    private static bool IsPort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0;
}
