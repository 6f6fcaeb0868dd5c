using EngageBot.Host.Storage;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging;

namespace EngageBot.Tests.Host.Storage;

public sealed class DatabaseWaitTests
{
    private readonly VirtualClock _clock = new(TestTime.Noon);

    [Fact]
    public async Task What_is_not_there_yet_is_waited_for_and_that_is_said()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var late = new FailingDataSource(database.Source) { FailuresLeft = 20 };
        var lines = new Lines();
        var waiting = DatabaseWait.UntilThereAsync(late, _clock, logging => logging.AddProvider(lines), CancellationToken.None);
        while (!waiting.IsCompleted)
        {
            _clock.MoveTo(_clock.GetUtcNow().AddSeconds(1));
            await Task.Yield();
        }

        await waiting;
        Assert.Equal(20, lines.Logger.Lines.Count);
        Assert.Contains("cannot be reached (The server is out of reach.); trying again in 1 s", lines.Logger.Lines.First(), StringComparison.Ordinal);
        Assert.Contains("trying again in 30 s", lines.Logger.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_never_be_let_in_is_not_waited_for()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var closed = new FailingDataSource(database.Source) { FailuresLeft = int.MaxValue, State = "28P01" };
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => DatabaseWait.UntilThereAsync(closed, _clock, _ => { }, CancellationToken.None));
    }

    private sealed class Lines : ILoggerProvider
    {
        public LineLogger<Lines> Logger { get; } = new();

        public ILogger CreateLogger(string categoryName) => Logger;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
