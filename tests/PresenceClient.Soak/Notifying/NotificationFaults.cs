using PresenceClient.Emulator;

namespace PresenceClient.Soak.Notifying;

/// <summary>Every fault of notifications: lost, doubled, late, deaf, and those of content and tokens.</summary>
internal sealed class NotificationFaults(PresenceEmulator emulator)
{
    private readonly List<InjectedFault> _faults = [];

    public string Summary => string.Join(", ", _faults.GroupBy(static it => it.Fault.Notification)
        .Select(static kind => $"{kind.Key} {kind.Sum(static it => it.Hits)}"));

    public void Begin()
    {
        Add(EmulatorFault.DamagedNotifications(NotificationDamage.Lost) with { Probability = 0.05 });
        Add(EmulatorFault.DamagedNotifications(NotificationDamage.Doubled) with { Probability = 0.03 });
        Add(EmulatorFault.LateNotifications(TimeSpan.FromSeconds(90)) with { Probability = 0.02 });
        foreach (NotificationDamage damage in new[]
        {
            NotificationDamage.BadSignature, NotificationDamage.WrongCertificate, NotificationDamage.WrongAudience,
            NotificationDamage.ExpiredToken, NotificationDamage.NoTokens,
        })
        {
            Add(EmulatorFault.DamagedNotifications(damage) with { Probability = 0.01 });
        }
    }

    /// <summary>Makes the subscription of the next change deaf.</summary>
    public void BeginDeafness() => Add(EmulatorFault.DamagedNotifications(NotificationDamage.Deaf) with { Times = 1 });

    private void Add(EmulatorFault fault) => _faults.Add(emulator.InjectFault(fault));
}
