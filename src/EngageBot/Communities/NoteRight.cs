using System.Data.Common;
using Dapper;

namespace EngageBot.Communities;

/// <summary>
/// Whether moderators agreed with the queue often enough that authors may be told something in private: with nine in ten of at least twenty posts about which they decided in half a year.
/// Until then moderators see everything themselves and nobody is written to.
/// </summary>
internal static class NoteRight
{
    public const int Fewest = 20;

    /// <summary>What was decided longer ago is forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(180);

    public static bool IsEarned(long decided, long accepted) => decided >= Fewest && accepted * 10 >= decided * 9;

    /// <param name="community">The community's key.</param>
    public static async Task<bool> IsEarnedAsync(DbConnection connection, long community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (decided, accepted) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            """
            SELECT COUNT(*), COUNT(CASE WHEN is_accepted = 1 THEN 1 END) FROM promotion_queue
            WHERE community = @community AND is_accepted IS NOT NULL AND decided_at > @since AND decided_at <= @now
            """,
            new { community, since = (now - Memory).ToUnixTimeMilliseconds(), now = now.ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
        return IsEarned(decided, accepted);
    }
}
