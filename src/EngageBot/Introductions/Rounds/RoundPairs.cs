using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;

namespace EngageBot.Introductions.Rounds;

/// <summary>Asks the store which of those in a round are never to meet, and which met before.</summary>
internal sealed class RoundPairs(WriteSession session)
{
    /// <summary>Who met otherwise than in a round, or have been seen talking, met long ago.</summary>
    public const int LongAgo = 20;

    // Sharp words between them, or in one thread, are reason enough.
    private static readonly HotSql Never = new(
        $"""
        SELECT n.one, n.other FROM round_people p JOIN never_pairs n ON n.one = p.member WHERE p.round = @round
        UNION
        SELECT m.author, a.author FROM round_people p
        JOIN messages m ON m.author = p.member AND m.kind = {PostKind.Quarrel:D}
        JOIN counting_links l ON l.message = m.id
        JOIN messages a ON a.id = l.parent AND a.author <> m.author
        WHERE p.round = @round
        UNION
        SELECT m.author, a.author FROM round_people p
        JOIN messages m ON m.author = p.member AND m.kind = {PostKind.Quarrel:D}
        JOIN links l ON l.parent = m.id
        JOIN messages a ON a.id = l.message AND a.author <> m.author
        WHERE p.round = @round
        UNION
        SELECT m.author, a.author FROM round_people p
        JOIN messages m ON m.author = p.member AND m.kind = {PostKind.Quarrel:D}
        JOIN messages a ON a.channel = m.channel AND a.thread = m.thread AND a.author <> m.author
        WHERE p.round = @round
        """,
        ("round", DbType.Int64));

    private static readonly HotSql Met = new(
        $"""
        SELECT p.member, q.member, (SELECT COUNT(*) FROM rounds later JOIN rounds then_ ON then_.id = i.round
            WHERE later.community = i.community AND later.state = {RoundState.Held:D} AND later.at >= then_.at)
        FROM introductions i
        JOIN introduction_people p ON p.introduction = i.id
        JOIN introduction_people q ON q.introduction = i.id AND q.member > p.member
        WHERE i.community = @community AND i.state = {IntroductionState.Opened:D}
        UNION ALL
        SELECT n.one, n.other, 0 FROM round_people p JOIN known_pairs n ON n.one = p.member WHERE p.round = @round
        """,
        ("community", DbType.Int64),
        ("round", DbType.Int64));

    public async Task<IReadOnlyCollection<(long One, long Other)>> NeverAsync(long round, CancellationToken cancellationToken)
    {
        List<(long, long)> pairs = [];
        await using var reader = await session.ReadAsync(Never, cancellationToken, round);
        while (await reader.ReadAsync(cancellationToken))
        {
            pairs.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return pairs;
    }

    public async Task<IReadOnlyCollection<RoundMeeting>> MetAsync(long community, long round, CancellationToken cancellationToken)
    {
        List<RoundMeeting> met = [];
        await using var reader = await session.ReadAsync(Met, cancellationToken, community, round);
        while (await reader.ReadAsync(cancellationToken))
        {
            var ago = reader.GetInt64(2);
            met.Add(new RoundMeeting(reader.GetInt64(0), reader.GetInt64(1), ago == 0 ? LongAgo : (int)ago));
        }

        return met;
    }
}
