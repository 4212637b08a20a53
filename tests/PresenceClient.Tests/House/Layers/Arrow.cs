namespace PresenceClient.Tests.House.Layers;

/// <summary>A use, in one file, of something that another file of the project declares.</summary>
internal sealed record Arrow(string From, int Line, string To, string Name)
{
    public override string ToString() => $"{From}:{Line} uses {Name} of {To}";
}
