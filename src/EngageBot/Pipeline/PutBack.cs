using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;

namespace EngageBot.Pipeline;

/// <summary>After a database was restored or copied: those who were forgotten since it was written are so again, without the bot being started.</summary>
public static class PutBack
{
    /// <param name="key">With what is known of those who asked to be forgotten; it is kept apart from the database.</param>
    /// <exception cref="DatabaseException">The database was written with another key.</exception>
    public static async Task ForgetAgainAsync(DbDataSource database, ErasureKey key, CancellationToken cancellationToken)
    {
        await using var engine = new Engine(TimeProvider.System, database, RulesBook.Fixed(new CommunityRules()), isLive: true, key: key);
        await new Preparation(engine, database).StartAsync(cancellationToken);
    }
}
