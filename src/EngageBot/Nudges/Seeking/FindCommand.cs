using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Texts;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Nudges.Seeking;

/// <summary>
/// <i>Find someone to answer</i> on a message: the ladder's first step begins now, by all its other rules, and who chose it is told in a sentence what comes of it. Nobody is told that
/// he did, and he is not told who is asked.
/// </summary>
internal sealed class FindCommand(DbDataSource database, RulesBook rules, ChosenPosts posts, Decide decide) : ISlashCommand
{
    public string Name => "find";

    public bool IsListed => false;

    public bool IsOnMessages => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.OnMessage)
        {
            return new CommandReply.Says(texts["chosen.unknown"]);
        }

        var (post, whyNot) = await posts.FindAsync(request, cancellationToken);
        if (post is null)
        {
            return new CommandReply.Says(texts[whyNot!]);
        }

        if (PostMarking.AlreadyMarked(post, request, texts) is { } marked)
        {
            return marked;
        }

        var facts = await ReadAsync(post, request, cancellationToken);
        var answer = FindPolicy.Decide(facts);
        if (FindPolicy.Begins(answer))
        {
            await decide(new PostChoice.Seeks(request.Community, request.At, request.Member, post.Post.Message), cancellationToken);
        }

        return new CommandReply.Says(TextOf(answer, facts.Asked, texts));
    }

    private async Task<FindFacts> ReadAsync(ChosenPost post, CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new FindReader(session, rules).ReadAsync(post, request.Member, request.At, cancellationToken);
    }

    private static string TextOf(FindAnswer answer, int asked, TextBook texts) => answer switch
    {
        FindAnswer.Replied => texts["find.replied"],
        FindAnswer.Settled => texts["find.settled"],
        FindAnswer.AsksNothing => texts["find.asks-nothing"],
        FindAnswer.Old => texts["find.old"],
        FindAnswer.OneAsked => texts["find.asked.one"],
        FindAnswer.SomeAsked => texts.Of("find.asked", ("count", asked.ToString(CultureInfo.InvariantCulture))),
        FindAnswer.Claimed => texts["find.claimed"],
        FindAnswer.Shown => texts["find.shown"],
        FindAnswer.LeftAlone => texts["find.left"],
        FindAnswer.Would => texts["find.would"],
        FindAnswer.Enough => texts["find.enough"],
        FindAnswer.Asks => texts["find.asks"],
        FindAnswer.GoesToBoard => texts["find.board"],
        FindAnswer.IsShown => texts["find.public"],
        FindAnswer.Nobody => texts["find.nobody"],
        _ => throw new UnreachableException(answer.ToString()),
    };
}
