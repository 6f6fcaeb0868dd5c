using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Unanswered.Chosen;

/// <summary>A post is settled by a word of somebody, and that is taken back by another press.</summary>
internal sealed class PostMarking(ChosenPosts posts, Decide decide)
{
    private const string Undo = "undo";

    /// <param name="command">The name of the command whose button takes it back.</param>
    public async Task<CommandReply> RunAsync(string command, PostMark mark, CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var (post, whyNot) = await posts.FindAsync(request, cancellationToken);
        if (request is CommandRequest.Pressed { Button.Action: Undo })
        {
            return await UndoAsync(post, request, texts, cancellationToken);
        }

        if (post is null || request is not CommandRequest.OnMessage)
        {
            return new CommandReply.Says(texts[whyNot ?? "chosen.unknown"]);
        }

        if (AlreadyMarked(post, request, texts) is { } already)
        {
            return already;
        }

        if (!MarkPolicy.MayMark(mark, request.Community.Platform, post.Author == request.Member, request.By.IsModerator))
        {
            return new CommandReply.Says(texts["answered.not-yours"]);
        }

        if (!post.State.IsOpen)
        {
            return new CommandReply.Says(texts[post.State.AnsweredAt is not null ? "mark.replied" : "mark.nothing"]);
        }

        await decide(new PostChoice.Marks(request.Community, request.At, request.Member, post.Post.Message, mark, request.By.IsModerator), cancellationToken);
        return new CommandReply.Says(texts[mark == PostMark.Answered ? "answered.done" : "no-reply.done"]) { Buttons = [UndoButton(command, post, texts)] };
    }

    /// <summary>What is said where somebody settled a post by his word, with the button for who may take it back; null where nobody did.</summary>
    public static CommandReply.Says? AlreadyMarked(ChosenPost post, CommandRequest request, TextBook texts)
    {
        if (post.Mark is not { } mark)
        {
            return null;
        }

        var isAnswered = mark.Mark == PostMark.Answered;
        return new CommandReply.Says(texts[isAnswered ? "answered.already" : "no-reply.already"])
        {
            Buttons = MayTakeBack(post, mark, request) ? [UndoButton(isAnswered ? AnsweredCommand.Command : NoReplyCommand.Command, post, texts)] : [],
        };
    }

    private async Task<CommandReply> UndoAsync(ChosenPost? post, CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (post?.Mark is not { } mark || !MayTakeBack(post, mark, request))
        {
            return new CommandReply.Replaces(texts["mark.over"]);
        }

        await decide(new PostChoice.Unmarks(request.Community, request.At, request.Member, post.Post.Message, request.By.IsModerator), cancellationToken);
        return new CommandReply.Replaces(texts["mark.undone"]);
    }

    private static bool MayTakeBack(ChosenPost post, StoredMark mark, CommandRequest request) =>
        MarkPolicy.MayTakeBack(mark, request.Member.Value, post.Author == request.Member, request.By.IsModerator);

    private static MessageButton UndoButton(string command, ChosenPost post, TextBook texts) => new(new ButtonId(command, Undo, post.Post.Message), texts["mark.button.undo"]);
}
