namespace PackageTrial.Contents;

/// <summary>
/// The table of the packages: each file, and each dependency with its lowest version. A dependency has the lowest
/// version that works, because NuGet reports an error to a consumer that requires a lower one. Raise it only with a
/// reason.
/// </summary>
internal static class ExpectedPackages
{
    private static readonly ExpectedDependency[] Client =
    [
        new("Azure.Identity", "1.14.2", "The lowest with ManagedIdentityId and without known vulnerabilities."),
        OfDotNet("Microsoft.Extensions.DependencyInjection.Abstractions"),
        OfDotNet("Microsoft.Extensions.Hosting.Abstractions"),
        OfDotNet("Microsoft.Extensions.Http"),
        OfDotNet("Microsoft.Extensions.Logging.Abstractions"),
        OfDotNet("Microsoft.Extensions.Options"),
        OfKiota("Microsoft.Kiota.Abstractions"),
        OfKiota("Microsoft.Kiota.Http.HttpClientLibrary"),
        OfKiota("Microsoft.Kiota.Serialization.Json"),
    ];

    public static IReadOnlyList<ExpectedPackage> All { get; } =
    [
        new("PresenceClient", Library("PresenceClient"), Client),
        new("PresenceClient.AspNetCore", Library("PresenceClient.AspNetCore"),
            [
                new("PresenceClient", ExpectedPackage.Own, "It uses only public types, so a newer client works."),
                OfTokens("Microsoft.IdentityModel.JsonWebTokens"),
                OfTokens("Microsoft.IdentityModel.Protocols.OpenIdConnect"),
            ],
            "Microsoft.AspNetCore.App"),
        new("PresenceClient.Emulator", [.. Library("PresenceClient.Emulator"), "CLAIMS.md"],
            [
                new("Azure.Identity", "1.14.2", "As the client."),
                OfDotNet("Microsoft.AspNetCore.TestHost"),
                OfTokens("Microsoft.IdentityModel.JsonWebTokens"),
            ],
            "Microsoft.AspNetCore.App"),
        new("PresenceClient.Emulator.Tool",
            [
                .. Tool("presence-emulator"), .. OwnIn("PresenceClient.Emulator"), .. OfTheEmulator,
            ],
            []),
        new("PresenceClient.Redis", Library("PresenceClient.Redis"),
            [
                new("PresenceClient", $"[{ExpectedPackage.Own}]", "It uses internal types of exactly this version."),
                new("StackExchange.Redis", "2.8.16", "The lowest that works; the tests also run with the newest."),
            ]),
        new("PresenceClient.Tool",
            [
                .. Tool("presence"), .. OwnIn("PresenceClient"), .. OwnIn("PresenceClient.Cli"),
                .. OwnIn("PresenceClient.Emulator"), .. OfTheEmulator, .. OfTheClient,
            ],
            []),
    ];

    private static IEnumerable<string> OfTheEmulator => InTool(
        "Azure.Core.dll", "Azure.Identity.dll", "Microsoft.AspNetCore.TestHost.dll",
        "Microsoft.Bcl.AsyncInterfaces.dll", "Microsoft.Bcl.Cryptography.dll",
        "Microsoft.Identity.Client.Extensions.Msal.dll", "Microsoft.Identity.Client.dll",
        "Microsoft.IdentityModel.Abstractions.dll", "Microsoft.IdentityModel.JsonWebTokens.dll",
        "Microsoft.IdentityModel.Logging.dll", "Microsoft.IdentityModel.Tokens.dll",
        "System.ClientModel.dll", "System.CommandLine.dll", "System.Memory.Data.dll",
        "System.Security.Cryptography.ProtectedData.dll",
        "runtimes/win/lib/netstandard2.0/System.Security.Cryptography.ProtectedData.dll");

    private static IEnumerable<string> OfTheClient => InTool(
        "Microsoft.IO.RecyclableMemoryStream.dll", "Microsoft.Kiota.Abstractions.dll",
        "Microsoft.Kiota.Http.HttpClientLibrary.dll", "Microsoft.Kiota.Serialization.Json.dll",
        "Spectre.Console.Ansi.dll", "Spectre.Console.dll", "Std.UriTemplate.dll");

    private static ExpectedDependency OfDotNet(string id) =>
        new(id, "10.0.0", "The first of .NET 10, whose shared framework replaces it in ASP.NET Core.");

    private static ExpectedDependency OfKiota(string id) =>
        new(id, "1.22.1", "Microsoft.Graph 5 requires Kiota 1; the tests also run with Kiota 2.");

    private static ExpectedDependency OfTokens(string id) =>
        new(id, "8.0.1", "The version that ASP.NET Core 10's own token handlers require.");

    private static string[] Library(string id) => [$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"];

    // An executable with its symbols, so that stack traces have line numbers. No docs, and no translations.
    private static IEnumerable<string> Tool(string command) =>
        InTool("DotnetToolSettings.xml", $"{command}.deps.json", $"{command}.runtimeconfig.json")
            .Concat(OwnIn(command));

    private static IEnumerable<string> OwnIn(string assembly) => InTool($"{assembly}.dll", $"{assembly}.pdb");

    private static IEnumerable<string> InTool(params string[] files) =>
        files.Select(file => $"tools/net10.0/any/{file}");
}
