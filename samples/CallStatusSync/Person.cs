namespace CallStatusSync;

/// <summary>A person of the phone system who is a user of the tenant.</summary>
/// <param name="id">The object id.</param>
/// <param name="name">The name to print.</param>
internal sealed class Person(string id, string name)
{
    public string Id => id;

    public string Name => name;

    public PersonCalls Calls { get; } = new();
}
