using System.CommandLine;
using EngageBot.Host.Configuration;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot run</c>: the bot itself.</summary>
internal static class LiveCommand
{
    private const string Nothing =
        "No platform is configured. For Discord set EngageBot:Discord:Token in appsettings.json, or EngageBot__Discord__Token in the environment; for Slack EngageBot:Slack:BotToken and AppToken. "
        + "The README's chapters Discord and Slack say where they are from.";

    public static Command Create()
    {
        var command = new Command("run", "Listens on the configured platforms, and speaks where a community was put live. Ctrl+C or SIGTERM stops it.");
        command.SetAction((_, cancellationToken) => LiveRun.RunAsync(_ => throw new ConfigurationException(Nothing), cancellationToken));
        return command;
    }
}
