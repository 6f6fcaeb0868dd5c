using System.CommandLine;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot playground [PATH]</c>: the chat to try the bot in.</summary>
internal static class PlaygroundCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH") { Description = "A history to begin with: a file, folder or zip, as for replay. Left out: the sample community.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("playground", "Serves a small chat with the real bot in it, at http://127.0.0.1:5080, to try it before it touches people. Ctrl+C stops it and removes its files.") { path };
        command.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => PlaygroundRun.RunAsync(parsed.GetValue(path), cancellationToken)));
        return command;
    }

    public static Command CreateSample()
    {
        var command = new Command("sample", "Writes the report of the sample community that comes with the program, and says where to look.");
        command.SetAction((_, cancellationToken) => SampleRun.RunAsync(cancellationToken));
        return command;
    }
}
