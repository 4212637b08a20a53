using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire;

/// <summary>
/// Prints the composition of a run: the answers by group, the clients, and the stalls of the machine.
/// </summary>
internal sealed class MixReport(TextWriter output)
{
    private static int Kinds => ClientPlans.All.SelectMany(static plan => plan.Answers)
        .Append(RefusedAnswers.Poisoned).Select(static answer => answer.Name).Distinct().Count();

    public void Write(Journal journal, IEnumerable<SoakClient> clients, Stalls stalls)
    {
        output.WriteLine();
        output.WriteLine("answers      " + string.Join(", ", journal.Exchanges
            .GroupBy(static exchange => exchange.Answer.Group)
            .OrderByDescending(static group => group.Count())
            .Select(static group => $"{group.Key} {group.Count()}")));
        output.WriteLine($"kinds        {journal.Exchanges.Select(static it => it.Answer.Name).Distinct().Count()} "
            + $"of {Kinds}, {journal.Exchanges.Count(static it => it.IsResent)} sent again by .NET");
        output.WriteLine($"calls        {journal.Calls.Count}");
        output.WriteLine($"stalls       {stalls.Total.TotalSeconds:0.00} s in total, which checks allow for");
        output.WriteLine();
        foreach (SoakClient client in clients)
        {
            output.WriteLine($"{client.Name,-30} {client.Exchanges.Count,6} requests {client.Succeeded,6} successes");
        }
    }
}
