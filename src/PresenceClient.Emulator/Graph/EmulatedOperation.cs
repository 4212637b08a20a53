using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// An operation of Graph. <paramref name="Prepare"/> validates query and body before permissions are checked, as
/// observed at the service, and returns the function that does the work.
/// </summary>
internal sealed record EmulatedOperation(
    string Id, string Method, string Path, PermissionRule Permissions, EmulatedOperation.Preparation Prepare)
{
    public delegate Outcome<Work> Preparation(OperationContext context, GraphBody body);

    public delegate ValueTask<Outcome<GraphAnswer>> Work();

    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The properties that the body can have; null if the operation has no body.</summary>
    public BodyType? Body { get; init; }

    /// <summary>Whether the id in the path can be a sign-in name. Presence operations accept only object ids.</summary>
    public bool TakesNames { get; init; }

    /// <summary>Whether the operation counts against the request limit, which all presence operations share.</summary>
    public bool IsPresence { get; } = Path.Contains("presence", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the operation is missing in the US Government clouds.</summary>
    public bool GlobalCloudOnly { get; init; }

    public bool IsAboutMe => Segments[0] == "me";

    /// <summary>Whether applications can't call the operation without a user, although it is not below /me.</summary>
    public bool NeedsUser { get; init; }

    /// <summary>Creates work that is done without a wait.</summary>
    public static Work AtOnce(Func<Outcome<GraphAnswer>> work) => () => ValueTask.FromResult(work());

    /// <summary>
    /// Returns how many leading segments match the path of the operation. A template in braces matches any segment.
    /// </summary>
    public int Fit(ReadOnlySpan<string> segments)
    {
        int fitting = 0;
        while (fitting < segments.Length && fitting < Segments.Length && Fits(Segments[fitting], segments[fitting]))
        {
            fitting++;
        }

        return fitting;
    }

    /// <summary>
    /// A segment that begins with a dollar sign, for example <c>$count</c>, is an OData keyword and not an id.
    /// </summary>
    private static bool Fits(string template, string segment) => template[0] == '{'
        ? segment[0] != '$'
        : template.Equals(segment, StringComparison.OrdinalIgnoreCase);
}
