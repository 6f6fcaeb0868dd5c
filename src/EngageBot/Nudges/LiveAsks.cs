using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Nudges.Seeking;
using EngageBot.Outbox.Contact;
using EngageBot.Outcomes;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>What is special about asking people live, and not in a replay: they agreed to it, some posts are held out to see what it changes, and nights are left in peace.</summary>
internal sealed class LiveAsks(WriteSession session, PlanningFacts facts, NudgeStore nudges, HelperRanking ranking, RulesBook rulesBook)
{
    /// <summary>Those asked instead of somebody else have places from here on.</summary>
    private const int FirstInstead = 10;

    /// <summary>In place of people whom the message did not reach; more would be a fault of ours.</summary>
    private const int MostInstead = 5;

    private readonly ContactBook _contacts = new(session, rulesBook);
    private readonly AgreedHelpers _helpers = new(session, ranking, new ContactBook(session, rulesBook));
    private readonly ClaimQuery _claims = new(session);
    private readonly AuthorQuery _authors = new(session);
    private readonly SoughtPosts _sought = new(session);
    private readonly HoldOutDraw _holdOut = new(session, new AuthorQuery(session));

    /// <summary>The first step for a post whose wait is over; null where it is held out, and goes on as if somebody had been asked.</summary>
    public async Task<IReadOnlyList<Nudge>?> FirstAsync(WaitingPost post, Wait wait, long now, CancellationToken cancellationToken)
    {
        var rules = await facts.RulesAsync(post, cancellationToken);
        var agreed = await AgreedAsync(post, now, cancellationToken);
        var situation = await SituationAsync(post, agreed.Count, wait.Reason, now, cancellationToken);
        if (await GreetAsync(situation, post, agreed, rules, now, cancellationToken) is { Count: > 0 } greeting)
        {
            return greeting;
        }

        if (agreed.Count < situation.FewestHelpers || situation.AsksLeftToday <= 0)
        {
            return NudgePolicy.First(situation, rules, now);
        }

        var share = rules.HoldOutShareFor(await facts.PeopleAsync(situation.Community, now, cancellationToken));
        var isSought = await _sought.IsSoughtAsync(post.Message, cancellationToken);
        return await _holdOut.IsHeldAsync(post, situation.Community, share, isSought, now, cancellationToken)
            ? null
            : NudgePolicy.First(await WithHelpersAsync(situation, post, agreed, rules.AsksPerPost, now, cancellationToken), rules, now);
    }

    /// <summary>Somebody else where an ask did not arrive, and once where one was declined; nobody where none is left. As often as it is called it gives the same number of people.</summary>
    public async Task<IReadOnlyList<Nudge>> InsteadAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        var asked = await nudges.AsksAsync(post.Message, cancellationToken);
        var owed = AskPolicy.Owed(asked, FirstInstead, MostInstead);
        if (owed <= 0 || await _claims.UntilAsync(post.Message, except: 0, now, cancellationToken) is not null)
        {
            return [];
        }

