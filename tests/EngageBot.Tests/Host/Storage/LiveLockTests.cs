using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.TestKit;

namespace EngageBot.Tests.Host.Storage;

public sealed class LiveLockTests
{
    [Fact]
    public async Task One_at_a_time_has_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var other = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        using (LiveLock.Take(database.Source))
        {
            var fault = Assert.Throws<DatabaseException>(() => LiveLock.Take(database.Source));
            Assert.StartsWith("Another EngageBot is running with the database ", fault.Message, StringComparison.Ordinal);
            Assert.Single(fault.Message.Split('\n'));
            using var free = LiveLock.Take(other.Source);
            Assert.NotNull(free);
        }

        using var again = LiveLock.Take(database.Source);
        Assert.NotNull(again);
    }
}
