namespace PresenceClient.Tests.House.Layers;

/// <summary>A layer of a project, and the layers below that it may use.</summary>
internal sealed record Layer(string Name, IReadOnlyList<string> MayUse);