        var agreed = await AgreedAsync(post, now, cancellationToken);
        var situation = await SituationAsync(post, agreed.Count, "somebody who was asked could not", now, cancellationToken);
        situation = await WithHelpersAsync(situation, post, agreed, Math.Min(owed, situation.AsksLeftToday), now, cancellationToken);
        var place = Math.Max(FirstInstead, asked.Select(one => one.Place + 1).DefaultIfEmpty().Max());
        return [.. situation.Helpers.Select((helper, at) => NudgePolicy.Instead(situation, helper, place + at, now))];
    }

    /// <summary>What <see cref="ClaimedUntilAsync"/> asks.</summary>
    public static Question ClaimOf(long post, long now) => ClaimQuery.ClaimOf(post, except: 0, now);

    /// <summary>What <see cref="FirstAsync"/> asks about the post itself.</summary>
    /// <param name="isReviewed">Without what goes by links.</param>
    public static IEnumerable<Question> Of(WaitingPost post, bool isReviewed) => [.. AgreedHelpers.Of(post), SoughtPosts.WasSought(post.Message), .. HoldOutDraw.Of(post, isReviewed)];

    /// <summary>Who may be asked has changed.</summary>
    public void Reread(IReadOnlySet<long> communities) => _helpers.Reread(communities);

    /// <summary>Whether a member wanted somebody to be asked about a post.</summary>
    public ValueTask<bool> IsSoughtAsync(long post, CancellationToken cancellationToken) => _sought.IsSoughtAsync(post, cancellationToken);

    /// <summary>How long a post would have been left alone before somebody was asked, where that was wished for earlier; null where it was not.</summary>
    public async ValueTask<Wait?> WaitSoughtAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        await IsSoughtAsync(post.Message, cancellationToken) ? await facts.WaitAsync(post, now, cancellationToken) : null;

    /// <summary>When a post was held out; null where it was not.</summary>
    public ValueTask<long?> HeldAtAsync(long post, CancellationToken cancellationToken) => _holdOut.HeldAtAsync(post, cancellationToken);

    /// <summary>When a post is looked at again because somebody said that he will reply; null where nobody did.</summary>
    public ValueTask<long?> ClaimedUntilAsync(long post, long now, CancellationToken cancellationToken) => _claims.UntilAsync(post, except: 0, now, cancellationToken);

    /// <summary>When somebody is asked about a post whose wait is over at a moment: what was written in the night is spread over the morning after it.</summary>
    public static long Spread(WaitingPost post, long due, CommunityRules rules)
    {
        if (rules.QuietHours is not { } quiet || !quiet.Contains(Moment(post.At)))
        {
            return due;
        }

        var morning = quiet.After(Moment(post.At), TimeSpan.Zero);
        var spread = MorningSpread.TimeOf(post.Message, morning, MorningSpread.UsualLength) - morning;
        return quiet.After(Moment(due) + spread, TimeSpan.Zero).ToUnixTimeMilliseconds();
    }

    private async Task<IReadOnlyList<AgreedHelper>> AgreedAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        await _helpers.AgreedAsync(post, await facts.CommunityAsync(post, cancellationToken), await facts.IsOpenAsync(post, cancellationToken), now, cancellationToken);

    /// <summary>Those who chose to greet are asked to answer a newcomer's first post; nobody where there are none, or it is no such post.</summary>
    private async Task<IReadOnlyList<Nudge>> GreetAsync(
        PlanningSituation situation, WaitingPost post, IReadOnlyList<AgreedHelper> agreed, CommunityRules rules, long now, CancellationToken cancellationToken)
    {
        IReadOnlyList<AgreedHelper> greeters = [.. agreed.Where(helper => helper.Greets)];
        return greeters.Count > 0 && situation.AsksLeftToday > 0
            && await _authors.IsNewcomerAsync(post.Author, situation.Community, post.At, cancellationToken)
            && await _authors.IsFirstPostAsync(post.Author, post.At, cancellationToken)
                ? NudgePolicy.Greet(await WithHelpersAsync(situation, post, greeters, rules.AsksPerPost, now, cancellationToken), rules, now)
                : [];
    }

    private async Task<PlanningSituation> SituationAsync(WaitingPost post, int agreed, string whyNow, long now, CancellationToken cancellationToken)
    {
        var community = await facts.CommunityAsync(post, cancellationToken);
        return new PlanningSituation
        {
            Community = community,
            Post = post.Message,
            OnlyWhoAgreed = true,
            HelpersKnown = agreed,
            FewestHelpers = (await facts.RulesAsync(post, cancellationToken)).FewestHelpersFor(await facts.PeopleAsync(community, now, cancellationToken)),
            Helpers = [],
            AsksLeftToday = agreed == 0 ? 0 : await _contacts.LeftTodayAsync(community, now, cancellationToken),
            WhyNow = whyNow,
        };
    }

    private async Task<PlanningSituation> WithHelpersAsync(
        PlanningSituation situation, WaitingPost post, IReadOnlyList<AgreedHelper> agreed, int most, long now, CancellationToken cancellationToken)
    {
        var answerers = await facts.AnswerersAsync(post, now, cancellationToken);
        return situation with { Helpers = await _helpers.FittingAsync(post, situation.Community, agreed, answerers, most, now, cancellationToken) };
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
