using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Privacy.Retention;

/// <summary>Removes texts that are older than they are kept. Whoever owns the clock calls <see cref="RunOnceAsync"/> until nothing is left.</summary>
internal sealed class TextRemover(DbDataSource database, RulesBook rules, TextRetention retention)
{
    /// <summary>Introductions are watched for two weeks after people found each other.</summary>
    private static readonly TimeSpan StillWatched = TimeSpan.FromDays(15);

    /// <summary>What was written before, unix milliseconds, was looked through in this round: what is left of it stays.</summary>
    private long _seenUntil;

    /// <summary>Removes some, in a small transaction.</summary>
    /// <returns>How many there were; 0 where all is done.</returns>
    public async Task<int> RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var texts = new OldTexts(session);
        var communities = await texts.CommunitiesAsync(cancellationToken);
        var before = communities.ToDictionary(community => community, community => (now - retention.Of(rules.Of(community))).ToUnixTimeMilliseconds());
        SeenTexts seen;
        do
        {
            seen = await texts.SeeAsync(_seenUntil, before, cancellationToken);
            await texts.RemoveAsync(seen.Old, cancellationToken);
            _seenUntil = seen.GoOnAt ?? 0;
        }
        while (seen is { Old.Count: 0, GoOnAt: not null });
        return seen.GoOnAt is null ? seen.Old.Count + await RemoveSaidAsync(texts, now, cancellationToken) : seen.Old.Count;
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

    private async Task<int> RemoveSaidAsync(OldTexts texts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = (now - retention.OfSaid(rules.LongestRest)).ToUnixTimeMilliseconds();
        return await texts.RemoveSaidAsync(before, Math.Min(before, (now - StillWatched).ToUnixTimeMilliseconds()), cancellationToken);
    }
}
