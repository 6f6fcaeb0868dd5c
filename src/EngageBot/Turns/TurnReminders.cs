using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Turns;

/// <summary>
/// Reminds authors, in private, of replies that they have not taken up: several in one message, a post once and never again. Whether it is still somebody's turn is asked of
/// the store each time.
/// </summary>
internal sealed class TurnReminders(WriteSession session, RulesBook rules, Func<Platform, IChatPlatform?> platformOf) : IVoice
{
    private const int MostInOne = 5;

    /// <summary>Nobody waits for this to the minute.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(5);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, DateTimeOffset> _lookedAt = [];
    private readonly OutboxStore _store = new(session);
    private readonly PublicPostQuery _communities = new(session);
    private readonly TurnQuery _turns = new(session);
    private readonly TurnCandidates _candidates = new(new TurnQuery(session));
    private readonly TurnStore _said = new(session);
    private readonly ContactBook _contacts = new(session, rules);
    private readonly Visibility _visibility = new(platformOf);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.YourTurn];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var (community, liveSince) in await _communities.CommunitiesAsync(cancellationToken))
        {
            if (liveSince is not null && now - _lookedAt.GetValueOrDefault(community) >= BetweenLooks)
            {
                await LookAsync(community, liveSince.Value, now, cancellationToken);
                _lookedAt[community] = now;
            }
        }
    }

    /// <summary>Whether somebody is still to be reminded, and of all of it.</summary>
    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var about = await _said.AboutAsync(entry.Id, cancellationToken);
        List<WaitingTurn> turns = [];
        foreach (var turn in await WaitingAsync(about, entry.Community, now, cancellationToken))
        {
            if (await _visibility.MaySeeAsync(turn.Post.AuthorId, turn.Post.Place.Channel, cancellationToken))
            {
                turns.Add(turn);
            }
        }

        if (turns.Count == 0)
        {
            return new OutboxVerdict.Drop("Nobody waits for the author any more, or the author may not read it.");
        }

        if (!about.Order().SequenceEqual(AboutOf(turns).Order()))
        {
            await ChangeAsync(entry.Id, turns, entry.MemberKey!.Value, entry.Community, now, cancellationToken);
            return new OutboxVerdict.Hold("Some of it was taken up.", now + Soon);
        }

        return new OutboxVerdict.Say();
    }

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _candidates.Forget();
        _lookedAt.Clear();
    }

    private async Task LookAsync(long community, long liveSince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var posts = await _candidates.LookAsync(community, liveSince, now, cancellationToken);
        foreach (var turns in (await WaitingAsync(posts, community, now, cancellationToken)).Where(turn => turn.Reply.At >= liveSince).GroupBy(turn => turn.Post.Author))
        {
            foreach (var left in await RemindAsync(community, turns.Key, [.. turns], now, cancellationToken))
            {
                _candidates.Keep(community, left.Post, left.Reply);
            }
        }
    }

    /// <summary>What goes out later takes up what comes until then.</summary>
    /// <returns>What does not fit in any more.</returns>
    private async Task<IEnumerable<WaitingTurn>> RemindAsync(long community, long member, IReadOnlyList<WaitingTurn> turns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _said.PlannedAsync(member, cancellationToken) is { } planned)
        {
            var before = await WaitingAsync(await _said.AboutAsync(planned, cancellationToken), community, now, cancellationToken);
            if (before.Count < MostInOne)
            {
                await ChangeAsync(planned, [.. before.Concat(turns).Take(MostInOne)], member, community, now, cancellationToken);
            }

            return turns.Skip(MostInOne - before.Count);
        }

        if (await _contacts.DecideAsync(new ContactRequest(ContactKind.YourTurn, member), now.ToUnixTimeMilliseconds(), cancellationToken) is ContactDecision.Never)
        {
            return [];
        }

        IReadOnlyList<WaitingTurn> first = [.. turns.Take(MostInOne)];
        await _store.AddAsync(await NewAsync(community, member, first, now, cancellationToken), now.ToUnixTimeMilliseconds(), cancellationToken);
        return turns.Skip(MostInOne);
    }

    private async Task<NewOutboxEntry> NewAsync(long community, long member, IReadOnlyList<WaitingTurn> turns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (isOffer, texts) = (!await _said.HasAgreedAsync(member, cancellationToken), rules.Of(community).Wording());
        return new NewOutboxEntry
        {
            Community = community,
            Kind = OutboxKind.YourTurn,
            Channel = turns[0].Post.Channel,
            Subject = turns[0].Post.Post,
            Member = member,
            Text = TurnTexts.Reminder(turns, isOffer, LinkTo, texts),
            Buttons = TurnTexts.Buttons(isOffer, texts),
            Reason = turns[0].Reply.Asks ? "A reply asks the author something, and he was here since." : "The first substantial reply is not taken up, and the author was here since.",
            ExpiresAt = now + ValidFor,
            About = AboutOf(turns),
        };
    }

    private async Task ChangeAsync(long entry, IReadOnlyList<WaitingTurn> turns, long member, long community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (isOffer, texts) = (!await _said.HasAgreedAsync(member, cancellationToken), rules.Of(community).Wording());
        var text = TurnTexts.Reminder(turns, isOffer, LinkTo, texts);
        await _store.ChangeAsync(entry, text, TurnTexts.Buttons(isOffer, texts), AboutOf(turns), now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    /// <summary>Those whose author's turn it is, the longest waiting first.</summary>
    private async Task<IReadOnlyList<WaitingTurn>> WaitingAsync(IReadOnlyList<long> posts, long community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<WaitingTurn> turns = [];
        foreach (var key in posts)
        {
            if (await _turns.FindAsync(key, now.ToUnixTimeMilliseconds(), cancellationToken) is { } post
                && VisibilityPolicy.MaySpeakOf(post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, rules.Of(community))
                && YourTurnPolicy.WaitingWith(post.Facts, now.ToUnixTimeMilliseconds()) is { } reply)
            {
                turns.Add(new WaitingTurn(post, reply));
            }
        }

        return [.. turns.OrderBy(turn => turn.Reply.At).ThenBy(turn => turn.Post.Post)];
    }

    private static IReadOnlyList<long> AboutOf(IReadOnlyList<WaitingTurn> turns) => [.. turns.SelectMany(turn => new[] { turn.Post.Post, turn.Reply.Message })];

    private Uri? LinkTo(MessagePlace place) => platformOf(place.Channel.Community.Platform)?.LinkTo(place);
}
