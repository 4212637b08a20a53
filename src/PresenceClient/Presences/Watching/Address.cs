namespace PresenceClient.Presences.Watching;

/// <summary>The position of a user: the number of its page and the place in the page, as one sortable number.</summary>
internal static class Address
{
    private const int PlaceBits = 10;

    public static int Of(int page, int place) => (page << PlaceBits) | place;

    public static int PageOf(int address) => address >> PlaceBits;

    public static int PlaceOf(int address) => address & ((1 << PlaceBits) - 1);
}
