namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>A snapshot of the recorded requests to Graph, in the order of arrival.</summary>
    /// <remarks>
    /// Requests for tokens and to <c>/_emulator</c> are not included.
    /// <see cref="PresenceEmulatorOptions.RecordedRequests"/> limits their number.
    /// </remarks>
    public IReadOnlyList<RecordedRequest> Requests => Array.AsReadOnly(_service.Requests.Read());

    /// <summary>Clears the recorded requests.</summary>
    public void ClearRequests() => _service.Requests.Clear();
}
