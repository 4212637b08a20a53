using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>The names of a tenant in the addresses of sign-in.</summary>
internal static class TenantNames
{
    /// <summary>Returns whether a name is the tenant's id or domain, or a name for any tenant.</summary>
    public static bool Include(Tenant tenant, string name) =>
        name.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase)
        || name.Equals(EmulatedDomain.Tenant, StringComparison.OrdinalIgnoreCase)
        || IsShared(name);

    /// <summary>Returns whether a name stands for any tenant.</summary>
    public static bool IsShared(string name) => name is "common" or "organizations";
}
