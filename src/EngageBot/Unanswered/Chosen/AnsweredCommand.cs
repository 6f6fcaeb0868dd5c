using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Unanswered.Chosen;

/// <summary><i>Mark as answered</i> on a message: by its author or who manages the community, on Slack by anybody. What the bot says of the post goes, as after ✅.</summary>
internal sealed class AnsweredCommand(PostMarking marking) : ISlashCommand
{
    public const string Command = "answered";

    public string Name => Command;

    public bool IsListed => false;

    public bool IsOnMessages => true;

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        marking.RunAsync(Command, PostMark.Answered, request, texts, cancellationToken);
}
