using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Introductions.Proposals;

/// <summary>Writes what members decide about being introduced: only of what they were asked, and only for themselves.</summary>
internal sealed class IntroductionRecorder(WriteSession session)
{
    private static readonly HotSql AddRequest = new(
        "INSERT INTO introduction_requests (id, community, member, who, about, at) VALUES (@id, @community, @member, @who, @about, @at)",
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("member", DbType.Int64),
        ("who", DbType.Int64),
        ("about", DbType.String),
        ("at", DbType.Int64));

    private static readonly HotSql HasRequest = new(
        "SELECT 1 FROM introduction_requests WHERE member = @member AND COALESCE(who, 0) = @who AND handled_at IS NULL LIMIT 1",
        ("member", DbType.Int64),
        ("who", DbType.Int64));

    private static readonly HotSql PutAnswer = new(
        $"""
        UPDATE introduction_people SET answer = @answer, answered_at = @at
        WHERE introduction = @introduction AND member = @member AND answer IS NULL
            AND EXISTS (SELECT 1 FROM introductions i WHERE i.id = introduction_people.introduction AND i.state = {IntroductionState.Proposed:D})
            AND EXISTS (
                SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Proposal:D} AND o.subject = introduction_people.introduction
                    AND COALESCE(o.member, 0) = introduction_people.member AND o.state IN ({OutboxState.Sent:D}, {OutboxState.Claimed:D}, {OutboxState.Uncertain:D}))
        """,
        ("answer", DbType.Int32),
        ("at", DbType.Int64),
        ("introduction", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql PutOutcome = new(
        $"""
        UPDATE introduction_people SET outcome = @outcome, outcome_at = @at
        WHERE introduction = @introduction AND member = @member
            AND EXISTS (SELECT 1 FROM introductions i WHERE i.id = introduction_people.introduction AND i.state = {IntroductionState.Opened:D})
        """,
        ("outcome", DbType.Int32),
        ("at", DbType.Int64),
        ("introduction", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql PutNever = Pair("never_pairs");
    private static readonly HotSql PutKnown = Pair("known_pairs");

    private static readonly HotSql PutSkip = new(
        "UPDATE round_people SET skipped_at = COALESCE(skipped_at, @at) WHERE round = @round AND member = @member",
        ("at", DbType.Int64),
        ("round", DbType.Int64),
        ("member", DbType.Int64));

    private readonly KeySequence _requests = new("introduction_requests");

    /// <param name="with">The key of the member to whom somebody would like to be introduced.</param>
    public async ValueTask AskAsync(long community, long member, long? with, string? about, long at, CancellationToken cancellationToken)
    {
        if (with != member && await session.NumberAsync(HasRequest, cancellationToken, member, with ?? 0) is null)
        {
            await session.ExecuteAsync(AddRequest, cancellationToken, await _requests.NextAsync(session, cancellationToken), community, member, with, about, at);
        }
    }

    public async ValueTask AnswerAsync(long introduction, long member, ProposalAnswer answer, long at, CancellationToken cancellationToken)
    {
        var isFirst = await session.ExecuteAsync(PutAnswer, cancellationToken, (int)answer, at, introduction, member) > 0;
        if (isFirst && answer is ProposalAnswer.Never or ProposalAnswer.KnowEachOther)
        {
            await session.ExecuteAsync(answer == ProposalAnswer.Never ? PutNever : PutKnown, cancellationToken, introduction, member, at);
        }
    }

    public async ValueTask TellAsync(long introduction, long member, IntroductionOutcome outcome, long at, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(PutOutcome, cancellationToken, (int)outcome, at, introduction, member);

    public async ValueTask SkipAsync(long round, long member, long at, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(PutSkip, cancellationToken, at, round, member);

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget() => _requests.Forget();

    private static HotSql Pair(string table) => new(
        $"""
        INSERT INTO {table} (one, other, at)
        SELECT CASE WHEN p.member < q.member THEN p.member ELSE q.member END, CASE WHEN p.member < q.member THEN q.member ELSE p.member END, @at
        FROM introduction_people p JOIN introduction_people q ON q.introduction = p.introduction AND q.member <> p.member
        WHERE p.introduction = @introduction AND p.member = @member
        ON CONFLICT (one, other) DO NOTHING
        """,
        ("introduction", DbType.Int64),
        ("member", DbType.Int64),
        ("at", DbType.Int64));
}
