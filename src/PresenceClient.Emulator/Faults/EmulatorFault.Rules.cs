using System.IO.Enumeration;
using PresenceClient.Emulator.Faults;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator;

/// <content>The validation of a fault.</content>
public sealed partial record EmulatorFault
{
    private const string Version = "/v1.0";

    internal bool LetsWork => TakesEffect ?? (StatusCode is null && !Drop);

    /// <summary>Whether the fault affects the service's answer, and not only the connection.</summary>
    private bool ChangesAnswer =>
        StatusCode is not null || Body is not null || Headers.Count > 0 || Entries != EntryDamage.None
        || VisibleAfter > TimeSpan.Zero;

    private bool ChangesTransfer => NeverEnds || TruncateAt is not null || Trickle > TimeSpan.Zero;

    private bool ChangesConnection => Drop || ChangesTransfer || Delay > TimeSpan.Zero;

    internal bool Fits(EmulatedCall call)
    {
        if (Notification != NotificationDamage.None || (call.IsInBatch && !ChangesAnswer))
        {
            return false;
        }

        return (Method is null || Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
            && (Fits(call.Path) || (WithoutVersion(call.Path) is { } rest && Fits(rest)));
    }

    /// <summary>Returns whether the fault is for a notification of a resource.</summary>
    internal bool FitsNotification(string resource) => Notification != NotificationDamage.None && Fits(resource);

    /// <summary>Returns why the parts of the fault can't be combined; null if they can.</summary>
    internal string? Contradiction()
    {
        if (Notification != NotificationDamage.None)
        {
            return ContradictionOfNotification();
        }

        if (!ChangesAnswer && !ChangesConnection)
        {
            return "The fault has no effect. Set a status, a drop, a delay or another effect.";
        }

        if (TakesEffect == false && StatusCode is null && !Drop)
        {
            return "TakesEffect can be false only with a status or a drop.";
        }

        if (FaultHeaders.Refuse(Headers) is { } refusal)
        {
            return refusal;
        }

        return Drop && (ChangesAnswer || ChangesTransfer)
            ? "A dropped connection has no answer. A drop can be combined only with a delay."
            : null;
    }

    private string? ContradictionOfNotification()
    {
        bool isLate = Notification == NotificationDamage.Late;
        if (ChangesAnswer || Drop || ChangesTransfer || Method is not null || TakesEffect is not null)
        {
            return "A fault of notifications has no effect on requests. Inject two faults.";
        }

        return isLate != Delay > TimeSpan.Zero
            ? "Late notifications, and only they, have a delay. Set Delay and Notification = Late together."
            : null;
    }

    private static string? WithoutVersion(string path) =>
        path.StartsWith(Version + "/", StringComparison.OrdinalIgnoreCase) ? path[Version.Length..] : null;

    private bool Fits(string path) => FileSystemName.MatchesSimpleExpression(
        Path[0] is '/' or '*' or '?' ? Path : "/" + Path, path, ignoreCase: true);
}
