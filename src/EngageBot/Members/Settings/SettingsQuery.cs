using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members.Settings;

/// <summary>Reads how a member wants it.</summary>
internal sealed class SettingsQuery(WriteSession session)
{
    private static readonly HotSql Find = new(
        $"""
        SELECT m.opted_out_at, s.helps_since, s.topics, s.own_hours, s.paused_until, s.time_zone,
            (SELECT a.is_agreed FROM agreements a WHERE a.member = m.id AND a.kind = {(int)ContactKind.YourTurn}),
            (SELECT a.is_agreed FROM agreements a WHERE a.member = m.id AND a.kind = {(int)ContactKind.Introduction}),
            (SELECT a.is_agreed FROM agreements a WHERE a.member = m.id AND a.kind = {(int)ContactKind.Round})
        FROM members m
        JOIN communities k ON k.id = m.community
        LEFT JOIN member_settings s ON s.member = m.id
        WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @member
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    /// <summary>Of somebody who is not known yet, what holds for everybody who said nothing.</summary>
    public async Task<MemberSettings> OfAsync(MemberId member, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Find, cancellationToken, (int)member.Community.Platform, member.Community.Value, member.Value);
        return !await reader.ReadAsync(cancellationToken) ? new MemberSettings() : new MemberSettings
        {
            IsLeftOut = !reader.IsDBNull(0),
            Helps = !reader.IsDBNull(1),
            Topics = reader.IsDBNull(2) ? null : reader.GetString(2),
            Hours = reader.IsDBNull(3) ? null : reader.GetString(3),
            PausedUntil = reader.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
            Zone = reader.IsDBNull(5) ? null : reader.GetString(5),
            WantsReminders = reader.IsDBNull(6) ? null : reader.GetInt64(6) != 0,
            IsIntroduced = !reader.IsDBNull(7) && reader.GetInt64(7) != 0,
            TakesPartInRounds = !reader.IsDBNull(8) && reader.GetInt64(8) != 0,
        };
    }
}
