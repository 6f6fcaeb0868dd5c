using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>Gathers what <see cref="QueuePolicy"/> must know of a message, and puts into the queue what belongs there.</summary>
internal sealed class QueueJudge(WriteSession session, RulesBook rules, QueueStore queue)
{
    private readonly RepeatQuery _repeats = new(session);
    private readonly NamedChannels _channels = new(session);
    private readonly HabitQuery _habits = new(session);
    private readonly BalanceQuery _balances = new(session, rules);
    private readonly AuthorQuery _authors = new(session);

    public async Task JudgeAsync(QueueCandidate post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(post.Community);
        if (!own.Watches(post.ChannelName, post.ChannelId))
        {
            return;
        }

        HashSet<long> exempt = own.PromotionChannels.Count == 0 ? [] : [.. await _channels.FindAsync(post.Community, own.IsPromotionChannel, cancellationToken)];
        if (await _repeats.SignalsAsync(post.Message, exempt, cancellationToken) is not { } signals)
        {
            return;
        }

        signals = await _habits.WithHabitsAsync(signals, post.Message, cancellationToken) with
        {
            IsInPromotionChannel = own.IsPromotionChannel(post.ChannelName, post.ChannelId),
            Balance = await _balances.BeforeAsync(post.Message, cancellationToken),
        };
        var words = PromotionClassifier.ReasonsOf(post.Text ?? string.Empty);
        var facts = new QueueFacts
        {
            Decision = PromotionPolicy.Decide(PromotionVerdict.OfStored(post.Thousandths, words), signals),
            Signals = signals,
            Kind = post.Kind,
            IsByNewcomer = await _authors.IsNewcomerAsync(post.Author, post.Community, post.At, cancellationToken),
            Lesson = QueueTeachingPolicy.LessonFor(
                new QueuedPost(post.Author, post.Domain, post.Channel), await queue.DecisionsAsync(post.Community, now.ToUnixTimeMilliseconds(), cancellationToken), now),
        };
        if (QueuePolicy.IsShown(facts, own.Balance))
        {
            await queue.PutAsync(post, facts.Decision.IsPromotion ? facts.Decision.Reasons : [QueueTexts.Taught], now.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }
}
