namespace PresenceBoard.Tests;

/// <summary>A place for the board to run in.</summary>
internal sealed class TestHost() : ProgramHost("PresenceBoard", BoardProgram.RunAsync);
