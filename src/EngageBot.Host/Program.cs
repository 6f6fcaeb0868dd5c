using EngageBot.Host.CommandLine;

return await EngageBotCommand.Create().Parse(args).InvokeAsync();
