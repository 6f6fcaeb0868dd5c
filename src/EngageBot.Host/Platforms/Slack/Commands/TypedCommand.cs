using EngageBot.Commands;
using EngageBot.Slack.Models;
using EngageBot.Texts;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Runs what was written behind a slash command; without a word, or with <c>help</c>, it says what can be written.</summary>
internal static class TypedCommand
{
    private const string Help = "help";

    public static async Task<CommandReply> RunAsync(CommandRouter router, SlashCommand written, Asker by, CancellationToken cancellationToken)
    {
        var texts = TextBook.In(by.Language);
        if (written.Command == CommandUsage.Moderators && !by.IsModerator)
        {
            return new CommandReply.Says(texts["command.moderators-only"]);
        }

        var (first, rest) = CommandWords.Split(written.Text);
        var name = first.ToLowerInvariant();
        name = name.Length == 0 ? Help : name;
        var isForModerators = written.Command == CommandUsage.Moderators;
        var named = router.Listed.Where(one => one.IsListed && one.Name == name);
        if (named.OrderByDescending(one => one.IsForModerators == isForModerators).FirstOrDefault() is not { } command)
        {
            return new CommandReply.Says(texts["command.unknown"]);
        }

        return CommandArguments.Read(command.Options, rest) is { } options
            ? await router.RunAsync(new CommandRequest.Typed(by, command.Name) { IsForModerators = isForModerators, Options = options }, cancellationToken)
            : new CommandReply.Says(CommandUsage.Complaint(command, texts));
    }
}
