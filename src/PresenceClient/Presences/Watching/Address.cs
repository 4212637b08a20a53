namespace PresenceClient.Presences.Watching;

/// <summary>Where a user is: the number of the page and the place in it, as one number that orders them.</summary>
internal static class Address
{
    private const int PlaceBits = 10;

    public static int Of(int page, int place) => (page << PlaceBits) | place;

    public static int PageOf(int address) => address >> PlaceBits;

    public static int PlaceOf(int address) => address & ((1 << PlaceBits) - 1);
}
