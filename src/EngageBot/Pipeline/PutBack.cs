using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;

namespace EngageBot.Pipeline;

/// <summary>Forgets people in a database that no bot works with: who asked whoever runs it; and after it was restored or copied those who were forgotten since it was written.</summary>
public static class PutBack
{
    /// <param name="member">Of any community: he is forgotten in all of his platform.</param>
    /// <exception cref="DatabaseException">The database was written with another key.</exception>
    public static Task ForgetAsync(DbDataSource database, ErasureKey key, MemberId member, CancellationToken cancellationToken)
    {
        key.Add(key.HmacOf(member));
        return ForgetAgainAsync(database, key, cancellationToken);
    }

    /// <param name="key">With what is known of those who asked to be forgotten; it is kept apart from the database.</param>
    /// <exception cref="DatabaseException">The database was written with another key.</exception>
    public static async Task ForgetAgainAsync(DbDataSource database, ErasureKey key, CancellationToken cancellationToken)
    {
        await using var engine = new Engine(TimeProvider.System, database, RulesBook.Fixed(new CommunityRules()), isLive: true, key: key);
        await new Preparation(engine, database).StartAsync(cancellationToken);
    }
}
