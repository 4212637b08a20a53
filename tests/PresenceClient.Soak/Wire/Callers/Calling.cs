namespace PresenceClient.Soak.Wire.Callers;

/// <summary>How often an operation is called.</summary>
/// <param name="Weight">The share.</param>
/// <param name="Create">Makes the operation of a call.</param>
internal sealed record Calling(double Weight, Func<Call, Operation> Create)
{
    /// <summary>What an application calls; many calls are under way at once.</summary>
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

    /// <summary>What is called one after the other, since no request says which call it belongs to.</summary>
    public static IReadOnlyList<Calling> OfAPerson { get; } =
    [
        new(3, static call => new ReadMe(call)),
        new(4, static call => new WriteMe(call)),
        new(3, static call => new ListUsers(call)),
    ];

    /// <summary>What needs one request.</summary>
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
