using System.Data;
using EngageBot.Database;

namespace EngageBot.Stats;

/// <summary>Cuts a scope into stretches of whole days with some 50,000 messages each, so that what is read at once does not grow with the history.</summary>
internal static class Stretches
{
    private const long Day = 86_400_000;
    private const long Messages = 50_000;

    private static readonly HotSql PerDay = new(
        """
        SELECT m.at / 86400000 AS day, COUNT(*)
        FROM channels c JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at <= @to
        WHERE c.community = @community
        GROUP BY m.at / 86400000
        ORDER BY day
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("to", DbType.Int64));

    /// <returns>Each from its first moment, taken in, to its last, left out.</returns>
    public static async Task<IReadOnlyList<(long From, long Until)>> OfAsync(WriteSession session, Scope scope, CancellationToken cancellationToken)
    {
        List<(long From, long Until)> stretches = [];
        var (from, messages) = (scope.From, 0L);
        await using var reader = await session.ReadAsync(PerDay, cancellationToken, scope.Community, scope.From, scope.To);
        while (await reader.ReadAsync(cancellationToken))
        {
            messages += reader.GetInt64(1);
            if (messages >= Messages)
            {
                var end = Math.Min((reader.GetInt64(0) + 1) * Day, scope.To + 1);
                stretches.Add((from, end));
                (from, messages) = (end, 0);
            }
        }

        if (messages > 0)
        {
            stretches.Add((from, scope.To + 1));
        }

        return stretches;
    }
}
