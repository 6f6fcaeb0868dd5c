using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>
/// What stands in place of the note on Slack: the author of an announcement that nobody replied to is told, in private, that a question at its end often brings a reply.
/// </summary>
internal sealed class ClosingQuestions(WriteSession session, RulesBook rules)
{
    /// <summary>Before this a post is not old enough to be judged, after that it is forgotten.</summary>
    private static readonly TimeSpan After = TimeSpan.FromHours(24);
    private static readonly TimeSpan Before = TimeSpan.FromHours(72);

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromDays(14);

    private readonly OutboxStore _store = new(session);
    private readonly AnnouncementQuery _announcements = new(session);
    private readonly PostQuery _states = new(session, rules);
    private readonly ContactBook _contacts = new(session, rules);

    /// <summary>Whether a message to a member is one of these: a note stands under no post.</summary>
    public static bool Is(OutboxEntry entry) => entry.Post is not null;

    public async Task LookAsync(long community, long liveSince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (own, at) = (rules.Of(community), now.ToUnixTimeMilliseconds());
        if (own.ClosingQuestion == false)
        {
            return;
        }

        var span = (Math.Max(liveSince, (now - Before).ToUnixTimeMilliseconds()), (now - After).ToUnixTimeMilliseconds());
        var found = await _announcements.FindAsync(community, own.ClosingQuestion == true, span, at, (now - BetweenNotes).ToUnixTimeMilliseconds(), cancellationToken);
        foreach (var (author, isForEveryone, channel) in found)
        {
            if (VisibilityPolicy.MaySpeakOf(isForEveryone, author.ChannelName, channel, own) && await IsUnansweredAsync(author.Post, now, cancellationToken)
                && await _contacts.DecideAsync(new ContactRequest(ContactKind.PromoterNote, author.Member), at, cancellationToken) is not ContactDecision.Never)
            {
                await _store.AddAsync(New(community, author, now), at, cancellationToken);
            }
        }
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        rules.Of(entry.Community).ClosingQuestion == false || !await IsUnansweredAsync(entry.Post!.Value, now, cancellationToken)
            ? new OutboxVerdict.Drop("Somebody replied, or it is not wanted any more.")
            : new OutboxVerdict.Say();

    public void Forget() => _store.Forget();

    private async Task<bool> IsUnansweredAsync(long post, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _states.StateAsync(post, now.ToUnixTimeMilliseconds(), cancellationToken) is { IsPost: true, AnsweredAt: null, IsSettled: false, Kind: PostKind.Announcement };

    private NewOutboxEntry New(long community, NoteCandidate author, DateTimeOffset now)
    {
        var texts = rules.Of(community).Wording();
        return new NewOutboxEntry
        {
            Community = community,
            Kind = OutboxKind.PromoterNote,
            Channel = author.Channel,
            Post = author.Post,
            Member = author.Member,
            Text = NoteTexts.ClosingQuestion(author, texts),
            Buttons = NoteTexts.Answers(texts),
            Reason = "Nobody replied to his announcement within a day.",
            ExpiresAt = now + After,
            About = [author.Post],
        };
    }
}
