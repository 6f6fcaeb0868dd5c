using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Nudges;

/// <summary>
/// Closes the loop: a helper who was asked about a post, or found it on the board or in his inbox, hears in one line that its author took up his answer, once a week for all of them. No points, no ranks.
/// </summary>
internal sealed class HelperThanks(WriteSession session, RulesBook rules, Func<Platform, IChatPlatform?> platformOf) : IVoice
{
    /// <summary>It is told once a week: nobody waits for it to the minute, and what was asked in a month is a lot to look through.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan BetweenMessages = TimeSpan.FromDays(7);

    /// <summary>What somebody was asked longer ago is not brought up again.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(5);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, DateTimeOffset> _lookedAt = [];
    private readonly OutboxStore _store = new(session);
    private readonly PublicPostQuery _communities = new(session);
    private readonly ThanksQuery _thanks = new(session);
    private readonly ContactBook _contacts = new(session, rules);
    private readonly Visibility _visibility = new(platformOf);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Thanks];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var (community, liveSince) in await _communities.CommunitiesAsync(cancellationToken))
        {
            if (liveSince is not null && now - _lookedAt.GetValueOrDefault(community) >= BetweenLooks)
            {
                await LookAsync(community, now, cancellationToken);
                _lookedAt[community] = now;
            }
        }
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (posts, areAll) = await _thanks.OfEntryAsync(entry.Id, cancellationToken);
        List<ThankedPost> told = [];
        foreach (var post in posts)
        {
            if (await MayBeToldAsync(post, entry.Community, cancellationToken))
            {
                told.Add(post);
            }
        }

        if (told.Count == 0)
        {
            return new OutboxVerdict.Drop("What it tells of is gone, or the reader may not see it.");
        }

        if (!areAll || told.Count < posts.Count)
        {
            await _store.ChangeAsync(entry.Id, TextOf(told, entry.Community), [.. told.Select(post => post.Post)], now.ToUnixTimeMilliseconds(), cancellationToken);
            return new OutboxVerdict.Hold("Some of it is gone.", now + Soon);
        }

        return new OutboxVerdict.Say();
    }

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _lookedAt.Clear();
    }

    private async Task LookAsync(long community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var untold = await _thanks.UntoldAsync(community, (now - LookedBack).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), cancellationToken);
        foreach (var posts in untold.GroupBy(post => post.Helper))
        {
            var at = now.ToUnixTimeMilliseconds();
            if (at - (await _thanks.LastToldAsync(posts.Key, cancellationToken) ?? 0) >= BetweenMessages.TotalMilliseconds
                && await _contacts.DecideAsync(new ContactRequest(ContactKind.Thanks, posts.Key), at, cancellationToken) is not ContactDecision.Never)
            {
                await _store.AddAsync(New(community, [.. posts], now), at, cancellationToken);
            }
        }
    }

    private NewOutboxEntry New(long community, IReadOnlyList<ThankedPost> posts, DateTimeOffset now) => new()
    {
        Community = community,
        Kind = OutboxKind.Thanks,
        Channel = posts[^1].Channel,
        Subject = posts[^1].Post,
        Member = posts[0].Helper,
        Text = TextOf(posts, community),
        Reason = "The author took up the answer of the one who helped.",
        ExpiresAt = now + ValidFor,
        About = [.. posts.Select(post => post.Post)],
    };

    private string TextOf(IReadOnlyList<ThankedPost> posts, long community)
    {
        var (last, texts) = (posts[^1], rules.Of(community).Wording());
        var (excerpt, channel) = (Excerpt.Of(last.Text), $"#{Excerpt.Of(last.ChannelName.TrimStart('#'))}");
        var text = posts.Count > 1 ? texts.Of("thanks.more", ("count", posts.Count.ToString(CultureInfo.InvariantCulture)), ("channel", channel))
            : excerpt.Length == 0 ? texts.Of("thanks.one.bare", ("channel", channel))
            : texts.Of("thanks.one", ("post", excerpt), ("channel", channel));
        return platformOf(last.Place.Channel.Community.Platform)?.LinkTo(last.Place) is { } link ? $"{text} {link.AbsoluteUri}" : text;
    }

    private async Task<bool> MayBeToldAsync(ThankedPost post, long community, CancellationToken cancellationToken) =>
        VisibilityPolicy.MaySpeakOf(post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, rules.Of(community))
        && await _visibility.MaySeeAsync(post.HelperId, post.Place.Channel, cancellationToken);
}
