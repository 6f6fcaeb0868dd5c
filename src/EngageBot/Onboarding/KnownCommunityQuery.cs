using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Onboarding;

/// <summary>Asks the store how it stands with the bot's beginning in a community.</summary>
internal sealed class KnownCommunityQuery(WriteSession session)
{
    /// <summary>What is to be counted row by row takes a while.</summary>
    private static string Columns(string isCounted, string from) =>
        $"""
        SELECT k.id, k.platform, k.platform_id, COALESCE(k.seen_at, 0), k.set_up_at, k.live_since,
            CASE WHEN k.heard_at IS NOT NULL OR EXISTS (SELECT 1 FROM rule_revisions r WHERE r.community = k.id) THEN 1 ELSE 0 END,
            CASE WHEN {isCounted} THEN {CommunitySize.Sql} ELSE 0 END,
            COALESCE(k.reads_content, 1), COALESCE(k.unreadable, ''),
            (SELECT COUNT(*) FROM channels c WHERE c.community = k.id AND c.visibility = 1),
            (SELECT COUNT(*) FROM channels c WHERE c.community = k.id AND c.visibility = 2),
            CASE WHEN {isCounted} THEN (
                SELECT COUNT(*) FROM members m JOIN member_settings s ON s.member = m.id AND s.helps_since IS NOT NULL WHERE m.community = k.id AND m.is_bot = 0 AND m.opted_out_at IS NULL) ELSE 0 END,
            (SELECT MIN(first.at) FROM (SELECT (SELECT MIN(m.at) FROM messages m WHERE m.channel = c.id) AS at FROM channels c WHERE c.community = k.id AND c.visibility = 1) first)
        FROM {from} k
        """;

    // Only those about which there is something to say yet: this is asked all the time, and the report may be waited for long.
    private static readonly HotSql New = new(
        $"""
        {Columns($"@kind = {OutboxKind.Joined:D}", "own_communities")}
        WHERE k.seen_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = @kind AND o.subject = k.id)
            AND (@kind <> {OutboxKind.Joined:D} OR (k.live_since IS NULL AND k.heard_at IS NULL))
            AND (@kind <> {OutboxKind.Report:D} OR k.set_up_at IS NOT NULL OR k.heard_at IS NOT NULL
                OR EXISTS (SELECT 1 FROM outbox j WHERE j.kind = {OutboxKind.Joined:D} AND j.subject = k.id))
        ORDER BY k.id
        """,
        ("kind", DbType.Int32));

    private static readonly HotSql One = new(
        $"{Columns("1 = 1", "communities")} WHERE k.platform = @platform AND k.platform_id = @id",
        ("platform", DbType.Int32),
        ("id", DbType.String));

    private static readonly HotSql IsToHear = new(
        $"""
        SELECT 1 FROM communities k
        WHERE k.platform = @platform AND k.platform_id = @id AND k.seen_at IS NOT NULL AND k.heard_at IS NULL AND k.set_up_at IS NULL AND k.live_since IS NULL
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Joined:D} AND o.subject = k.id)
        """,
        ("platform", DbType.Int32),
        ("id", DbType.String));

    private static readonly HotSql Moderators = new(
        "SELECT c.platform_id FROM communities k JOIN channels c ON c.id = k.moderators_channel WHERE k.platform = @platform AND k.platform_id = @id",
        ("platform", DbType.Int32),
        ("id", DbType.String));

    private static readonly HotSql Troubles = new(
        "SELECT sentence FROM health WHERE platform = @platform AND solved_at IS NULL AND (community = @community OR community = '') ORDER BY since LIMIT 3",
        ("platform", DbType.Int32),
        ("community", DbType.String));

    /// <summary>The communities that the bot came to and to whose moderators nothing of a form was said. For all but the first words their people are not counted.</summary>
    public async Task<IReadOnlyList<KnownCommunity>> WithoutAsync(OutboxKind kind, CancellationToken cancellationToken)
    {
        List<KnownCommunity> communities = [];
        await using var reader = await session.ReadAsync(New, cancellationToken, (int)kind);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add(Read(reader));
        }

        return communities;
    }

    public async Task<KnownCommunity?> FindAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(One, cancellationToken, (int)community.Platform, community.Value);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>What keeps the bot from its work there, in sentences.</summary>
    public async Task<IReadOnlyList<string>> TroublesAsync(CommunityId community, CancellationToken cancellationToken)
    {
        List<string> sentences = [];
        await using var reader = await session.ReadAsync(Troubles, cancellationToken, (int)community.Platform, community.Value);
        while (await reader.ReadAsync(cancellationToken))
        {
            sentences.Add(reader.GetString(0));
        }

        return sentences;
    }

    /// <summary>Whether nobody who manages the community was told yet what the bot does there.</summary>
    public async Task<bool> IsToHearAsync(CommunityId community, CancellationToken cancellationToken) =>
        await session.NumberAsync(IsToHear, cancellationToken, (int)community.Platform, community.Value) is not null;

    /// <summary>The id of the channel in which moderators hear from the bot where the rules name none; null where none is known.</summary>
    public async Task<string?> ModeratorsAsync(CommunityId community, CancellationToken cancellationToken) =>
        await session.TextAsync(Moderators, cancellationToken, (int)community.Platform, community.Value);

    private static KnownCommunity Read(DbDataReader reader) => new()
    {
        Key = reader.GetInt64(0),
        Id = new CommunityId((Platform)reader.GetInt32(1), reader.GetString(2)),
        SeenAt = reader.GetInt64(3),
        SetUpAt = reader.IsDBNull(4) ? null : reader.GetInt64(4),
        IsLive = !reader.IsDBNull(5),
        IsMet = reader.GetInt32(6) == 1,
        People = reader.GetInt64(7),
        ReadsContent = reader.GetInt32(8) == 1,
        Unreadable = reader.GetString(9).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Channels = (reader.GetInt64(10), reader.GetInt64(11)),
        Helpers = reader.GetInt64(12),
        OldestAt = reader.IsDBNull(13) ? null : reader.GetInt64(13),
    };
}
