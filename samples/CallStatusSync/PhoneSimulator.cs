namespace CallStatusSync;

/// <summary>Makes up the calls of a phone system. The same seed gives the same calls.</summary>
internal static class PhoneSimulator
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Returns the events in the order of their times. Some calls are still under way at the end, as when the phone
    /// system, or this program, is stopped.
    /// </summary>
    public static List<PhoneEvent> Simulate(IReadOnlyList<string> people, TimeSpan duration, int seed)
    {
        var random = new Random(seed);
        DateTimeOffset end = Start + duration;
        return [.. people.SelectMany(person => CallsOf(person, end, random)).OrderBy(phoneEvent => phoneEvent.Time)];
    }

    private static List<PhoneEvent> CallsOf(string person, DateTimeOffset end, Random random)
    {
        List<PhoneEvent> events = [];
        DateTimeOffset time = Start;
        for (int call = 1; time < end; call++)
        {
            Add(PhoneEventKind.Ringing, 5, 90);
            if (random.NextDouble() < 0.8)
            {
                Add(PhoneEventKind.Answered, 3, 12);
                if (random.NextDouble() < 0.4)
                {
                    Add(PhoneEventKind.Held, 10, 60);
                    Add(PhoneEventKind.Answered, 10, 60);
                }
            }

            Add(PhoneEventKind.HungUp, 15, 240);

            void Add(PhoneEventKind kind, int least, int most)
            {
                time += TimeSpan.FromSeconds(random.Next(least, most));
                events.Add(new PhoneEvent(time, person, kind, $"{person}/{call}"));
            }
        }

        return [.. events.Where(phoneEvent => phoneEvent.Time < end)];
    }
}
