using PresenceClient.Http;

namespace PresenceClient.Tool;

/// <summary>Whether a token can do an operation, and what to grant if it cannot.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Commands">The commands that use it; none if only the library has it.</param>
/// <param name="Ability">Whether the token can do it.</param>
/// <param name="Grant">The least permission that is missing; null for none.</param>
internal sealed record Finding(
    GraphOperation Operation, IReadOnlyList<string> Commands, Ability Ability, string? Grant = null)
{
    private static readonly (GraphOperation Operation, string[] Commands)[] Uses =
    [
        (GraphOperations.GetMyPresence, ["get"]),
        (GraphOperations.GetPresencesByUserId, ["get", "watch"]),
        (GraphOperations.GetUserPresence, []),
        (GraphOperations.GetPresence, []),
        (GraphOperations.SetMyPresence, ["set"]),
        (GraphOperations.SetUserPresence, ["set"]),
        (GraphOperations.ClearMyPresence, ["clear"]),
        (GraphOperations.ClearUserPresence, ["clear"]),
        (GraphOperations.SetMyPreferredPresence, ["prefer"]),
        (GraphOperations.SetUserPreferredPresence, ["prefer"]),
        (GraphOperations.ClearMyPreferredPresence, ["clear"]),
        (GraphOperations.ClearUserPreferredPresence, ["clear"]),
        (GraphOperations.SetMyStatusMessage, ["message", "clear"]),
        (GraphOperations.SetUserStatusMessage, ["message", "clear"]),
        (GraphOperations.SetMyManualLocation, []),
        (GraphOperations.SetMyAutomaticLocation, []),
        (GraphOperations.ClearMyLocation, []),
        (GraphOperations.ClearMyAutomaticLocation, []),
        (GraphOperations.ListUsers, ["who"]),
        (GraphOperations.GetUser, ["who"]),
        (GraphOperations.ListGroupMembers, ["group"]),
    ];

    /// <summary>Every command that uses an operation.</summary>
    public static IReadOnlyList<string> AllCommands { get; } =
        [.. Uses.SelectMany(use => use.Commands).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every operation that the client has, or those of some commands.</summary>
    public static IReadOnlyList<Finding> Of(TokenFacts token, IReadOnlyList<string> commands) =>
    [
        .. Uses.Where(use => commands.Count == 0 || use.Commands.Intersect(commands).Any())
            .Select(use => Judge(use.Operation, use.Commands, token)),
    ];

    private static Finding Judge(GraphOperation operation, string[] commands, TokenFacts token)
    {
        GraphPermissions needs = operation.Permissions;
        if (!token.IsPerson)
        {
            return needs.Application is null ? new(operation, commands, Ability.OnlyForPersons)
                : Has(needs.Application, needs.ApplicationHigher) ? new(operation, commands, Ability.Yes)
                : new(operation, commands, Ability.Missing, needs.Application);
        }

        return Has(needs.Delegated, needs.DelegatedHigher) ? new(operation, commands, Ability.Yes)
            : Has(needs.Self, []) ? new(operation, commands, Ability.OwnOnly)
            : new(operation, commands, Ability.Missing, needs.Delegated ?? needs.Self);

        bool Has(string? least, IReadOnlyList<string> higher) => token.Permissions.Any(granted =>
            granted.Equals(least, StringComparison.OrdinalIgnoreCase)
                || higher.Contains(granted, StringComparer.OrdinalIgnoreCase));
    }
}
