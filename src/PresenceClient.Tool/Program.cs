using System.Globalization;
using System.Text;
using PresenceClient.Tool;

// Numbers and times have the same format in every language; names and status messages can be in any script.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
return await PresenceTool.RunAsync(args, CliHost.OfThisProcess(PresenceTool.Name), CancellationToken.None);
