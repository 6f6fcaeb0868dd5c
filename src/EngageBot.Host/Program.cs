using System.CommandLine;
using System.CommandLine.Invocation;
using EngageBot.Host.CommandLine;

var command = EngageBotCommand.Create().Parse(args);
if (UnknownWord.Sentence(command) is { } unknown)
{
    await Console.Error.WriteLineAsync(unknown);
    return ExitCode.BadInput;
}

if (command.Action is ParseErrorAction error)
{
    error.ShowHelp = false;
    await command.InvokeAsync();
    await Console.Error.WriteLineAsync("See: engagebot --help, engagebot replay --help");
    return ExitCode.BadInput;
}

// What has arrived is stored before the program ends; whoever asks twice does not wait for that.
using var second = new SecondSignal();
return await command.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
