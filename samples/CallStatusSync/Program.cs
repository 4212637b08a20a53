using System.Text;
using CallStatusSync;

// Names can be in any script; a Windows console starts with a code page of its own.
Console.OutputEncoding = Encoding.UTF8;
using var signals = new StopSignals();
return await SyncProgram.RunAsync(args, SyncHost.OfThisProcess(), signals.Token);
