namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>The numbers of calls, which the ids of their users contain, and numbers that belong to no call.</summary>
internal static class CallNumbers
{
    private const int CallsOfCaller = 1 << 18;

    private const int FirstShared = 0x7e000000;

    private const int FirstMe = 0x7f000000;

    /// <summary>The number of a caller's call. It is the same in each run.</summary>
    public static int Of(int caller, int call) => (caller * CallsOfCaller) + (call % CallsOfCaller);

    /// <summary>The number for users that all callers of a client's loader share.</summary>
    public static int Shared(int client) => FirstShared + client;

    /// <summary>The number for the signed-in user of a client.</summary>
    public static int Me(int client) => FirstMe + client;

    public static bool IsOfCall(int number) => number < FirstShared;
}
