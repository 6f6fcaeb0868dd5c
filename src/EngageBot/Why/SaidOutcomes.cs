using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Why;

/// <summary>What came of what the bot said, for moderators. Of an ask that was heard, that is what became of the post: what the member said to it is his own.</summary>
internal sealed class SaidOutcomes(WriteSession session, RulesBook rules)
{
    private readonly PostQuery _posts = new(session, rules);

    /// <param name="maySee">The moderator can read the channel.</param>
    /// <param name="now">Unix milliseconds.</param>
    public async Task<string> OfAsync(Said said, bool maySee, TextBook texts, long now, CancellationToken cancellationToken)
    {
        var told = maySee ? SaidWords.OutcomeInFull(said, texts) : SaidWords.Outcome(said, texts);
        if (told.Length > 0 || said is not { Kind: OutboxKind.Ask, State: OutboxState.Sent, Post: { } post })
        {
            return told;
        }

        var state = await _posts.StateAsync(post, now, cancellationToken);
        return state.AnsweredAt is not null ? texts["outcome.replied"]
            : state.IsSettled ? texts["outcome.settled"]
            : state.IsOpen ? texts["said.no-reply-yet"]
            : string.Empty;
    }
}
