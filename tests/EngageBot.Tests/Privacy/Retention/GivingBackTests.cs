using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Host.Storage;
using EngageBot.Privacy.Retention;
using EngageBot.TestKit;

namespace EngageBot.Tests.Privacy.Retention;

/// <summary>The room of what was removed goes back to the disk.</summary>
public sealed class GivingBackTests
{
    [Fact]
    public async Task The_file_shrinks_when_texts_go_and_what_stays_is_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        await story.HappenAsync(Enumerable.Range(1, 1_000).Select(number => (ChatEvent)A.Message($"line {number} {new string('x', 9_000)}").Id(number).In("help").Build()));
        var remover = new TextRemover(database.Source, story.Book, new TextRetention());
        await remover.EmptyLogAsync(CancellationToken.None);
        var file = ((SqliteDataSource)database.Source).Path;
        var (before, steps) = (new FileInfo(file).Length, 0);
        Assert.False(await remover.GiveBackAsync(CancellationToken.None)); // Nothing is free yet.

        while (await remover.RunOnceAsync(TestTime.Noon.AddDays(15), CancellationToken.None) > 0)
        {
            // Until all have gone.
        }

        while (await remover.GiveBackAsync(CancellationToken.None))
        {
            steps++;
        }

        await remover.EmptyLogAsync(CancellationToken.None);
        Assert.True(steps > 2, $"{steps} steps");
        Assert.True(new FileInfo(file).Length < before / 2, $"{before:N0} bytes before, {new FileInfo(file).Length:N0} after");
        Assert.Equal(["ok"], await database.RowsAsync("PRAGMA integrity_check"));
        Assert.Equal(["1000 | 0"], await database.RowsAsync("SELECT COUNT(*), COUNT(text) FROM messages"));
    }
}
