namespace PresenceClient.Tool.Tests;

/// <summary>A place for the tool to run in.</summary>
internal sealed class ToolHost() : ProgramHost(PresenceTool.Name, PresenceTool.RunAsync);
