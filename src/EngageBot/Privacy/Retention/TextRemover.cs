using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Privacy.Retention;

/// <summary>Removes texts that are older than they are kept. Whoever owns the clock calls <see cref="RunOnceAsync"/> until nothing is left.</summary>
internal sealed class TextRemover(DbDataSource database, RulesBook rules, TextRetention retention)
{
    /// <summary>Introductions are watched for two weeks after people found each other.</summary>
    private static readonly TimeSpan StillWatched = TimeSpan.FromDays(15);

    /// <summary>Removes some, in a small transaction.</summary>
    /// <returns>How many there were; 0 where all is done.</returns>
    public async Task<int> RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var texts = new OldTexts(session);
        List<OldText> old = [];
        foreach (var community in await texts.CommunitiesAsync(cancellationToken))
        {
            if (old.Count < OldTexts.AtOnce)
            {
                old.AddRange(await texts.FindAsync(community, (now - retention.Of(rules.Of(community))).ToUnixTimeMilliseconds(), OldTexts.AtOnce - old.Count, cancellationToken));
            }
        }

        await texts.RemoveAsync(old, cancellationToken);
        if (old.Count == OldTexts.AtOnce)
        {
            return old.Count; // There are more.
        }

        var before = (now - retention.OfSaid(rules.LongestRest)).ToUnixTimeMilliseconds();
        return old.Count + await texts.RemoveSaidAsync(before, Math.Min(before, (now - StillWatched).ToUnixTimeMilliseconds()), cancellationToken);
    }

    /// <summary>The room in which it stood goes back to the disk, some at a time.</summary>
    /// <returns>Whether there is more.</returns>
    public async Task<bool> GiveBackAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await SqlDialect.GiveBackAsync(connection, cancellationToken);
    }

    /// <summary>What was removed still stands in SQLite's log of what was written. Nobody who writes waits for this: where somebody reads just now it is left for the next time.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await SqlDialect.EmptyLogSoonAsync(connection, cancellationToken);
    }
}
