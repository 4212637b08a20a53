namespace PresenceClient.Soak.Holding;

/// <summary>
/// What was declared for a user, by the keeper, by a hold, or both. The latest of the two shows.
/// </summary>
/// <param name="id">The user's id.</param>
/// <param name="number">The user's number.</param>
internal sealed class DeclaredUser(string id, int number)
{
    public const string Offline = "Offline/Offline";

    private const int Kinds = 20;

    public string Id => id;

    public int Number => number;

    public bool CanBeKept => number % Kinds != 0;

    public bool CanBeHeld => number % Kinds < 2;

    /// <summary>What the keeper should show; null for nothing.</summary>
    public SessionPresence? Kept { get; set; }

    /// <summary>What the hold should show; null for nothing.</summary>
    public SessionPresence? Held { get; set; }

    /// <summary>Whether the hold was declared after the keeper's state.</summary>
    public bool HoldIsLatest { get; set; }

    /// <summary>The hold of the current process; null if there is none.</summary>
    public PresenceHold? Hold { get; set; }

    /// <summary>The last call for the hold.</summary>
    public Task HoldCall { get; set; } = Task.CompletedTask;

    public bool IsDeclared => (Kept ?? Held) is not null;

    /// <summary>What people must see.</summary>
    public string Expected => (HoldIsLatest ? Held ?? Kept : Kept ?? Held) switch
    {
        null => Offline,
        SessionPresence.Available => "Available/Available",
        SessionPresence.InACall => "Busy/InACall",
        SessionPresence.InAConferenceCall => "Busy/InAConferenceCall",
        SessionPresence.Away => "Away/Away",
        _ => "DoNotDisturb/Presenting",
    };
}
