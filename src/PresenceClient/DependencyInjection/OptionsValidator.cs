using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.Http;
using PresenceClient.Presences.Loading;

namespace PresenceClient.DependencyInjection;

/// <summary>Tells a host that starts all that is wrong, by the key of the configuration or by the option.</summary>
internal sealed class OptionsValidator(
    IEnumerable<IConfigureOptions<PresenceClientOptions>> configurations,
    IOptionsMonitor<PresenceLoaderOptions> loaders,
    IServiceProviderIsKeyedService services)
    : IValidateOptions<PresenceClientOptions>
{
    private const string Loader = nameof(SectionTarget.Loader) + ":";

    private const string Credential = nameof(PresenceClientOptions.Credential);

    public ValidateOptionsResult Validate(string? name, PresenceClientOptions options)
    {
        string? key = name == Options.DefaultName ? null : name;
        SectionBinding[] sections = [.. configurations.OfType<SectionBinding>().Where(s => s.Name == name)];
        (SectionBinding Section, OptionFault Fault)[] unread =
            [.. sections.SelectMany(s => s.Faults().Select(f => (s, f)))];
        string[] faults =
        [
            .. sections.Select(s => s.Emptiness()).OfType<string>(),
            .. unread.Select(u => Words(u.Section.KeyOf(u.Fault.Option), key, u.Fault)),

            // What could not be read was told, and is not told to be missing too.
            .. Faults(options, key).ExceptBy(unread.Select(u => u.Fault.Option), f => f.Option)
                .Select(f => Words(KeyOf(f.Option, sections), key, f)),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Distinct());
    }

    private static string Words(string option, string? key, OptionFault fault) =>
        $"{option}{(key is null ? "" : $" (client '{key}')")}: {fault.Value} {fault.Fault}.";

    // Where the host wrote it: in the last section that has it, or in code; what is missing belongs into the section.
    private static string KeyOf(string option, SectionBinding[] sections) =>
        (sections.LastOrDefault(s => s.Has(option)) ?? sections.LastOrDefault(_ => option == Credential))?.KeyOf(option)
        ?? (option.StartsWith(Loader, StringComparison.Ordinal)
            ? $"{nameof(PresenceLoaderOptions)}.{option[Loader.Length..]}"
            : $"{nameof(PresenceClientOptions)}.{option}".Replace(
                ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal));

    private static IEnumerable<OptionFault> OfTheHost(PresenceClientOptions options)
    {
        if (options.BaseAddress is { } address && GraphEndpoint.Refusal(address) is { } refusal)
        {
            yield return new(nameof(options.BaseAddress), GraphEndpoint.Printable(address), refusal);
        }

        if (options.HttpClient is not null || options.HttpMessageHandler is not null)
        {
            yield return new(
                options.HttpClient is null ? nameof(options.HttpMessageHandler) : nameof(options.HttpClient),
                "a client or a handler", "is set, but a host's client sends through the HTTP client factory; use "
                    + "ConfigurePrimaryHttpMessageHandler of what AddPresenceClient returns");
        }
    }

    private IEnumerable<OptionFault> Faults(PresenceClientOptions options, string? key) =>
    [
        .. OptionsCheck.Faults(options),
        .. OfTheHost(options),
        .. OfTheCredential(options, key),
        .. LoaderOptionsCheck.Faults(loaders.Get(key)).Select(f => f with { Option = Loader + f.Option }),
    ];

    // The container's own credential is used whatever the options say, so that a test needs no certificate.
    private IEnumerable<OptionFault> OfTheCredential(PresenceClientOptions options, string? key) =>
        CredentialSource.IsInContainer(services, key) ? []
        : options.Credential is { } credential ? CredentialCheck.Faults(credential)
        : [new(Credential, "nothing", "says how to sign in; register an Azure.Core.TokenCredential in the container, "
            + $"or set {Credential} with a Kind ({CredentialCheck.Kinds})")];
}
