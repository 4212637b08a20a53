namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// What Graph was asked, in the order of arrival: a copy of what is there now. Requests for tokens and to
    /// <c>/_emulator</c> are not among them. <see cref="PresenceEmulatorOptions.RecordedRequests"/> bounds their
    /// number.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => Array.AsReadOnly(_service.Requests.Read());

    /// <summary>Forgets the recorded requests.</summary>
    public void ClearRequests() => _service.Requests.Clear();
}
