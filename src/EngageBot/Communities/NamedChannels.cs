using System.Data;
using EngageBot.Database;

namespace EngageBot.Communities;

/// <summary>Asks the store which channels of a community moderators mean by the names and ids in their rules.</summary>
internal sealed class NamedChannels(WriteSession session)
{
    private static readonly HotSql Channels = new("SELECT id, name, platform_id FROM channels WHERE community = @community ORDER BY id", ("community", DbType.Int64));

    /// <summary>The keys of those that are meant, the oldest first.</summary>
    /// <param name="isMeant">Of a name and the platform's id.</param>
    public async Task<IReadOnlyList<long>> FindAsync(long community, Func<string, string, bool> isMeant, CancellationToken cancellationToken)
    {
        List<long> found = [];
        await using var reader = await session.ReadAsync(Channels, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (isMeant(reader.GetString(1), reader.GetString(2)))
            {
                found.Add(reader.GetInt64(0));
            }
        }

        return found;
    }

    /// <summary>The key of the first that is meant; null where none is.</summary>
    public async Task<long?> FirstAsync(long community, Func<string, string, bool> isMeant, CancellationToken cancellationToken) =>
        await FindAsync(community, isMeant, cancellationToken) is [var first, ..] ? first : null;
}
