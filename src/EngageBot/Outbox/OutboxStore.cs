using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Outbox;

/// <summary>The table of what the bot says. Every change is one statement, so that a crash leaves a row either as it was or as it was to be.</summary>
internal sealed class OutboxStore(WriteSession session)
{
    private static readonly HotSql Add = new(
        $"""
        INSERT INTO outbox (id, community, kind, channel, post, subject, member, text, buttons, picture, picture_alt, meeting, revision, state, reason, planned_at, expires_at, next_at, attempts)
        VALUES (@id, @community, @kind, @channel, @post, @subject, @member, @text, @buttons, @picture, @picture_alt, @meeting, 1, {OutboxState.Planned:D}, @reason, @now, @expires_at, @next_at, 0)
        ON CONFLICT DO NOTHING
        """,
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("kind", DbType.Int32),
        ("channel", DbType.Int64),
        ("post", DbType.Int64),
        ("subject", DbType.Int64),
        ("member", DbType.Int64),
        ("text", DbType.String),
        ("buttons", DbType.String),
        ("picture", DbType.Binary),
        ("picture_alt", DbType.String),
        ("meeting", DbType.String),
        ("reason", DbType.String),
        ("now", DbType.Int64),
        ("expires_at", DbType.Int64),
        ("next_at", DbType.Int64));

    private static readonly HotSql AddPost = new(
        "INSERT INTO outbox_posts (entry, place, post) VALUES (@entry, @place, @post)",
        ("entry", DbType.Int64),
        ("place", DbType.Int32),
        ("post", DbType.Int64));

    private static readonly HotSql RemovePosts = new("DELETE FROM outbox_posts WHERE entry = @entry", ("entry", DbType.Int64));

    private static readonly HotSql Change = new(
        "UPDATE outbox SET text = @text, buttons = @buttons, revision = revision + 1, next_at = @now, attempts = 0 WHERE id = @id",
        ("id", DbType.Int64),
        ("text", DbType.String),
        ("buttons", DbType.String),
        ("now", DbType.Int64));

    private static readonly HotSql Repaint = new(
        "UPDATE outbox SET picture = @picture, picture_alt = @picture_alt WHERE id = @id",
        ("id", DbType.Int64),
        ("picture", DbType.Binary),
        ("picture_alt", DbType.String));

    private static readonly HotSql Claim = new(
        $"""
        UPDATE outbox SET state = {OutboxState.Claimed:D}, claimed_at = @now, attempts = attempts + 1, next_at = NULL
        WHERE id = @id AND state = {OutboxState.Planned:D} AND revision = @revision
        """,
        ("id", DbType.Int64),
        ("revision", DbType.Int32),
        ("now", DbType.Int64));

    private static readonly HotSql Abandoned = new(
        $"UPDATE outbox SET state = {OutboxState.Uncertain:D}, next_at = @now, attempts = 0 WHERE state = {OutboxState.Claimed:D} AND community IN (SELECT own.id FROM own_communities own)",
        ("now", DbType.Int64));

    private static readonly HotSql Sent = new(
        $"""
        UPDATE outbox SET state = {OutboxState.Sent:D}, sent_at = COALESCE(sent_at, @now), sent_revision = @revision, message = @message, message_spelled = @spelled, message_channel = COALESCE(@conversation, message_channel), attempts = 0,
            next_at = CASE WHEN unwanted_at IS NOT NULL OR revision > @revision THEN @now ELSE NULL END
        WHERE id = @id
        """,
        ("id", DbType.Int64),
        ("revision", DbType.Int32),
        ("message", DbType.Int64),
        ("spelled", DbType.String),
        ("conversation", DbType.String),
        ("now", DbType.Int64));

    private static readonly HotSql Later = new(
        "UPDATE outbox SET state = @state, next_at = @next_at, attempts = attempts + @tried, outcome = COALESCE(@outcome, outcome) WHERE id = @id",
        ("id", DbType.Int64),
        ("state", DbType.Int32),
        ("next_at", DbType.Int64),
        ("tried", DbType.Int32),
        ("outcome", DbType.String));

    // What quoted somebody to some members is not kept when it is gone.
    private static readonly HotSql End = new(
        $"""
        UPDATE outbox SET state = @state, outcome = COALESCE(@outcome, outcome), next_at = NULL, ended_at = @now,
            text = CASE WHEN (member IS NOT NULL OR meeting IS NOT NULL) AND @state = {OutboxState.Withdrawn:D} THEN '' ELSE text END
        WHERE id = @id
        """,
        ("id", DbType.Int64),
        ("state", DbType.Int32),
        ("outcome", DbType.String),
        ("now", DbType.Int64));

