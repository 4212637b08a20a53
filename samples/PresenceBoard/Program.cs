using System.Text;
using PresenceBoard;

// Names and status messages can be in any script; a Windows console starts with a code page of its own.
Console.OutputEncoding = Encoding.UTF8;
return await BoardProgram.RunAsync(args, CliHost.OfThisProcess("PresenceBoard"), CancellationToken.None);
