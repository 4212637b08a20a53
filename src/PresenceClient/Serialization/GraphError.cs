namespace PresenceClient.Serialization;

/// <summary>The content of an error answer, as far as it could be read.</summary>
internal sealed record GraphError(string? Code, string? Message, string? RequestId)
{
    public static readonly GraphError None = new(null, null, null);

    /// <summary>Whether the body has the form of Microsoft Graph: an <c>error</c> object with a code.</summary>
    public bool HasGraphForm { get; init; }

    /// <summary>
    /// Whether Microsoft Graph sent the answer, as far as the answer shows it. The errors of a gateway or proxy in
    /// front of Graph have another form and no <c>request-id</c>.
    /// </summary>
    public bool IsOfGraph => HasGraphForm || RequestId is not null;
}
