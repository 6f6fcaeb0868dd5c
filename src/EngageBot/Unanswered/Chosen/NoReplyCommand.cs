using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Unanswered.Chosen;

/// <summary><i>No reply needed</i> on a message, by anybody: the post is left in peace, as after <i>Not needed</i>.</summary>
internal sealed class NoReplyCommand(PostMarking marking) : ISlashCommand
{
    public const string Command = "no-reply";

    public string Name => Command;

    public bool IsListed => false;

    public bool IsOnMessages => true;

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        marking.RunAsync(Command, PostMark.NeedsNone, request, texts, cancellationToken);
}
