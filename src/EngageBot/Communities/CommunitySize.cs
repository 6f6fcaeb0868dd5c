using System.Data;
using EngageBot.Database;

namespace EngageBot.Communities;

/// <summary>
/// The one answer to how many people a community has, for all that goes by its size: the platform's own count where it tells one, else those who are known and have not left.
/// </summary>
internal static class CommunitySize
{
    /// <summary>Of a community <c>k</c>.</summary>
    public const string Sql = "COALESCE(k.people, (SELECT COUNT(*) FROM members known WHERE known.community = k.id AND known.is_bot = 0 AND known.left_at IS NULL))";

    /// <summary>The same as far as it matters: to count hundreds of thousands takes a while, and nothing depends on how far above 10,000 it is.</summary>
    public const string AsFarAsItMatters =
        """
        COALESCE(k.people, (SELECT COUNT(*) FROM (SELECT 1 AS one FROM members known WHERE known.community = k.id AND known.is_bot = 0 AND known.left_at IS NULL LIMIT 10001) counted))
        """;

    private static readonly HotSql Size = new($"SELECT {AsFarAsItMatters} FROM communities k WHERE k.id = @community", ("community", DbType.Int64));

    /// <summary>As far as it matters.</summary>
    /// <param name="community">By its key.</param>
    public static async ValueTask<long> OfAsync(WriteSession session, long community, CancellationToken cancellationToken) =>
        await session.NumberAsync(Size, cancellationToken, community) ?? 0;
}
