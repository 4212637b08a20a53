using System.Globalization;
using PresenceClient.Emulator.Tool;

// Numbers on the command line are written one way, whatever the machine's language.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await EmulatorTool.RunAsync(args, Console.Out, Console.Error, CancellationToken.None).ConfigureAwait(false);
