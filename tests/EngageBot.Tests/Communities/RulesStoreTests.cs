using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.Communities;

public sealed class RulesStoreTests : IAsyncDisposable
{
    private static readonly CommunityId Here = TestTime.Community;
    private static readonly Asker Bob = new(Here, TestTime.Member("bob"), TestTime.Noon);

    private readonly VirtualClock _clock = new(TestTime.Noon);
    private TestDatabase _database = null!;
    private RulesBook _book = null!;
    private RulesStore _store = null!;

    [Theory, EachEngine]
    public async Task A_change_holds_at_once_for_its_community_alone_and_is_kept_with_who_when_and_what(TestEngine engine)
    {
        await StartAsync(engine);
        var outcome = await _store.ChangeAsync(Here, rules => rules with { AsksPerPost = 1, IgnoredChannels = ["noise"] }, "ada", CancellationToken.None);

        var changed = Assert.IsType<RulesOutcome.Changed>(outcome);
        Assert.Equal(["asksPerPost: 2 → 1", "ignoredChannels: [] → [\"noise\"]"], changed.Changes.Select(change => change.ToString()));
        Assert.Equal((1, 2), (_book.Of(Here).AsksPerPost, _book.Of(new CommunityId(Platform.Discord, "other")).AsksPerPost));
        Assert.Equal((1, 2), (_book.Of(1).AsksPerPost, _book.Of(2).AsksPerPost));
        Assert.Equal([new RulesRevision(1, "ada", TestTime.Noon, "asksPerPost: 2 → 1\nignoredChannels: [] → [\"noise\"]")], await _store.HistoryAsync(Here, 9, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Rules_that_contradict_are_refused_with_the_reason_and_the_old_ones_stay(TestEngine engine)
    {
        await StartAsync(engine);
        await _store.ChangeAsync(Here, rules => rules with { WaitAtMost = TimeSpan.FromHours(6) }, "ada", CancellationToken.None);
        var outcome = await _store.ChangeAsync(Here, rules => rules with { WaitAtLeast = TimeSpan.FromHours(7) }, "bob", CancellationToken.None);

        Assert.Contains("longer than waitAtMost", Assert.IsType<RulesOutcome.Refused>(outcome).Reason, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromMinutes(30), TimeSpan.FromHours(6)), (_book.Of(Here).WaitAtLeast, _book.Of(Here).WaitAtMost));
        Assert.Single(await _store.HistoryAsync(Here, 9, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task The_private_note_is_refused_until_moderators_agreed_with_nine_in_ten_of_twenty_whoever_asks_for_it(TestEngine engine)
    {
        await StartAsync(engine);
        Task<RulesOutcome> SwitchAsync() => _store.ChangeAsync(Here, rules => rules with { PromoterNote = true, AsksPerPost = 1 }, RulesStore.File, CancellationToken.None);
        Task DecideAsync(int from, int to, int accepted, int community = 1) => _database.ExecuteAsync(string.Join(';', Enumerable.Range(from, to - from + 1).Select(number => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"INSERT INTO promotion_queue (message, community, member, channel, reasons, queued_at, is_accepted, decided_at) VALUES ({number}, {community}, 1, 1, '', 1, {accepted}, {TestTime.Noon.ToUnixTimeMilliseconds()})"))));

        await DecideAsync(1, 17, accepted: 1);
        await DecideAsync(18, 19, accepted: 0);
        await DecideAsync(100, 120, accepted: 1, community: 2);
        Assert.Contains("promoterNote", Assert.IsType<RulesOutcome.Refused>(await SwitchAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal((false, 2), (_book.Of(Here).PromoterNote, _book.Of(Here).AsksPerPost));

        await DecideAsync(20, 20, accepted: 0);
        Assert.IsType<RulesOutcome.Refused>(await SwitchAsync()); // 17 of 20.
        await DecideAsync(21, 30, accepted: 1);
        Assert.IsType<RulesOutcome.Changed>(await SwitchAsync()); // 27 of 30.
        Assert.True(_book.Of(Here).PromoterNote);
    }

    [Theory, EachEngine]
    public async Task The_last_change_can_be_taken_back_which_is_a_change_too(TestEngine engine)
    {
        await StartAsync(engine);
        await _store.ChangeAsync(Here, rules => rules with { AsksPerPost = 1 }, "ada", CancellationToken.None);
        await _store.ChangeAsync(Here, rules => rules with { AsksPerPost = 3, Language = "de" }, "ada", CancellationToken.None);

        Assert.IsType<RulesOutcome.Overtaken>(await _store.UndoAsync(Bob, revision: 1, CancellationToken.None));
        Assert.IsType<RulesOutcome.Changed>(await _store.UndoAsync(Bob, revision: 2, CancellationToken.None));
        Assert.IsType<RulesOutcome.Overtaken>(await _store.UndoAsync(Bob, revision: 2, CancellationToken.None)); // Pressed twice.

        Assert.Equal((1, "en"), (_book.Of(Here).AsksPerPost, _book.Of(Here).Language));
        Assert.Equal(["3 bob", "2 ada", "1 ada"], (await _store.HistoryAsync(Here, 9, CancellationToken.None)).Select(one => $"{one.Revision} {one.By}"));
        Assert.Equal(["asksPerPost: 3 → 1\nlanguage: \"de\" → \"en\""], (await _store.HistoryAsync(Here, 1, CancellationToken.None)).Select(one => one.Changes));
    }

    [Theory, EachEngine]
    public async Task Many_who_change_at_once_lose_nothing(TestEngine engine)
    {
        await StartAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() =>
            _store.ChangeAsync(Here, rules => rules with { IgnoredChannels = [.. rules.IgnoredChannels, $"c{number}"] }, "ada", CancellationToken.None))));

        Assert.Equal(["c0", "c1", "c2", "c3"], _book.Of(Here).IgnoredChannels.Order(StringComparer.Ordinal));
        Assert.Equal(4, (await _store.HistoryAsync(Here, 9, CancellationToken.None)).Count);
    }

    [Theory, EachEngine]
    public async Task What_moderators_did_not_set_follows_the_configuration_and_what_they_set_does_not(TestEngine engine)
    {
        await StartAsync(engine);
        await _store.ChangeAsync(Here, rules => rules with { AsksPerPost = 1 }, "ada", CancellationToken.None);
        var later = await BookAsync(new CommunityRules { AsksPerPost = 4, BoardChannel = "new-board" });

        Assert.Equal((1, "new-board"), (later.Of(Here).AsksPerPost, later.Of(Here).BoardChannel));
    }

    [Theory, EachEngine]
    public async Task Where_the_configuration_contradicts_them_later_what_can_hold_holds(TestEngine engine)
    {
        await StartAsync(engine);
        await _store.ChangeAsync(Here, rules => rules with { WaitAtLeast = TimeSpan.FromHours(3), IgnoredChannels = ["private"] }, "ada", CancellationToken.None);
        var later = await BookAsync(new CommunityRules { WaitAtMost = TimeSpan.FromHours(2), WaitWithoutHistory = TimeSpan.FromHours(1) });

        Assert.Equal((TimeSpan.FromMinutes(30), "private"), (later.Of(Here).WaitAtLeast, Assert.Single(later.Of(Here).IgnoredChannels)));
        var (community, names) = Assert.Single(later.Unfit);
        Assert.Equal((Here, "waitAtLeast"), (community, Assert.Single(names)));
    }

    [Theory, EachEngine]
    public async Task What_another_process_changes_is_known_within_seconds(TestEngine engine)
    {
        await StartAsync(engine);
        var other = await BookAsync(new CommunityRules());
        await _store.ChangeAsync(Here, rules => rules with { AsksPerPost = 1 }, "ada", CancellationToken.None);

        await other.RefreshAsync(CancellationToken.None);
        Assert.Equal(2, other.Of(Here).AsksPerPost);
        _clock.MoveTo(_clock.GetUtcNow() + RulesBook.Fresh);
        await other.RefreshAsync(CancellationToken.None);
        Assert.Equal(1, other.Of(Here).AsksPerPost);
    }

    [Theory, EachEngine]
    public async Task Of_a_community_that_is_not_known_nothing_can_be_changed(TestEngine engine)
    {
        await StartAsync(engine);
        var nowhere = new CommunityId(Platform.Discord, "nowhere");
        Assert.IsType<RulesOutcome.Refused>(await _store.ChangeAsync(nowhere, rules => rules with { AsksPerPost = 1 }, "ada", CancellationToken.None));
        Assert.IsType<RulesOutcome.Refused>(await _store.UndoAsync(new Asker(nowhere, new MemberId(nowhere, "ada"), TestTime.Noon), 1, CancellationToken.None));
        Assert.Equal(0, await _database.CountAsync("rule_revisions"));
    }

    [Theory, EachEngine]
    public async Task Those_who_plan_are_woken_once_for_each_change_and_the_log_says_what_cannot_hold(TestEngine engine)
    {
        await StartAsync(engine);
        var (woken, log) = (0, new LineLogger<RulesWorker>());
        var later = new RulesBook(_database.Source, new CommunityRules { WaitAtMost = TimeSpan.FromHours(2), WaitWithoutHistory = TimeSpan.FromHours(1) }, _clock);
        using var worker = new RulesWorker(later, _clock, _ =>
        {
            woken++;
            return ValueTask.CompletedTask;
        }, log);
        await worker.RunOnceAsync(CancellationToken.None);
        await worker.RunOnceAsync(CancellationToken.None);
        Assert.Equal((1, 0), (woken, log.Lines.Count));

        await _store.ChangeAsync(Here, rules => rules with { WaitAtLeast = TimeSpan.FromHours(3) }, "ada", CancellationToken.None);
        _clock.MoveTo(_clock.GetUtcNow() + RulesBook.Fresh);
        await worker.RunOnceAsync(CancellationToken.None);
        Assert.Equal(2, woken);
        Assert.EndsWith("do not hold: waitAtLeast", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    private async Task StartAsync(TestEngine engine)
    {
        _database = await TestDatabase.CreateAsync(engine);
        await _database.ExecuteAsync(
            "INSERT INTO communities (id, platform, platform_id) VALUES (1, @platform, @id), (2, @platform, 'other')", new { platform = (int)Here.Platform, id = Here.Value });
        _book = await BookAsync(new CommunityRules());
        _store = new RulesStore(_database.Source, _book, _clock);
    }

    private async Task<RulesBook> BookAsync(CommunityRules defaults)
    {
        var book = new RulesBook(_database.Source, defaults, _clock);
        await book.ReloadAsync(CancellationToken.None);
        return book;
    }
}
