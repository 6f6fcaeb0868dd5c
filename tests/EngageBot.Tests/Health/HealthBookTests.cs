using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Health;

public sealed class HealthBookTests
{
    private const string All = "SELECT community, channel, code, sentence, since, solved_at FROM health ORDER BY code";

    private static readonly HealthKey Help = HealthKey.In(TestTime.Channel("help"), HealthCode.Permission);

    private readonly VirtualClock _clock = new(TestTime.Noon);
    private readonly LineLogger<HealthBook> _log = new();

    [Theory, EachEngine]
    public async Task A_condition_is_stored_and_told_once_until_it_is_solved(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var book = new HealthBook(database.Source, _clock, _log);
        await book.RaiseAsync(Help, "Give it Send Messages.", CancellationToken.None);
        Pass(10);
        await book.RaiseAsync(Help, "Give it Send Messages.", CancellationToken.None);
        await book.RaiseAsync(Help, "Give it View Channel.", CancellationToken.None);

        Assert.Equal([$"test | help | permission | Give it View Channel. | {Ms(0)} | -"], await database.RowsAsync(All));
        Assert.Equal(["Warning: File: Give it Send Messages."], _log.Lines);

        await book.ClearAsync(Help, CancellationToken.None);
        await book.ClearAsync(Help, CancellationToken.None);
        Assert.Equal([$"test | help | permission | Give it View Channel. | {Ms(0)} | {Ms(10)}"], await database.RowsAsync(All));
        Assert.Equal("Information: File: solved: Give it View Channel.", _log.Lines.Last());

        Pass(10);
        await book.RaiseAsync(Help, "Give it Send Messages.", CancellationToken.None);
        Assert.Equal([$"test | help | permission | Give it Send Messages. | {Ms(20)} | -"], await database.RowsAsync(All));
        Assert.Equal(3, _log.Lines.Count);
    }

    [Theory, EachEngine]
    public async Task The_next_process_knows_what_is_open(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var line = new HealthKey(Platform.File, HealthCode.Disconnected);
        using (var book = new HealthBook(database.Source, _clock, _log))
        {
            await book.RaiseAsync(Help, "Give it Send Messages.", CancellationToken.None);
            await book.RaiseAsync(line, "There is no connection.", CancellationToken.None);
        }

        using var next = new HealthBook(database.Source, _clock, _log);
        Assert.Equal([Help], await next.OpenAsync(TestTime.Community, CancellationToken.None));
        await next.ClearAsync(line, CancellationToken.None);
        await next.RaiseAsync(Help, "Give it Send Messages.", CancellationToken.None); // It lasts, and this process' log has not said so yet.

        Assert.Equal(Help, Assert.Single(await HealthStore.OpenAsync(database.Source, CancellationToken.None)).Key);
        Assert.Equal(2, _log.Lines.Count(line => line.EndsWith("Give it Send Messages.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_it_cannot_be_stored_the_work_goes_on()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Sqlite); // Without a table.
        using var book = new HealthBook(database.Source, _clock, _log);

        await book.RaiseAsync(Help, "Give it Send Messages.", CancellationToken.None);

        Assert.StartsWith("Warning: What keeps the bot from its work could not be stored: ", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    private static long Ms(int seconds) => TestTime.Noon.AddSeconds(seconds).ToUnixTimeMilliseconds();

    private void Pass(int seconds) => _clock.MoveTo(_clock.GetUtcNow().AddSeconds(seconds));
}
