using EngageBot.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

public sealed class KeySequenceTests
{
    [Theory, EachEngine]
    public async Task Keys_follow_the_highest_that_is_stored(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await database.ExecuteAsync("INSERT INTO communities (id, platform, platform_id) VALUES (41, 1, 'c')");
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var keys = new KeySequence("communities", atOnce: 10);

        Assert.Equal([42, 43, 44], await TakeAsync(keys, session, 3));
        Assert.Equal(1_000, await keys.NextAsync(session, atLeast: 1_000, CancellationToken.None));
        Assert.Equal(1_001, await keys.NextAsync(session, CancellationToken.None));
    }

    [PostgresFact]
    public async Task Two_processes_never_hand_out_the_same_key_and_neither_waits_for_the_others_transaction()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        await using var one = new WriteSession(database.Source);
        await using var other = new WriteSession(database.Source);
        await one.BeginAsync(CancellationToken.None);
        await other.BeginAsync(CancellationToken.None);
        var (ofOne, ofOther) = (new KeySequence("messages", atOnce: 5), new KeySequence("messages", atOnce: 5));

        var keys = await TakeAsync(ofOne, one, 7);
        keys.AddRange(await TakeAsync(ofOther, other, 7));

        Assert.Equal(14, keys.Distinct().Count());
    }

    [PostgresFact]
    public async Task Who_takes_over_goes_on_above_all_that_was_handed_out()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var (before, after) = (new KeySequence("messages", atOnce: 100), new KeySequence("messages", atOnce: 100));
        _ = await TakeAsync(after, session, 1);
        var last = (await TakeAsync(before, session, 3))[^1];

        after.Forget();

        Assert.True(await after.NextAsync(session, CancellationToken.None) > last);
    }

    private static async Task<List<long>> TakeAsync(KeySequence keys, WriteSession session, int count)
    {
        List<long> taken = [];
        for (var at = 0; at < count; at++)
        {
            taken.Add(await keys.NextAsync(session, CancellationToken.None));
        }

        return taken;
    }
}
