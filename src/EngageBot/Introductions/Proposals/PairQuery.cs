using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>Asks the store whether two members may be introduced to each other, and whether one of them had his share of late.</summary>
internal sealed class PairQuery(WriteSession session)
{
    private const long Day = 86_400_000;

    /// <summary>A no to somebody is asked about again only after so long.</summary>
    private const long Rest = 180 * Day;

    /// <summary>Nobody is in more than one introduction that he did not ask for in so long.</summary>
    private const long Share = 14 * Day;

    /// <summary>Who wrote so shortly before or after sharp words was there.</summary>
    private const long SameMoment = 600_000;

    private static readonly HotSql MayMeet = new(
        $"""
        SELECT 1 FROM members a JOIN members b ON b.id = @other AND b.community = a.community
        WHERE a.id = @one AND a.is_bot = 0 AND b.is_bot = 0 AND a.opted_out_at IS NULL AND b.opted_out_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM never_pairs n WHERE n.one IN (@one, @other) AND n.other IN (@one, @other))
            AND NOT EXISTS (SELECT 1 FROM known_pairs n WHERE n.one IN (@one, @other) AND n.other IN (@one, @other))
            AND NOT EXISTS (
                SELECT 1 FROM introduction_people p JOIN introduction_people q ON q.introduction = p.introduction AND q.member = @other
                JOIN introductions i ON i.id = p.introduction
                WHERE p.member = @one AND (i.state <> {IntroductionState.Ended:D} OR i.planned_at > @since))
        """,
        ("one", DbType.Int64),
        ("other", DbType.Int64),
        ("since", DbType.Int64));

    // A reply between them, one thread, or one moment.
    private static readonly HotSql Quarrelled = new(
        $"""
        SELECT 1 FROM messages m
        WHERE m.author IN (@one, @other) AND m.kind = {PostKind.Quarrel:D} AND (
            EXISTS (SELECT 1 FROM counting_links l JOIN messages p ON p.id = l.parent WHERE l.message = m.id AND p.author IN (@one, @other) AND p.author <> m.author)
            OR EXISTS (SELECT 1 FROM links l JOIN messages p ON p.id = l.message WHERE l.parent = m.id AND p.author IN (@one, @other) AND p.author <> m.author)
            OR EXISTS (SELECT 1 FROM messages p WHERE p.channel = m.channel AND p.thread = m.thread AND p.author IN (@one, @other) AND p.author <> m.author)
            OR EXISTS (
                SELECT 1 FROM messages p
                WHERE p.channel = m.channel AND p.at BETWEEN m.at - {SameMoment} AND m.at + {SameMoment} AND p.author IN (@one, @other) AND p.author <> m.author))
        LIMIT 1
        """,
        ("one", DbType.Int64),
        ("other", DbType.Int64));

    private static readonly HotSql Replies = new(
        """
        SELECT CASE WHEN SUM(l.probability) >= 1 THEN 1 ELSE 0 END
        FROM messages m JOIN counting_links l ON l.message = m.id JOIN messages p ON p.id = l.parent
        WHERE m.author IN (@one, @other) AND p.author IN (@one, @other) AND p.author <> m.author
        """,
        ("one", DbType.Int64),
        ("other", DbType.Int64));

    private static readonly HotSql IsBusy = new(
        $"""
        SELECT 1 FROM introduction_people p JOIN introductions i ON i.id = p.introduction
        WHERE p.member = @member AND i.occasion <> {IntroductionOccasion.Round:D} AND (i.state = {IntroductionState.Proposed:D} OR i.planned_at > @since) LIMIT 1
        """,
        ("member", DbType.Int64),
        ("since", DbType.Int64));

    /// <summary>Nothing that anybody said, or that happened, is against it.</summary>
    public async Task<bool> MayMeetAsync(long one, long other, long now, CancellationToken cancellationToken) =>
        one != other
        && await session.NumberAsync(MayMeet, cancellationToken, one, other, now - Rest) is not null
        && await session.NumberAsync(Quarrelled, cancellationToken, one, other) is null;

    /// <summary>They were seen replying to each other, ever.</summary>
    public async Task<bool> HaveTalkedAsync(long one, long other, CancellationToken cancellationToken) => await session.NumberAsync(Replies, cancellationToken, one, other) == 1;

    public async Task<bool> HadHisShareAsync(long member, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(IsBusy, cancellationToken, member, now - Share) is not null;
}
