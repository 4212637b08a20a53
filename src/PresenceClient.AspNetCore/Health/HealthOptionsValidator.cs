using Microsoft.Extensions.Options;

namespace PresenceClient.AspNetCore.Health;

/// <summary>Reports all that is wrong with the thresholds of a key, in one exception.</summary>
internal sealed class HealthOptionsValidator(string ownName) : IValidateOptions<PresenceHealthCheckOptions>
{
    public ValidateOptionsResult Validate(string? name, PresenceHealthCheckOptions options)
    {
        if (name != ownName)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] faults = [.. options.Faults()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
