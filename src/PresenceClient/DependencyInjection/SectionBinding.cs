using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// A section of the configuration for the client of a name. What cannot be read is left as it was, and is a fault that
/// the validator collects, so that a host is told of all at once.
/// </summary>
internal sealed class SectionBinding(string name, IConfiguration section)
    : IConfigureNamedOptions<PresenceClientOptions>, IConfigureNamedOptions<PresenceLoaderOptions>
{
    public string Name { get; } = name;

    public void Configure(string? name, PresenceClientOptions options) => Read(name, new(options, new()));

    public void Configure(string? name, PresenceLoaderOptions options) => Read(name, new(new(), options));

    public void Configure(PresenceClientOptions options) => Configure(Options.DefaultName, options);

    public void Configure(PresenceLoaderOptions options) => Configure(Options.DefaultName, options);

    /// <summary>The full key of an option.</summary>
    public string KeyOf(string option) =>
        section is IConfigurationSection { Path: var path } ? ConfigurationPath.Combine(path, option) : option;

    /// <summary>Whether the section says anything of an option or of the part that it is in.</summary>
    public bool Has(string option) => section.GetSection(option.Split(ConfigurationPath.KeyDelimiter)[0]).Exists();

    public IEnumerable<OptionFault> Faults() => ConfigurationKeys.Section.Read(section, new(new(), new()));

    /// <summary>Why the whole section is of no use; null where it has keys.</summary>
    public string? Emptiness() => section.GetChildren().Any() ? null : section switch
    {
        IConfigurationSection { Path: var path, Value: null or "" } =>
            $"{path}: the section is missing or empty; write it, or register the client without one.",
        IConfigurationSection { Path: var path } => $"{path}: a value stands where a section belongs.",
        _ => "The configuration given to the presence client is empty; give it the client's section.",
    };

    private void Read(string? name, SectionTarget target)
    {
        if (name == Name)
        {
            ConfigurationKeys.Section.Read(section, target);
        }
    }
}
