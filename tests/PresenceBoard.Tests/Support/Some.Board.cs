namespace PresenceClient.TestSupport;

/// <content>Boards.</content>
internal static partial class Some
{
    /// <summary>A board of that many people who are all available.</summary>
    public static PresenceBoard.Board Board(int people)
    {
        int[] numbers = [.. Enumerable.Range(1, people)];
        return PresenceBoard.Board.Of(
            [.. numbers.Select(number => Person(number))],
            new PresenceReadResult(numbers.Select(number => Presence(number))));
    }

    /// <summary>A board of that many people of whom some changed from available to something else.</summary>
    public static PresenceBoard.Board Board(int people, int seconds, params UserPresence[] now) =>
        Board(people).With([.. now.Select(presence => Change(presence, Noon.AddSeconds(seconds)))]);
}
