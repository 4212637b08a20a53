using System.Globalization;
using PresenceClient.Redis.Trial;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    [HostProgram.Verb, var address, var redis] => await HostProgram.RunAsync(new Uri(address), redis),
    [RedisProgram.Verb] => RedisProgram.Run(),
    _ => await new TrialCommand(Console.Out).Parse(args).InvokeAsync(),
};
