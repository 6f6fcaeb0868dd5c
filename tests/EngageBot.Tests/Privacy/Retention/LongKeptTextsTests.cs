using EngageBot.Communities;
using EngageBot.Privacy.Retention;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.Privacy.Retention;

/// <summary>Texts go oldest first, from all communities together; where they are kept for longer they are passed over.</summary>
public sealed class LongKeptTextsTests
{
    private const int Kept = OldTexts.AtOnce + 3;

    [Theory, EachEngine]
    public async Task Texts_that_stay_hold_up_none_that_go(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("first").Id(1).In("help"));
        await new RulesStore(database.Source, story.Book, story.Clock).ChangeAsync(TestTime.Community, rules => rules with { RestAfter = TimeSpan.FromDays(20) }, RulesStore.File, CancellationToken.None);
        await database.ExecuteAsync("INSERT INTO communities (id, platform, platform_id) VALUES (77, 1, 'other')");
        await database.ExecuteAsync("INSERT INTO channels (id, community, platform_id, name, visibility) VALUES (777, 77, 'talk', 'talk', 1)");
        var at = TestTime.Noon.AddHours(1).ToUnixTimeMilliseconds();
        await AddAsync(database, "(SELECT MIN(id) FROM channels)", from: 1_001, Kept - 1, at); // All at one moment.
        await AddAsync(database, "777", from: 900_001, 2, at + 1_000);

        var remover = new TextRemover(database.Source, story.Book, new TextRetention());
        var later = TestTime.Noon.AddDays(14).AddHours(2);
        Assert.Equal(2, await remover.RunOnceAsync(later, CancellationToken.None));
        Assert.Equal(0, await remover.RunOnceAsync(later, CancellationToken.None));
        Assert.Equal([$"{Kept}"], await database.RowsAsync("SELECT COUNT(*) FROM messages WHERE text IS NOT NULL"));

        later = TestTime.Noon.AddDays(21).AddHours(2);
        Assert.Equal(OldTexts.AtOnce, await remover.RunOnceAsync(later, CancellationToken.None));
        Assert.Equal(3, await remover.RunOnceAsync(later, CancellationToken.None));
        Assert.Equal(0, await remover.RunOnceAsync(later, CancellationToken.None));
    }

    private static Task AddAsync(TestDatabase database, string channel, int from, int count, long at) => database.ExecuteAsync(
        $"""
        WITH RECURSIVE number(n) AS (SELECT CAST(@start AS BIGINT) UNION ALL SELECT n + 1 FROM number WHERE n < @last)
        INSERT INTO messages (id, channel, number, at, traits, kind, text) SELECT n, {channel}, n, @at, 0, 0, 'words' FROM number
        """,
        new { start = (long)from, last = (long)from + count - 1, at });
}
