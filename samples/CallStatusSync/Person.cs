namespace CallStatusSync;

/// <summary>A person of the phone system who is a user of the tenant.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Name">The name to print.</param>
internal sealed record Person(string Id, string Name)
{
    public PersonCalls Calls { get; } = new();
}
