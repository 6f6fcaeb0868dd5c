using System.CommandLine;
using EngageBot.Chat;
using EngageBot.Host.CommandLine;

var command = EngageBotCommand.Create().Parse(args);
if (UnknownWord.Sentence(command) is { } unknown)
{
    await Console.Error.WriteLineAsync(unknown);
    return ExitCode.BadInput;
}

if (command.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync($"engagebot: {OneLine.Of(string.Join(' ', command.Errors.Select(error => error.Message)), most: 400)} See: {UnknownWord.CommandOf(command)} --help");
    return ExitCode.BadInput;
}

// What has arrived is stored before the program ends; whoever asks twice does not wait for that.
using var second = new SecondSignal();
return await command.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
