using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PresenceClient.AspNetCore.Events;

/// <summary>The selection in the query: ids, a group, or neither.</summary>
internal sealed record EventQuery(IReadOnlyList<string> Ids, string? Group)
{
    private const string Rule =
        "Write ?ids={id},{id} with object ids, for example 11111111-1111-4111-8111-111111111111, or ?group={name}, or "
        + "neither for all users.";

    /// <summary>Reads the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="read">The selection, if the query is valid.</param>
    /// <param name="fault">What is wrong, and what to write; it never repeats a value.</param>
    public static bool TryRead(
        IQueryCollection query, [NotNullWhen(true)] out EventQuery? read, [NotNullWhen(false)] out string? fault)
    {
        bool hasIds = query.TryGetValue("ids", out StringValues texts);
        bool hasGroup = query.TryGetValue("group", out StringValues groups);
        string[] ids = [.. texts.SelectMany(text =>
            (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        int wrong = Array.FindIndex(ids, id => !DirectoryUser.IsObjectId(id));
        fault = hasIds && hasGroup ? "The query has both ids and a group."
            : hasIds && ids.Length == 0 ? "The query has ids without a value."
            : wrong >= 0 ? $"Id {wrong + 1} of {ids.Length} in the query is not an object id."
            : groups.Count > 1 ? $"The query has {groups.Count} groups. A stream has one group."
            : hasGroup && string.IsNullOrWhiteSpace(groups) ? "The query has a group without a name."
            : null;
        read = fault is null ? new EventQuery(ids, hasGroup ? groups.ToString() : null) : null;
        fault = fault is null ? null : $"{fault} {Rule}";
        return fault is null;
    }
}
