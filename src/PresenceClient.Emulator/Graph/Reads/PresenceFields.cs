namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>The properties of a presence.</summary>
[Flags]
internal enum PresenceFields
{
    None = 0,
    Id = 1,
    Availability = 2,
    Activity = 4,
    StatusMessage = 8,
    OutOfOfficeSettings = 16,
    WorkLocation = 32,
    SequenceNumber = 64,
    UsGovernment = Id | Availability | Activity | StatusMessage,
    All = Id | Availability | Activity | StatusMessage | OutOfOfficeSettings | WorkLocation | SequenceNumber,
}
