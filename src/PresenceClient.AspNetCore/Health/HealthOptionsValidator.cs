using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PresenceClient.AspNetCore.Health;

/// <summary>Reports all that is wrong with the checks of a key, in one exception.</summary>
internal sealed class HealthOptionsValidator(IServiceProvider provider, string? key)
    : IValidateOptions<PresenceHealthCheckOptions>
{
    public ValidateOptionsResult Validate(string? name, PresenceHealthCheckOptions options)
    {
        if (name != (key ?? Options.DefaultName))
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> faults = [.. options.Faults()];
        if (!provider.GetRequiredService<IServiceProviderIsKeyedService>()
            .IsKeyedService(typeof(PresenceServiceClient), key))
        {
            faults.Add(key is null
                ? "No client is registered. The checks read through it. Call AddPresenceClient."
                : $"No client has the key '{key}'. The checks of a key read through its client. Call "
                    + "AddKeyedPresenceClient with it.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
