using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Nudges.Seeking;

/// <summary>Gathers what <see cref="FindPolicy"/> must know, as the planner will find it a moment later.</summary>
internal sealed class FindReader(WriteSession session, RulesBook book)
{
    private readonly NudgeStore _nudges = new(session);
    private readonly ContactBook _contacts = new(session, book);
    private readonly AgreedQuery _agreed = new(session);
    private readonly AuthorQuery _authors = new(session);

    public async Task<FindFacts> ReadAsync(ChosenPost post, MemberId chooser, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (rules, now, key) = (book.Of(post.Community), at.ToUnixTimeMilliseconds(), post.Post.Message);
        var asks = await _nudges.AsksAsync(key, cancellationToken);
        var step = StepFor(post, rules);
        return new FindFacts
        {
            State = StateFor(post, chooser),
            IsOld = now - post.Post.At > rules.RestAfter.TotalMilliseconds,
            Asked = asks.Count(ask => ask.Answer != AskAnswer.NotDelivered),
            IsClaimed = await new ClaimQuery(session).UntilAsync(key, except: 0, now, cancellationToken) is not null,
            IsBegun = (await _nudges.LastStepAsync(key, cancellationToken)).Step is not null,
            IsWorth = await new PostWorth(session).IsWorthAsync(post.Post, now, cancellationToken) && (post.State.Kind != PostKind.Chat || post.Text is null || Substance.IsIn(post.Text)),
            IsLive = post.IsLive && (rules.IsLive(LiveStep.Asks, post.ChannelName, post.Channel.Value) || step is not null),
            MaySeek = await new SoughtPosts(session).MaySeekAsync(post.Community, key, chooser, now, cancellationToken),
            CanAsk = post.IsLive && await CanAskAsync(post, rules, now, cancellationToken),
            Step = step,
        };
    }

    /// <summary>That his own words want an answer an author can say; not so of those that are for one member, or that are to be left to people.</summary>
    private static PostState StateFor(ChosenPost post, MemberId chooser) =>
        post.State.Kind == PostKind.Chat && post.Author == chooser && (post.Traits & MessageTraits.Addressed) == MessageTraits.None
            ? post.State with { Kind = PostKind.HelpRequest }
            : post.State;

    private static PublicStep? StepFor(ChosenPost post, CommunityRules rules) =>
        PublicStepPolicy.MayShow(post.IsForEveryone, post.ChannelName, post.Channel.Value, rules) && (rules.PublicStep != PublicStep.Board || rules.BoardChannel is not null)
            ? rules.PublicStep
            : null;

    private async Task<bool> CanAskAsync(ChosenPost post, CommunityRules rules, long now, CancellationToken cancellationToken)
    {
        var agreed = await _agreed.AgreedAsync(post.Post.Message, now, cancellationToken);
        if (agreed.Count == 0 || await _contacts.LeftTodayAsync(post.Community, now, cancellationToken) <= 0)
        {
            return false;
        }

        var isGreeted = agreed.Any(helper => helper.Greets)
            && await _authors.IsNewcomerAsync(post.Post.Author, post.Community, post.Post.At, cancellationToken)
            && await _authors.IsFirstPostAsync(post.Post.Author, post.Post.At, cancellationToken);
        var fewest = rules.FewestHelpersFor(await CommunitySize.OfAsync(session, post.Community, cancellationToken));
        var asked = agreed.Count >= fewest ? agreed : isGreeted ? [.. agreed.Where(helper => helper.Greets)] : [];
        foreach (var helper in AgreedQuery.Candidates(asked, answers: null, now))
        {
            if (AgreedQuery.IsSoon(await _contacts.DecideAsync(helper.Member, post.Post.Message, now, cancellationToken), now))
            {
                return true;
            }
        }

        return false;
    }
}
