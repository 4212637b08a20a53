using System.Globalization;
using PresenceClient.Emulator.Tool;

// Numbers on the command line have the same format in every language.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await EmulatorTool.RunAsync(args, Console.Out, Console.Error, CancellationToken.None).ConfigureAwait(false);
