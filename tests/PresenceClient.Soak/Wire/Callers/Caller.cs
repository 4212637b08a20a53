using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Makes calls with one client, one at a time, until the run is over.</summary>
internal sealed class Caller(int number, SoakClient client, int seed, Journal journal, CallRunner runner)
{
    public async Task RunAsync(CancellationToken stop)
    {
        for (int n = 0; !stop.IsCancellationRequested; n++)
        {
            // By client and place, so that a run with only one client makes the same calls.
            Random random = Seeded.Random(seed, $"call {client.Name} {number} {n}");
            int id = CallNumbers.Of(number, n);
            var call = new Call(id, client, random, journal.Begin(id));
            client.CurrentCall = id;
            bool succeeded = await runner.RunAsync(Calling.Draw(client.Plan.Callings, call));
            if (succeeded)
            {
                client.CountSuccess();
            }

            // A call that is rejected by the gate ends at once. The caller must not spin.
            await Task.Delay(random.Between(0, succeeded ? 0.01 : 0.1), CancellationToken.None);
        }
    }
}
