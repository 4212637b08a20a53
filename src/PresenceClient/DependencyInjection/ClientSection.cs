using Microsoft.Extensions.Configuration;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// A section of the configuration, which is read once: its values, and its errors, which a host reports together.
/// </summary>
internal sealed class ClientSection
{
    private readonly List<Delegate> _values = [];
    private readonly List<OptionFault> _faults = [];
    private readonly HashSet<string> _options = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;

    /// <param name="name">The name of the options that it sets.</param>
    /// <param name="section">The section.</param>
    public ClientSection(string name, IConfiguration section)
    {
        Name = name;
        _path = (section as IConfigurationSection)?.Path ?? "";
        if (!Read(section, ""))
        {
            _faults.Add(new OptionFault("", section is IConfigurationSection { Value.Length: > 0 }
                ? "There is a value, but a section is required. Write the options as its keys."
                : "The section is missing or empty. Write it, or register the client without one."));
        }
    }

    public string Name { get; }

    /// <summary>Gets the errors. An option without a name is the section itself.</summary>
    public IReadOnlyList<OptionFault> Faults => _faults;

    /// <summary>Returns whether the section has an option, or a part with options.</summary>
    public bool Has(string option) => _options.Contains(option);

    /// <summary>Returns the full key of an option.</summary>
    public string KeyOf(string option) => _path.Length == 0 && option.Length == 0
        ? "The configuration of the presence client"
        : string.Join(ConfigurationPath.KeyDelimiter, new[] { _path, option }.Where(part => part.Length > 0));

    /// <summary>Sets the values that the section has for options of this type.</summary>
    public void Apply<T>(T options)
    {
        foreach (Action<T> set in _values.OfType<Action<T>>())
        {
            set(options);
        }
    }

    // Returns whether there are keys.
    private bool Read(IConfiguration section, string path)
    {
        bool hasKeys = false;
        foreach (IConfigurationSection child in section.GetChildren())
        {
            hasKeys = true;
            string option = path.Length == 0 ? child.Key : ConfigurationPath.Combine(path, child.Key);
            if (ConfigurationKeys.All.TryGetValue(option, out ConfigurationKey? key))
            {
                ReadValue(child, key);
            }
            else if (ConfigurationKeys.NamesIn(option) is { Count: > 0 } names)
            {
                ReadPart(child, option, names);
            }
            else
            {
                _faults.Add(new OptionFault(option,
                    $"The key is not known. The keys are {string.Join(", ", ConfigurationKeys.NamesIn(path))}."));
            }
        }

        return hasKeys;
    }

    private void ReadValue(IConfigurationSection section, ConfigurationKey key)
    {
        if (!section.Exists())
        {
            return;
        }

        _options.Add(key.Option);
        if (section.GetChildren().Any())
        {
            _faults.Add(new OptionFault(key.Option, "There is a section, but a single value is required. Write one."));
        }
        else if (key.Read(section.Value!) is { } value)
        {
            _values.Add(value);
        }
        else
        {
            _faults.Add(new OptionFault(key.Option, key.Rule));
        }
    }

    private void ReadPart(IConfigurationSection section, string part, IReadOnlyList<string> names)
    {
        _options.Add(part);
        if (section.Value is null or "")
        {
            Read(section, part);
        }
        else
        {
            _faults.Add(new OptionFault(part, "There is a value, but a section is required. Its keys are "
                + $"{string.Join(", ", names)}."));
        }
    }
}
