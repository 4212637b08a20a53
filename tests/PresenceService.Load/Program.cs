using PresenceService.Load;

return await LoadCommand.RunAsync(args);
