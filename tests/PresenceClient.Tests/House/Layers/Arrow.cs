namespace PresenceClient.Tests.House.Layers;

/// <summary>A place in a file that names something that another file declares; both below the project.</summary>
internal sealed record Arrow(string From, int Line, string To, string Name)
{
    public override string ToString() => $"{From}:{Line} uses {Name} of {To}";
}
