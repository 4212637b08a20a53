using System.Globalization;
using PresenceClient.Soak;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await new SoakCommand(Console.Out).Parse(args).InvokeAsync();
