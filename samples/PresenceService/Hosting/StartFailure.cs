using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace PresenceService.Hosting;

/// <summary>Says why the service cannot start, if its user can fix it.</summary>
internal static class StartFailure
{
    private const string Cure = "Set it with --Urls; --Urls http://127.0.0.1:0 takes any free port.";

    /// <summary>Returns one line for each fault; none for a bug, which needs its stack trace.</summary>
    public static IReadOnlyList<string> Lines(Exception failure, string? urls)
    {
        string message = failure.Message.ReplaceLineEndings(" ");
        return failure switch
        {
            OptionsValidationException options => [.. options.Failures.Select(fault => fault.ReplaceLineEndings(" "))],
            InvalidDataException => [$"{message} {failure.InnerException?.Message}"],
            IOException { InnerException: AddressInUseException } =>
                [$"{message} Stop the program that uses it, or choose another address. {Cure}"],
            _ when IsAboutAddress(failure, urls) =>
                [$"The service cannot listen on '{urls}': {message.TrimEnd('.')}. {Cure}"],
            _ => [],
        };
    }

    private static bool IsAboutAddress(Exception failure, string? urls) => failure switch
    {
        IOException or SocketException or FormatException or ArgumentOutOfRangeException { ParamName: "port" } => true,
        // The certificate for https is missing.
        InvalidOperationException => urls?.Contains("https:", StringComparison.OrdinalIgnoreCase) == true,
        _ => false,
    };
}
