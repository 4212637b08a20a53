using System.Text;
using PresenceBoard;

// Names and status messages come in every script, whatever code page a Windows console starts with.
Console.OutputEncoding = Encoding.UTF8;
return await BoardProgram.RunAsync(args, BoardHost.OfThisProcess(), CancellationToken.None);
