using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Concerns;

/// <summary>
/// Tells moderators, where they want to hear from the bot, of posts about which it is silent: signs of a crisis or a loss at once, complaints, quarrels and frauds a few times a
/// day. A post once. Said also where the bot only observes.
/// </summary>
internal sealed class ConcernNotes(WriteSession session, RulesBook rules, Func<MessagePlace, Uri?> linkTo) : IVoice
{
    /// <summary>Older posts are for the report.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromHours(48);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly OutboxStore _store = new(session);
    private readonly ModeratorMessages _moderators = new(session, rules, new OutboxStore(session));
    private readonly ConcernQuery _concerns = new(session);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Concern];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        var untold = await _concerns.UntoldAsync((now - LookedBack).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), cancellationToken);
        foreach (var posts in untold.Where(IsWatched).GroupBy(post => post.Community))
        {
            var told = await _concerns.ToldAsync(posts.Key, now.ToUnixTimeMilliseconds(), cancellationToken);
            foreach (var message in ConcernPolicy.Plan([.. posts], told, now))
            {
                await _moderators.AddAsync(New(posts.Key, message), now, cancellationToken);
            }
        }
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (stored, areAll) = await _concerns.OfEntryAsync(entry.Id, cancellationToken);
        ConcernPost[] posts = [.. stored.Where(IsWatched)];
        if (posts.Length == 0)
        {
            return new OutboxVerdict.Drop("What it tells of is gone.");
        }

        if (!areAll || posts.Length < stored.Count)
        {
            await _store.ChangeAsync(entry.Id, TextOf(entry.Community, posts), [.. posts.Select(post => post.Message)], now.ToUnixTimeMilliseconds(), cancellationToken);
            return new OutboxVerdict.Hold("Some of it is gone.", now + Soon);
        }

        return posts is not [{ Kind: PostKind.Crisis }] && rules.Of(entry.Community).QuietHours is { } quiet && quiet.Contains(now)
            ? new OutboxVerdict.Hold("Quiet hours.", quiet.After(now, TimeSpan.Zero))
            : new OutboxVerdict.Say();
    }

    public void Forget() => _store.Forget();

    private ModeratorMessage New(long community, IReadOnlyList<ConcernPost> posts) => new()
    {
        Community = community,
        Kind = OutboxKind.Concern,
        Subject = posts[0].Message,
        Text = TextOf(community, posts),
        Reason = "By its words a person should look at it; the bot is silent there.",
        ValidFor = LookedBack,
        About = [.. posts.Select(post => post.Message)],
    };

    private string TextOf(long community, IReadOnlyList<ConcernPost> posts) => ConcernTexts.Of(posts, linkTo, rules.Of(community).Wording());

    /// <summary>What moderators write among themselves is their own affair.</summary>
    private bool IsWatched(ConcernPost post)
    {
        var (own, id) = (rules.Of(post.Community), post.Place.Channel.Value);
        return own.Watches(post.ChannelName, id) && !(own.ModeratorChannel is { } moderators && CommunityRules.IsNamed(moderators, post.ChannelName, id));
    }
}
