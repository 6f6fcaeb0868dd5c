using System.CommandLine;

namespace EngageBot.Host.CommandLine;

/// <summary>The command line, as a table of contents.</summary>
internal static class EngageBotCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            """
            EngageBot finds the posts in a community that nobody answered, and asks the right member to reply.

            Without a command it runs live where a platform is configured; else it serves the Playground, a small chat with the real bot in it, and says where.
            """);
        root.Subcommands.Add(PlaygroundCommand.Create());
        root.Subcommands.Add(new ReplayCommand().Create());
        root.Subcommands.Add(PlaygroundCommand.CreateSample());
        root.Subcommands.Add(new CommunityCommand().Create());
        root.Subcommands.Add(new RulesCommand().Create());
        root.Subcommands.Add(new ProfilesCommand().Create());
        root.Subcommands.Add(LiveCommand.Create());
        root.Subcommands.Add(DiscordCommand.Create());
        root.Subcommands.Add(SlackCommand.Create());
        foreach (var command in OperationsCommands.All())
        {
            root.Subcommands.Add(command);
        }

        root.SetAction((_, cancellationToken) => LiveRun.RunAsync(stop => PlaygroundRun.RunAsync(history: null, stop), cancellationToken));
        return root;
    }
}