    private static readonly HotSql Withdraw = new(
        $"""
        UPDATE outbox SET unwanted_at = @now, outcome = @outcome, attempts = 0,
            next_at = CASE WHEN state = {OutboxState.Planned:D} THEN NULL ELSE @now END,
            ended_at = CASE WHEN state = {OutboxState.Planned:D} THEN @now ELSE NULL END,
            text = CASE WHEN (member IS NOT NULL OR meeting IS NOT NULL) AND state = {OutboxState.Planned:D} THEN '' ELSE text END,
            state = CASE WHEN state = {OutboxState.Planned:D} THEN {OutboxState.Withdrawn:D} ELSE state END
        WHERE id = @id AND unwanted_at IS NULL
        """,
        ("id", DbType.Int64),
        ("outcome", DbType.String),
        ("now", DbType.Int64));

    private static readonly HotSql Move = new(
        $"""
        UPDATE outbox SET state = {OutboxState.Planned:D}, channel = @channel, member = @member, next_at = @now, ended_at = NULL, claimed_at = NULL, attempts = 0
        WHERE id = @id AND state = {OutboxState.Refused:D}
        """,
        ("id", DbType.Int64),
        ("channel", DbType.Int64),
        ("member", DbType.Int64),
        ("now", DbType.Int64));

    private readonly KeySequence _keys = new("outbox");

    /// <summary>One row a form, post or subject, and member, however often it is planned.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> AddAsync(NewOutboxEntry entry, long now, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        var id = await _keys.NextAsync(session, IdAt(now), cancellationToken);
        var added = await session.ExecuteAsync(
            Add, cancellationToken, id, entry.Community, (int)entry.Kind, entry.Channel, entry.Post, entry.Subject, entry.Member, entry.Text, StoredButtons.Of(entry.Buttons),
            entry.Picture?.Png.ToArray(), entry.Picture?.Alt, StoredMeeting.Of(entry.Opens), entry.Reason, now, entry.ExpiresAt.ToUnixTimeMilliseconds(), Math.Max(now, entry.NotBefore?.ToUnixTimeMilliseconds() ?? now));
        if (added > 0)
        {
            await AddPostsAsync(id, entry.About, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Another text in the same place: what stands already is changed. Not for what may have been sent or not: it is looked for by its text.</summary>
    public Task ChangeAsync(long id, string text, IReadOnlyList<long> about, long now, CancellationToken cancellationToken) => ChangeAsync(id, text, [], about, now, cancellationToken);

    /// <summary>The same with other buttons.</summary>
    public async Task ChangeAsync(long id, string text, IReadOnlyList<MessageButton> buttons, IReadOnlyList<long> about, long now, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        await session.ExecuteAsync(Change, cancellationToken, id, text, StoredButtons.Of(buttons), now);
        await session.ExecuteAsync(RemovePosts, cancellationToken, id);
        await AddPostsAsync(id, about, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    /// <summary>Another picture, or none, for what is not sent yet.</summary>
    public async Task RepaintAsync(long id, Picture? picture, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Repaint, cancellationToken, id, picture?.Png.ToArray(), picture?.Alt);

    /// <summary>False where it has been claimed or changed meanwhile.</summary>
    public async Task<bool> ClaimAsync(OutboxEntry entry, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Claim, cancellationToken, entry.Id, entry.Revision, now) > 0;

    /// <summary>What was claimed and is in nobody's hands may have been sent or not.</summary>
    public async Task<int> DoubtClaimedAsync(long now, CancellationToken cancellationToken) => await session.ExecuteAsync(Abandoned, cancellationToken, now);

    /// <param name="conversation">The private conversation that it stands in; null where that is known, or there is none.</param>
    public async Task SentAsync(OutboxEntry entry, MessageId message, ChannelId? conversation, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Sent, cancellationToken, entry.Id, entry.Revision, message.Number, message.Text, conversation?.Value, now);

    /// <summary>To be looked at again.</summary>
    /// <param name="isTried">Counts towards the attempts.</param>
    public async Task LaterAsync(OutboxEntry entry, OutboxState state, DateTimeOffset next, bool isTried, string? outcome, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Later, cancellationToken, entry.Id, (int)state, next.ToUnixTimeMilliseconds(), isTried ? 1 : 0, outcome);

    /// <summary>Nothing more is done about it.</summary>
    public async Task EndAsync(OutboxEntry entry, OutboxState state, string? outcome, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(End, cancellationToken, entry.Id, (int)state, outcome, now);

    /// <summary>Not wanted any more: what was not sent will not be, what stands is taken away.</summary>
    public async Task WithdrawAsync(long id, string outcome, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Withdraw, cancellationToken, id, outcome, now);

    /// <summary>What one place refused is to be said in another.</summary>
    public async Task MoveAsync(long id, ModeratorsPlace place, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Move, cancellationToken, id, place.Channel, place.Member, now);

    public void Forget() => _keys.Forget();

    /// <summary>Ids go with the time, so that those of a database that was made anew are not taken for those of the old one.</summary>
    private static long IdAt(long now) => now << 20;

    private async ValueTask AddPostsAsync(long id, IReadOnlyList<long> posts, CancellationToken cancellationToken)
    {
        for (var place = 0; place < posts.Count; place++)
        {
            await session.ExecuteAsync(AddPost, cancellationToken, id, place, posts[place]);
        }
    }
}
