using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Asks the store together what looks at several posts will ask one by one: where it is reached over a network the ways there and back would take the longest of all. Only what no plan for
/// another post changes.
/// </summary>
/// <param name="isLive">Not in a replay.</param>
/// <param name="isReviewed">Links are looked at again meanwhile: what goes by them is not foreseen.</param>
internal sealed class PlanningForesight(WriteSession session, PlanningFacts facts, bool isLive, bool isReviewed)
{
    /// <summary>Whether they are still open; what was foreseen of others before them, and not needed, may not be so any more.</summary>
    public async ValueTask OfHowTheyStandAsync(IReadOnlyList<PostCheck> checks, long now, CancellationToken cancellationToken)
    {
        session.ForgetForeseen();
        if (session.IsFar)
        {
            await session.ForeseeAsync(
                [.. checks.Select(check => facts.ChannelOf(check.Post)).OfType<Question>(), .. checks.Select(check => PostQuery.StateOf(check.Post.Message, now)), .. isLive ? checks.Select(check => LiveAsks.ClaimOf(check.Post.Message, now)) : []],
                cancellationToken);
        }
    }

    /// <summary>What is to be done about those that are.</summary>
    public async ValueTask OfWhatIsDueAsync(IReadOnlyList<PostCheck> open, long now, CancellationToken cancellationToken)
    {
        if (session.IsFar)
        {
            await session.ForeseeAsync(open.SelectMany(check => QuestionsOf(check, now)), cancellationToken);
        }
    }

    private IEnumerable<Question> QuestionsOf(PostCheck check, long now) =>
        check.Kind == PostCheckKind.Early ? OfAuthor(check.Post) : [.. PostWorth.Of(check.Post, now, isReviewed), .. check.Kind == PostCheckKind.First && isLive ? LiveAsks.Of(check.Post, isReviewed) : []];

    private IEnumerable<Question> OfAuthor(WaitingPost post) =>
        isReviewed ? [AuthorQuery.ArrivalOf(post.Author, post.At)] : [AuthorQuery.ArrivalOf(post.Author, post.At), AuthorQuery.UnheardOf(post.Author, post.At)];
}
