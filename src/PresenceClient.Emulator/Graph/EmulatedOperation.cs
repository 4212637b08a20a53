using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// One operation of the Graph. <paramref name="Prepare"/> checks query and body, before anybody asks who is calling
/// with which right (so the service was observed to do); what it gives back then does the work.
/// </summary>
internal sealed record EmulatedOperation(
    string Id, string Method, string Path, PermissionRule Permissions, EmulatedOperation.Preparation Prepare)
{
    public delegate Outcome<Work> Preparation(OperationContext context, GraphBody body);

    public delegate Outcome<GraphAnswer> Work();

    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the body may have; null where the operation takes no body.</summary>
    public BodyType? Body { get; init; }

    /// <summary>Whether the id in the path may be a sign-in name; presence takes object ids alone.</summary>
    public bool TakesNames { get; init; }

    /// <summary>Whether it counts against the limit, which is one for all of presence.</summary>
    public bool IsPresence { get; } = Path.Contains("presence", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the US Government's clouds lack it.</summary>
    public bool GlobalCloudOnly { get; init; }

    public bool IsAboutMe => Segments[0] == "me";

    /// <summary>How many of the leading segments fit this operation's path; a template in braces fits any.</summary>
    public int Fit(ReadOnlySpan<string> segments)
    {
        int fitting = 0;
        while (fitting < segments.Length && fitting < Segments.Length && Fits(Segments[fitting], segments[fitting]))
        {
            fitting++;
        }
        return fitting;
    }

    /// <summary>What begins with a dollar sign, such as <c>$count</c>, is a word of OData and nobody's id.</summary>
    private static bool Fits(string template, string segment) => template[0] == '{'
        ? segment[0] != '$'
        : template.Equals(segment, StringComparison.OrdinalIgnoreCase);
}
