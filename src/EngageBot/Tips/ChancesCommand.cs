using System.Data.Common;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Tips;

/// <summary><i>Improve my chances</i> on one's own post: a few tips that fit it, for its author alone, and only because he asked.</summary>
internal sealed class ChancesCommand(DbDataSource database, RulesBook rules, Visibility visibility, ChosenPosts posts) : ISlashCommand
{
    public string Name => "chances";

    public bool IsListed => false;

    public bool IsOnMessages => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.OnMessage)
        {
            return new CommandReply.Says(texts["chosen.unknown"]);
        }

        var (post, whyNot) = await posts.FindAsync(request, cancellationToken);
        return new CommandReply.Says(post is null ? texts[whyNot!] : await TextAsync(post, request, texts, cancellationToken));
    }

    private async Task<string> TextAsync(ChosenPost post, CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (post.Author != request.Member)
        {
            return texts["chances.not-yours"];
        }

        if (post.State.AnsweredAt is not null || post.State.IsSettled)
        {
            return texts[post.State.AnsweredAt is not null ? "chances.replied" : "chances.settled"];
        }

        if (!TipsPolicy.Has(post.State.Kind))
        {
            return texts["chances.none"];
        }

        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var tips = await new TipsReader(session, rules, visibility).ReadAsync(post, request.At, texts, cancellationToken);
        return tips.Count == 0
            ? texts[post.Text is null ? "chances.none" : "chances.fine"]
            : string.Join('\n', tips.Select(tip => "• " + tip).Prepend(texts["chances.title"]));
    }
}
