using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Compares the result of a call with the server's answers.</summary>
internal sealed class ResultCheck
{
    public ResultCheck(Journal journal, Findings findings, LeakScan leaks, Stalls stalls)
    {
        Call = new CallCheck(journal, findings, leaks, stalls);
        Presence = new PresenceCheck(Call);
        ReadMany = new ReadManyCheck(Call, Presence);
        Load = new LoadCheck(Call, Presence, stalls);
        Write = new WriteCheck(Call);
    }

    public CallCheck Call { get; }

    public PresenceCheck Presence { get; }

    public ReadManyCheck ReadMany { get; }

    public LoadCheck Load { get; }

    public WriteCheck Write { get; }
}
