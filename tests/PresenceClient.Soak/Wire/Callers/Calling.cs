namespace PresenceClient.Soak.Wire.Callers;

/// <summary>How often an operation is called.</summary>
/// <param name="Weight">The share.</param>
/// <param name="Create">Creates the operation of a call.</param>
internal sealed record Calling(double Weight, Func<Call, Operation> Create)
{
    /// <summary>The operations of an application with many calls at the same time.</summary>
    public static IReadOnlyList<Calling> OfAnApplication { get; } =
    [
        new(6, static call => new ReadUser(call)),
        new(3, static call => new ReadMany(call)),
        new(2, static call => new ReadPages(call)),
        new(8, static call => new LoadUser(call)),
        new(5, static call => new WriteUser(call)),
        new(2, static call => new WriteMany(call)),
        new(2, static call => new GetUser(call)),
    ];

    /// <summary>
    /// The operations that are called one at a time, because their requests do not identify the call.
    /// </summary>
    public static IReadOnlyList<Calling> OfAPerson { get; } =
    [
        new(3, static call => new ReadMe(call)),
        new(4, static call => new WriteMe(call)),
        new(3, static call => new ListUsers(call)),
    ];

    /// <summary>The operations with one request.</summary>
    public static IReadOnlyList<Calling> OfSingles { get; } =
    [
        new(6, static call => new ReadUser(call)),
        new(5, static call => new WriteUser(call)),
        new(2, static call => new GetUser(call)),
    ];

    public static Operation Draw(IReadOnlyList<Calling> callings, Call call)
    {
        double place = call.Random.NextDouble() * callings.Sum(static it => it.Weight);
        foreach (Calling calling in callings)
        {
            place -= calling.Weight;
            if (place < 0)
            {
                return calling.Create(call);
            }
        }

        return callings[^1].Create(call);
    }
}
