using System.Data;
using EngageBot.Database;

namespace EngageBot.Why;

/// <summary>Which moderator looked at the log, and when.</summary>
internal sealed class LogLooks(WriteSession session)
{
    private static readonly HotSql Add = new(
        "INSERT INTO log_looks (id, community, member, about, at) VALUES (@id, @community, @member, @about, @at)",
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("member", DbType.Int64),
        ("about", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql Last = new(
        $"{Columns} WHERE k.platform = @platform AND k.platform_id = @community AND w.platform_id = @member ORDER BY l.id DESC LIMIT 1",
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    private static readonly HotSql Find = new(
        $"{Columns} WHERE k.platform = @platform AND k.platform_id = @community AND w.platform_id = @member AND l.id = @id",
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String),
        ("id", DbType.Int64));

    private const string Columns =
        "SELECT l.id, l.community, l.about, l.at FROM log_looks l JOIN communities k ON k.id = l.community JOIN members w ON w.id = l.member";

    private readonly KeySequence _keys = new("log_looks");

    /// <param name="about">Whose messages; null for everybody's.</param>
    public async ValueTask AddAsync(long community, long member, long? about, long at, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Add, cancellationToken, await _keys.NextAsync(session, cancellationToken), community, member, about, at);

    /// <summary>A moderator's own look: the last one, or that of a number; null where there is none.</summary>
    public async Task<LogLook?> FindAsync(Chat.MemberId moderator, long? id, CancellationToken cancellationToken)
    {
        var (platform, community) = ((int)moderator.Community.Platform, moderator.Community.Value);
        await using var reader = id is null
            ? await session.ReadAsync(Last, cancellationToken, platform, community, moderator.Value)
            : await session.ReadAsync(Find, cancellationToken, platform, community, moderator.Value, id.Value);
        return await reader.ReadAsync(cancellationToken)
            ? new LogLook { Id = reader.GetInt64(0), Community = reader.GetInt64(1), About = reader.IsDBNull(2) ? null : reader.GetInt64(2), At = reader.GetInt64(3) }
            : null;
    }
}
