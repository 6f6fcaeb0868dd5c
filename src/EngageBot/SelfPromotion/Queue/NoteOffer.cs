using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>Offers moderators the private note, once, when they agreed with the queue often enough. Not on Slack, where it is for those who ask for it.</summary>
internal sealed class NoteOffer(RulesBook rules, QueueStore queue, ModeratorMessages moderators)
{
    public async Task OfferAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (community, platform) in await queue.DecidedOftenAsync(now.ToUnixTimeMilliseconds(), cancellationToken))
        {
            if (platform != Platform.Slack && !rules.Of(community).PromoterNote
                && !await moderators.IsSaidAsync(OutboxKind.Queued, SubjectOf(community), cancellationToken)
                && await queue.DecisionsAsync(community, now.ToUnixTimeMilliseconds(), cancellationToken) is var decisions
                && QueueTeachingPolicy.MayOfferNote(decisions, now))
            {
                await moderators.AddAsync(New(community, decisions.Count), now, cancellationToken);
            }
        }
    }

    /// <summary>Whether a message to moderators is an offer: posts have keys above 0.</summary>
    public static bool Is(OutboxEntry entry) => entry.Subject < 0;

    private static long SubjectOf(long community) => -community;

    private ModeratorMessage New(long community, int decisions)
    {
        var texts = rules.Of(community).Wording();
        return new ModeratorMessage
        {
            Community = community,
            Kind = OutboxKind.Queued,
            Subject = SubjectOf(community),
            Text = texts.Of("queue.note.offer", ("count", decisions.ToString(CultureInfo.InvariantCulture))),
            Buttons = [new(new ButtonId(QueueTexts.Command, QueueTexts.NoteOn, 0), texts["queue.button.note"]) { IsMain = true }],
            Reason = "Moderators agreed with nine in ten of at least twenty posts.",
        };
    }
}
