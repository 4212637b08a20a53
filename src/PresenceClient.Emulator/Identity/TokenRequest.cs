using System.Text;
using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator.Identity;

/// <summary>A token request. The client id and secret are in the form or in an HTTP Basic header.</summary>
internal sealed record TokenRequest(string Tenant, IFormCollection Form, string Authorization)
{
    private const string Basic = "Basic ";

    /// <summary>The reason why the form couldn't be read; null if it could.</summary>
    public string? Flaw { get; init; }

    public string this[string field] => Form[field].ToString();

    /// <summary>Returns the client id and secret, each empty if it is missing.</summary>
    public (string Id, string Secret) ReadClient()
    {
        if (!Authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return (this["client_id"], this["client_secret"]);
        }

        byte[] bytes = new byte[Authorization.Length];
        if (!Convert.TryFromBase64String(Authorization[Basic.Length..].Trim(), bytes, out int length))
        {
            return ("", "");
        }

        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
    }
}
