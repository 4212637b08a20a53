using PresenceService.Hosting;
using PresenceService.Load;

return args.Contains("--load")
    ? await LoadCommand.RunAsync(args)
    : await ServiceHost.RunAsync(args, Console.Out, Console.Error);
