using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>The tables of introductions, as the half that speaks writes them. Members' own words are written by <see cref="IntroductionRecorder"/>.</summary>
internal sealed class IntroductionStore(WriteSession session)
{
    private static readonly HotSql Add = new(
        """
        INSERT INTO introductions (id, community, occasion, round, state, topics, topic_channels, shared_channel, about, channel, planned_at)
        VALUES (@id, @community, @occasion, @round, @state, @topics, @topic_channels, @shared_channel, @about, @channel, @at)
        """,
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("occasion", DbType.Int32),
        ("round", DbType.Int64),
        ("state", DbType.Int32),
        ("topics", DbType.String),
        ("topic_channels", DbType.String),
        ("shared_channel", DbType.Int64),
        ("about", DbType.String),
        ("channel", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql AddPerson = new(
        """
        INSERT INTO introduction_people (introduction, place, member, post, answer, answered_at)
        VALUES (@introduction, @place, @member, @post, @answer, @answered_at)
        """,
        ("introduction", DbType.Int64),
        ("place", DbType.Int32),
        ("member", DbType.Int64),
        ("post", DbType.Int64),
        ("answer", DbType.Int32),
        ("answered_at", DbType.Int64));

    private static readonly HotSql Agreed = new(
        $"UPDATE introductions SET state = {IntroductionState.Agreed:D} WHERE id = @id AND state = {IntroductionState.Proposed:D}",
        ("id", DbType.Int64));

    private static readonly HotSql Opened = new(
        $"UPDATE introductions SET state = {IntroductionState.Opened:D}, opened_at = @at WHERE id = @id AND state = {IntroductionState.Agreed:D}",
        ("id", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql Ended = new(
        "UPDATE introductions SET state = @state, outcome = @outcome, ended_at = @at WHERE id = @id",
        ("id", DbType.Int64),
        ("state", DbType.Int32),
        ("outcome", DbType.String),
        ("at", DbType.Int64));

    private readonly KeySequence _keys = new("introductions");

    /// <summary>Inside the transaction that has begun. Where all want it already it is agreed.</summary>
    public async Task AddAsync(NewIntroduction introduction, long now, CancellationToken cancellationToken)
    {
        var id = await _keys.NextAsync(session, cancellationToken);
        var state = introduction.People.All(person => person.WantsIt) ? IntroductionState.Agreed : IntroductionState.Proposed;
        await session.ExecuteAsync(
            Add,
            cancellationToken,
            id,
            introduction.Community,
            (int)introduction.Occasion,
            introduction.Round,
            (int)state,
            string.Join(", ", introduction.Topics.Words),
            introduction.Topics.IsNone ? string.Empty : $",{string.Join(',', introduction.Topics.Channels)},",
            introduction.SharedChannel,
            introduction.About,
            introduction.Channel,
            now);
        foreach (var (place, (member, post, wantsIt)) in introduction.People.Index())
        {
            await session.ExecuteAsync(AddPerson, cancellationToken, id, place, member, post, wantsIt ? (int)ProposalAnswer.Yes : null, wantsIt ? now : null);
        }
    }

    public async Task AgreedAsync(long id, CancellationToken cancellationToken) => await session.ExecuteAsync(Agreed, cancellationToken, id);

    public async Task OpenedAsync(long id, DateTimeOffset at, CancellationToken cancellationToken) => await session.ExecuteAsync(Opened, cancellationToken, id, at.ToUnixTimeMilliseconds());

    /// <param name="outcome">Why nothing came of it, in words.</param>
    public async Task EndAsync(long id, IntroductionState state, string outcome, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Ended, cancellationToken, id, (int)state, outcome, now);
}
