using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.Http;
using PresenceClient.Presences.Loading;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// Reports all errors of a client of a host in one exception, and each error once: by its configuration key, or by the
/// name of the property that code sets.
/// </summary>
internal sealed class HostOptionsValidator(IServiceProvider provider, string? key)
    : IValidateOptions<PresenceClientOptions>
{
    private const string Kind = "Credential:" + nameof(PresenceCredentialOptions.Kind);

    public ValidateOptionsResult Validate(string? name, PresenceClientOptions options)
    {
        if (name != HostServices.NameOf(key))
        {
            return ValidateOptionsResult.Skip;
        }

        ClientSection[] sections = [.. provider.GetServices<ClientSection>().Where(s => s.Name == name)];
        HostCredential credential = provider.GetRequiredKeyedService<HostCredential>(key);
        OptionFault[] unread = [.. sections.SelectMany(s => s.Faults)];
        string[] faults =
        [
            .. sections.SelectMany(s => s.Faults.Select(f => Message(s.KeyOf(f.Option), f.Text))),
            .. OptionsCheck.ForHost(options)
                .Concat(LoaderOptionsCheck.Faults(provider.OptionsOf<PresenceLoaderOptions>(key)))
                .Concat(credential.Faults)
                .Where(f => !unread.Any(u => Covers(u.Option, f.Option) || Covers(u.Option, f.Other)))
                .Select(f => Message(PlaceOf(f, sections), f.Text)),
        ];
        if (credential.IsScoped)
        {
            faults = [.. faults, Message(nameof(Azure.Core.TokenCredential), "The service is registered as scoped. The "
                + "client is a singleton and would keep the credential of one scope. Register it with AddSingleton, or "
                + "with AddKeyedSingleton for the key of a client.")];
        }

        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Distinct());
    }

    // A value that cannot be read was not set, so no other error of the option is reported.
    private static bool Covers(string unread, string? option) => option is not null
        && $"{option}:".StartsWith($"{unread}:", StringComparison.OrdinalIgnoreCase);

    // The last section with the option, or else the last with its part, where a missing value belongs, or else code.
    private static string PlaceOf(OptionFault fault, ClientSection[] sections) =>
        (sections.LastOrDefault(s => s.Has(fault.Option))
            ?? sections.LastOrDefault(s => fault.Option.Split(':') is [var part, _] && s.Has(part))
            ?? sections.LastOrDefault(_ => fault.Option == Kind))?.KeyOf(fault.Option)
        ?? fault.Property;

    private string Message(string place, string text) =>
        $"{place}{(key is null ? "" : $" (client '{key}')")}: {text}";
}
