using System.Globalization;

namespace PresenceClient.Emulator.Tool;

/// <summary>What the tool says once it serves: where, as whom, how to try it, how to stop it.</summary>
internal static class Banner
{
    public static string Write(PresenceEmulator emulator, PresenceEmulatorOptions options)
    {
        var root = emulator.BaseAddress.GetLeftPart(UriPartial.Authority);
        EmulatedApplication app = emulator.Application;
        return string.Create(CultureInfo.InvariantCulture, $"""
            Presence emulator: {emulator.Users.Count} users, seed {options.Seed}{(options.Live ? ", live" : "")}

              Graph          {emulator.BaseAddress}
              Tokens         {root}/{emulator.TenantId}/oauth2/v2.0/token
              Client id      {app.ClientId}
              Client secret  {app.ClientSecret}

            Try:  {TryLine(emulator, options, root)}

            Press Ctrl-C to stop.
            """);
    }

    private static string TryLine(PresenceEmulator emulator, PresenceEmulatorOptions options, string root)
    {
        var read = $"{emulator.BaseAddress}/users/{emulator.Users[0].Id}/presence";
        if (options.NoAuth)
            return $"curl {read}";
        // One line to paste: the inner call gets a token, and sed takes it out of the answer.
        return $"curl {read} -H \"Authorization: Bearer $({TokenLine(emulator, root)})\"";
    }

    private static string TokenLine(PresenceEmulator emulator, string root)
    {
        EmulatedApplication app = emulator.Application;
        return $"curl -s {root}/{emulator.TenantId}/oauth2/v2.0/token -d grant_type=client_credentials"
            + $" -d client_id={app.ClientId} -d client_secret={app.ClientSecret}"
            + " -d scope=https://graph.microsoft.com/.default"
            + """ | sed 's/.*"access_token":"\([^"]*\)".*/\1/'""";
    }
}
