using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// The waiting board of a community: one message in the channel that moderators chose, worked out anew from the store each time and changed in place. What
/// is answered is off it at the next look, whatever happened in between.
/// </summary>
internal sealed class WaitingBoard(WriteSession session, RulesBook rules, Func<MessagePlace, Uri?> linkTo)
{
    private const int MostPosts = 5;

    /// <summary>The end of time: everything that is stored counts.</summary>
    private const long Whenever = long.MaxValue;

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterRemoval = TimeSpan.FromDays(7);

    private readonly Dictionary<long, DateTimeOffset> _leftOut = [];
    private readonly OutboxStore _store = new(session);
    private readonly OutboxQuery _outbox = new(session);
    private readonly PublicPostQuery _posts = new(session);
    private readonly PostQuery _states = new(session, rules);
    private readonly AuthorQuery _authors = new(session);

    /// <summary>Brings what is to stand on the board, and whether there is one, up to date.</summary>
    public async Task RefreshAsync(long community, bool isLive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var channel = isLive && own.PublicStep != PublicStep.Reply && own.IsLiveSomewhere(LiveStep.Board) ? await _posts.BoardChannelAsync(community, own, cancellationToken) : null;
        var last = await _outbox.LastBoardAsync(community, cancellationToken);
        var isStanding = last is not null && IsStanding(last);
        if (isStanding && channel != last!.Entry.ChannelKey)
        {
            await _store.WithdrawAsync(last.Entry.Id, "The board is not wanted here any more.", now.ToUnixTimeMilliseconds(), cancellationToken);
            isStanding = false;
        }

        if (isStanding && await _outbox.ReceptionAsync(last!.Entry, cancellationToken) == OutboxReception.TakenAway)
        {
            foreach (var post in await _outbox.PostsAsync(last.Entry, cancellationToken))
            {
                await _posts.DismissAsync(post.Key, now.ToUnixTimeMilliseconds(), cancellationToken);
            }

            await _store.EndAsync(last.Entry, OutboxState.Withdrawn, "Somebody took it away.", now.ToUnixTimeMilliseconds(), cancellationToken);
        }
        else if (channel is not null && (isStanding || MayBegin(last, now)))
        {
            await WriteAsync(community, channel.Value, isStanding ? last!.Entry : null, now, cancellationToken);
        }
    }

    /// <summary>Until a moment a post is left out: it cannot be fetched.</summary>
    public void LeaveOut(long post, DateTimeOffset until) => _leftOut[post] = until;

    public void Forget() => _store.Forget();

    private static bool IsStanding(StoredBoard board) => !board.Entry.IsUnwanted
        && (board.Entry.State is OutboxState.Planned or OutboxState.Claimed or OutboxState.Sent || (board.Entry.State == OutboxState.Uncertain && !board.IsAtRest));

    /// <summary>Somebody who took the board away, or did not want it, is left in peace for a while; a permission that was missing may have been given.</summary>
    private static bool MayBegin(StoredBoard? last, DateTimeOffset now)
    {
        if (last is null || (last.Entry.IsUnwanted && !last.IsDeclined) || last.Entry.State == OutboxState.Expired)
        {
            return true;
        }

        var rest = last.Entry.State == OutboxState.Refused ? AfterRefusal : AfterRemoval;
        return last.EndedAt is { } ended && now - DateTimeOffset.FromUnixTimeMilliseconds(ended) >= rest;
    }

    private async Task WriteAsync(long community, long channel, OutboxEntry? standing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (standing is { State: OutboxState.Claimed or OutboxState.Uncertain })
        {
            return; // It is looked for by its text, which must stay as it is until it is found.
        }

        var posts = await PostsAsync(community, channel, now, cancellationToken);
        var text = NudgeTexts.Board([.. posts.Select(Line)], rules.Of(community).Wording());
        var (about, at) = (posts.Select(post => post.Post.Message).ToArray(), now.ToUnixTimeMilliseconds());
        if (standing is null)
        {
            if (posts.Count > 0)
            {
                await _store.AddAsync(New(community, channel, text, about, posts[0].Reason, now), at, cancellationToken);
            }
        }
        else if (posts.Count == 0 && standing.State == OutboxState.Planned)
        {
            await _store.WithdrawAsync(standing.Id, "Nobody waits any more.", at, cancellationToken);
        }
        else if (text != standing.Text && (posts.Count > 0 || _leftOut.Count == 0))
        {
            await _store.ChangeAsync(standing.Id, text, about, at, cancellationToken);
        }
    }

    private NewOutboxEntry New(long community, long channel, string text, long[] about, string reason, DateTimeOffset now) => new()
    {
        Community = community,
        Kind = OutboxKind.Board,
        Channel = channel,
        Text = text,
        Reason = reason,
        ExpiresAt = now + rules.Of(community).RestAfter,
        About = about,
    };

    /// <summary>Newcomers first, then by how long they have waited. Only what everybody who reads the board can read is on it.</summary>
    private async Task<IReadOnlyList<PublicPost>> PostsAsync(long community, long channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (post, until) in _leftOut)
        {
            if (until <= now)
            {
                _leftOut.Remove(post);
            }
        }

        var own = rules.Of(community);
        var (since, at) = ((now - own.RestAfter).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        var known = await _authors.HistoryFromAsync(community, at, cancellationToken);
        List<PublicPost> open = [];
        IReadOnlyList<PublicPost> page = [];
        do
        {
            page = await _posts.WaitingAsync(community, since, own.PublicStep == PublicStep.Tag, known, at, page.Count == 0 ? null : page[^1], cancellationToken);
            foreach (var post in page)
            {
                if (open.Count < MostPosts && await MayStandAsync(post, channel, own, cancellationToken))
                {
                    open.Add(post);
                }
            }
        }
        while (open.Count < MostPosts && page.Count == PublicPostQuery.Page);

        return open;
    }

    private async Task<bool> MayStandAsync(PublicPost post, long channel, CommunityRules own, CancellationToken cancellationToken) =>
        !_leftOut.ContainsKey(post.Post.Message)
        && PublicStepPolicy.MayShow(post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, own)
        && VisibilityPolicy.MayBeShownIn(channel, post.Post.Channel, post.IsForEveryone)
        && (await _states.StateAsync(post.Post.Message, Whenever, cancellationToken)).IsOpen;

    private BoardLine Line(PublicPost post) => new(Excerpt.Of(post.Text), $"#{Excerpt.Of(post.ChannelName.TrimStart('#'))}", linkTo(post.Place));
}
