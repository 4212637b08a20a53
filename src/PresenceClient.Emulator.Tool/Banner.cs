using System.Globalization;

namespace PresenceClient.Emulator.Tool;

/// <summary>
/// The text that the tool prints after the start: address, application, an example, and how to stop it.
/// </summary>
internal static class Banner
{
    public static string Write(PresenceEmulator emulator, PresenceEmulatorOptions options, string? certificateFile)
    {
        string root = emulator.BaseAddress.GetLeftPart(UriPartial.Authority);
        EmulatedApplication app = emulator.Application;
        string tokens = $"{root}/{emulator.TenantId}/oauth2/v2.0/token";
        return string.Create(CultureInfo.InvariantCulture, $"""
            Presence emulator: {Describe(emulator, options)}

              Graph          {emulator.BaseAddress}
              Tokens         {tokens}{DescribeHttps(options.Https, root, certificateFile)}
              Tenant id      {emulator.TenantId}
              Client id      {app.ClientId}
              Client secret  {app.ClientSecret}
              Control        {root}/_emulator

            Try it, in another terminal:

            {TryLines(emulator, options.NoAuth, tokens, Curl(options.Https, certificateFile))}

            Press Ctrl-C to stop.
            """);
    }

    private static string Describe(PresenceEmulator emulator, PresenceEmulatorOptions options)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string live = options.Live
            ? string.Create(culture, $", simulated activity at {options.LifeSpeed} times real speed")
            : "";
        double window = options.RequestLimitWindow.TotalSeconds;
        string limit = options.RequestLimit is { } most
            ? string.Create(culture, $", at most {most} presence requests in {window} s")
            : "";
        return string.Create(
            culture,
            $"{emulator.Users.Count} users, {emulator.Groups.Count} groups, seed {options.Seed}{live}{limit}");
    }

    private static string DescribeHttps(HttpsCertificate https, string root, string? certificateFile)
    {
        if (https == HttpsCertificate.None)
        {
            return "";
        }

        string kind = https == HttpsCertificate.Development
            ? "the development certificate of ASP.NET Core"
            : "self-signed, new at each start";
        string place = certificateFile is null ? "; --certificate-out FILE exports it" : $", in {certificateFile}";
        return $"""

              Authority host {root}
              Certificate    {kind}{place}
            """;
    }

    private static string Curl(HttpsCertificate https, string? certificateFile) => (https, certificateFile) switch
    {
        (HttpsCertificate.None, _) => "curl",
        (_, null) => "curl --insecure",
        (_, { } file) => $"curl --cacert '{file.Replace("'", @"'\''", StringComparison.Ordinal)}'",
    };

    private static string TryLines(PresenceEmulator emulator, bool noAuth, string tokens, string curl)
    {
        string read = $"{emulator.BaseAddress}/users/{emulator.Users[0].Id}/presence";
        if (noAuth)
        {
            return $"{curl} {read}";
        }

        EmulatedApplication app = emulator.Application;
        string ask = $"{curl} -s {tokens} -d grant_type=client_credentials -d client_id={app.ClientId}"
            + $" -d client_secret={app.ClientSecret} -d scope=https://graph.microsoft.com/.default";
        // Two lines to paste. sed extracts the token from the answer.
        return $"""
            TOKEN=$({ask} | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
            {curl} -H "Authorization: Bearer $TOKEN" {read}
            """;
    }
}
