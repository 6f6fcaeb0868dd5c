using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.Host.Storage;

public sealed class LiveLockTests
{
    [Theory, EachEngine]
    public async Task One_at_a_time_has_it(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var other = await TestDatabase.CreateAsync(engine);
        await using (await LiveLock.TakeAsync(database.Source, CancellationToken.None))
        {
            var fault = await Assert.ThrowsAsync<DatabaseException>(() => LiveLock.TakeAsync(database.Source, CancellationToken.None));
            Assert.StartsWith("Another EngageBot is running with the database ", fault.Message, StringComparison.Ordinal);
            Assert.Single(fault.Message.Split('\n'));
            await using var free = await LiveLock.TakeAsync(other.Source, CancellationToken.None);
            Assert.NotNull(free);
        }

        await using var again = await LiveLock.TakeAsync(database.Source, CancellationToken.None);
        Assert.NotNull(again);
    }
}
