using System.Text;
using System.Text.Json;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Outbox;
using EngageBot.Pipeline;
using EngageBot.Privacy;
using EngageBot.ReplyGraph;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using static EngageBot.Tests.Privacy.HisLife;
using static EngageBot.Tests.Privacy.HisTraces;

namespace EngageBot.Tests.Privacy;

/// <summary>Somebody asks to be forgotten, or what is known of him: from the command to the last byte of the database.</summary>
public sealed class ForgetTests
{
    /// <summary>Here a row stays that says of somebody, nobody knows of whom, that the bot said something to him.</summary>
    private static readonly string[] AreSomeones = ["members", "outbox", "nudges", "introductions", "introduction_people"];

    [Theory, EachEngine]
    public async Task Who_is_forgotten_is_so_in_every_table_and_every_byte_and_stays_so(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);
        await AssertEverywhereAsync(database);
        var key = await KeyAsync(database);
        var days = await database.RowsAsync($"SELECT DISTINCT channel, at / 86400000 FROM messages WHERE author = {key}");
        Assert.Contains(key, await FiguredAsync(database));
        Assert.Contains(story.Platform.Standing, sent => sent.Text.Contains(Word, StringComparison.Ordinal) && sent.To == TestTime.Member("kim"));
        Assert.Contains(story.Platform.Standing, sent => sent.Text.Contains(Word, StringComparison.Ordinal) && sent.To is null);

        await ForgetAsync(story);

        Assert.DoesNotContain(key, await FiguredAsync(database));
        Assert.Empty((await database.RowsAsync("SELECT channel, day FROM figure_days")).Intersect(days));
        await AssertNothingAsync(story);
        foreach (var table in PersonalTables.All.Where(table => !AreSomeones.Contains(table.Name)))
        {
            Assert.Equal((table.Name, 0), (table.Name, await RowsOfAsync(database, table, key)));
        }

        await story.PassAsync(5);
        Assert.Empty(story.Platform.Standing.Where(sent => HisTraces.All.Any(trace => sent.Text.Contains(trace, StringComparison.Ordinal))).Select(sent => sent.Text));
        Assert.Equal(["1"], await database.RowsAsync($"SELECT COUNT(*) FROM members WHERE opted_out_at IS NOT NULL AND platform_id LIKE '{ErasureKey.Prefix}%'"));
        Assert.Contains("@someone, did the @someone way help? Thanks someone!", await database.RowsAsync("SELECT text FROM messages WHERE number = 3"));
        Assert.Contains("2 | 1", await database.RowsAsync("SELECT m.number, p.number FROM links l JOIN messages m ON m.id = l.message JOIN messages p ON p.id = l.parent WHERE l.parent <> l.message AND m.number = 2"));

        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.DoesNotContain(key, await FiguredAsync(database));
        await story.RestartAsync();
        await HistoryAsync(story, again: true);
        await story.HearAsync(RightsOf(Id), "file");
        await story.HappenAsync(new MessageEdited(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Id = new MessageId(3), Text = $"<@{Id}>, or <@!{Id}>?" });
        await AssertNothingAsync(story);
        Assert.Equal(["- | -"], await database.RowsAsync("SELECT author, text FROM messages WHERE number = 52"));
    }

    [Theory, EachEngine]
    public async Task Who_was_forgotten_stays_so_in_an_older_database_and_takes_part_again_when_he_says_so(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);
        await ForgetAsync(story);

        // As in a backup of before: he has his row, and nothing says that he asked to be forgotten but the file with the key.
        await database.ExecuteAsync("DELETE FROM erasures");
        await database.ExecuteAsync($"UPDATE members SET platform_id = '{Id}', name = '{Name}', opted_out_at = NULL WHERE platform_id LIKE '{ErasureKey.Prefix}%'");
        await story.RestartAsync();
        Assert.Empty(await database.RowsAsync($"SELECT id FROM members WHERE platform_id = '{Id}' OR opted_out_at IS NULL AND name = '{Name}'"));

        Assert.IsType<CommandReply.Says>(await story.TypeAsync(Id, "optin"));
        await story.WriteAsync(A.Message("I am back").Id(60).By(Id).In("help"));
        Assert.Equal([$"{Id} | I am back"], await database.RowsAsync("SELECT w.platform_id, m.text FROM messages m JOIN members w ON w.id = m.author WHERE m.number = 60"));
        Assert.Empty(story.Key.Erased);
    }

    [Fact]
    public async Task An_older_file_of_the_database_forgets_before_anything_is_heard_and_a_copy_alone_says_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-test-").FullName;
        try
        {
            await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
            await using var story = await LifeAsync(database);
            await database.ExecuteAsync($"VACUUM INTO '{Path.Combine(folder, "older.db")}'");
            await ForgetAsync(story);
            await using var older = new SqliteDataSource(Path.Combine(folder, "older.db"));
            Assert.NotEmpty(await InFilesAsync(older));

            await using var engine = new Engine(story.Clock, older, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true, key: story.Key);
            await new Preparation(engine, older).StartAsync(CancellationToken.None);
            Assert.Empty(await InFilesAsync(older));

            // Whoever has the file and not the key cannot go on with it, nor find out who it was.
            await using var stranger = new Engine(story.Clock, older, RulesBook.Fixed(new CommunityRules()), ResolverKind.Rules, isLive: true, key: ErasureKey.InMemory());
            await Assert.ThrowsAsync<DatabaseException>(() => stranger.PrepareAsync(CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, EachEngine]
    public async Task What_others_wrote_and_what_was_said_to_others_names_him_no_more(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);
        const string Words = $"ask {Name}, or <@{Id}>";
        foreach (var row in (string[])
        [
            "outbox (id, community, kind, channel, subject, text, revision, state, reason, outcome, picture_alt, meeting, planned_at, expires_at, attempts) SELECT 900, k.id, 12, 1, 900, @words, 1, 5, @words, @words, @words, @words, 0, 0, 0",
            "introductions (id, community, occasion, state, topics, about, channel, planned_at, outcome) SELECT 900, k.id, 1, 4, '', @words, 1, 0, @words",
            "introduction_requests (id, community, member, about, at, handled_at) SELECT 900, k.id, w.id, @words, 0, 0",
            "promotion_queue (message, community, member, channel, reasons, queued_at) SELECT 900, k.id, w.id, 1, @words, 0",
            "rule_revisions (id, community, revision, rules, changed_by, changed_at, changes) SELECT 900, k.id, 900, @rules, 'kim', 0, @words",
        ])
        {
            await database.ExecuteAsync($"INSERT INTO {row} FROM communities k JOIN members w ON w.community = k.id AND w.platform_id = 'kim'", new { words = Words, rules = $$"""{"HelperRole":"{{Name}}"}""" });
        }

        var key = await KeyAsync(database);
        await database.ExecuteAsync("UPDATE nudges SET topics = 'clocks', reason = 'He knows clocks.'");
        await database.ExecuteAsync("UPDATE introduction_people SET post = 1");
        await ForgetAsync(story);
        await AssertNothingAsync(story);
        Assert.Equal(["ask someone, or someone | ask someone, or someone"], (await database.RowsAsync("SELECT about, outcome FROM introductions WHERE id = 900")).Select(row => row.Replace("@", string.Empty, StringComparison.Ordinal)));
        Assert.Empty(await database.RowsAsync($"SELECT topics, reason FROM nudges WHERE member = {key} AND (topics IS NOT NULL OR reason <> '')"));
        Assert.Empty(await database.RowsAsync($"SELECT post FROM introduction_people WHERE member = {key} AND post IS NOT NULL"));
    }

    [Theory, EachEngine]
    public async Task Who_was_forgotten_is_nobody_also_in_a_community_that_he_comes_to_later(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);
        await ForgetAsync(story);
        var other = new CommunityId(TestTime.Community.Platform, "other");
        var hall = new ChannelId(other, "hall");
        await story.HappenAsync(
            new ChannelSeen(other, story.Clock.GetUtcNow(), hall) { Name = "hall", Visibility = ChannelVisibility.Everyone },
            new MessageCreated(other, story.Clock.GetUtcNow()) { Channel = hall, Id = new MessageId(70), Author = new MemberId(other, Id), Text = $"here I am, says the one of {Word}" });
        await AssertNothingAsync(story);
        Assert.Equal(["- | -"], await database.RowsAsync("SELECT author, text FROM messages WHERE number = 70"));
    }

    [Theory, EachEngine]
    public async Task Every_table_is_known_to_hold_something_of_people_or_to_hold_nothing(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var known = PersonalTables.All.Select(table => table.Name).Concat(PersonalTables.WithoutPeople.Keys).ToList();
        var tables = (await TablesAsync(database)).Select(column => column.Table).Distinct().ToList();
        Assert.Empty(tables.Except(known).Select(table => $"{table} is not in Privacy/PersonalTables.cs: who is forgotten is not erased from it"));
        Assert.Empty(known.Except(tables));
        Assert.Empty(known.GroupBy(table => table).Where(table => table.Count() > 1).Select(table => table.Key));

        string[] people = ["member", "author", "changed_by", "about", "other", "first", "second"];
        Assert.Empty((await TablesAsync(database))
            .Where(column => people.Contains(column.Column) && PersonalTables.WithoutPeople.ContainsKey(column.Table))
            .Select(column => $"{column.Table}.{column.Column} is a member's: the table holds something of people"));
    }

    [Theory, EachEngine]
    public async Task The_export_is_what_is_stored_of_him_and_nothing_of_a_channel_that_he_cannot_read(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);

        using var open = JsonDocument.Parse(await ExportAsync(story));
        var community = open.RootElement.GetProperty("communities")[0];
        Assert.Equal(PersonalTables.All.Select(table => table.Name), community.EnumerateObject().Skip(1).Select(table => table.Name));
        Assert.All(PersonalTables.All, table => Assert.NotEqual(0, community.GetProperty(table.Name).GetArrayLength()));
        Assert.Contains(Word, community.GetProperty("messages")[0].GetProperty("text").GetString(), StringComparison.Ordinal);

        story.Platform.Access[(TestTime.Member(Id), TestTime.Channel("help"))] = ReadAccess.Cannot;
        var closed = Encoding.UTF8.GetString((await ExportAsync(story)).Span);
        Assert.Contains(Word, closed, StringComparison.Ordinal);
        Assert.DoesNotContain("\"help\"", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("how do I open", closed, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task The_export_says_nothing_of_what_others_want_or_decided_nor_what_was_never_said(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);
        var (him, kim) = (await KeyAsync(database), (await database.RowsAsync("SELECT id FROM members WHERE platform_id = 'kim'"))[0]);
        await database.ExecuteAsync($"INSERT INTO introduction_requests (id, community, member, who, about, at, handled_at) SELECT 70, id, {kim}, {him}, 'kims wish', 1, 1 FROM communities");
        await database.ExecuteAsync("INSERT INTO introductions (id, community, occasion, state, topics, about, channel, planned_at, ended_at, outcome) SELECT 70, id, 1, 4, '', 'kims words', 1, 1, 1, 'kim said no' FROM communities");
        await database.ExecuteAsync($"INSERT INTO introduction_people (introduction, place, member, answer) VALUES (70, 0, {him}, 1)");
        await database.ExecuteAsync($"INSERT INTO introduction_people (introduction, place, member, answer) VALUES (70, 1, {kim}, 4)");
        await database.ExecuteAsync($"INSERT INTO never_pairs (one, other, at) VALUES ({him}, {kim}, 77)");
        foreach (var (number, kind) in ((int, OutboxKind)[])[(70, OutboxKind.Proposal), (71, OutboxKind.Ask)])
        {
            await database.ExecuteAsync($"INSERT INTO outbox (id, community, kind, channel, member, subject, text, revision, state, reason, outcome, planned_at, expires_at, attempts) SELECT {number}, id, {kind:D}, 1, {him}, {number}, 'never said', 1, 5, '', '{kind} ended', 1, 1, 0 FROM communities");
        }

        var export = Encoding.UTF8.GetString((await ExportAsync(story)).Span);
        Assert.All((string[])["kims wish", "kims words", "kim said no", "never said", "Proposal ended", "1970-01-01T00:00:00.077"], hidden => Assert.DoesNotContain(hidden, export, StringComparison.Ordinal));
        Assert.Contains("Ask ended", export, StringComparison.Ordinal);
        Assert.DoesNotContain("\"kim\"", export, StringComparison.Ordinal);
    }

    private static async Task<ReadOnlyMemory<byte>> ExportAsync(LiveStory story) =>
        Assert.IsType<CommandReply.Says>(await story.TypeAsync(Id, "privacy", options: new Dictionary<string, string> { ["action"] = "export" })).File!.Bytes;

    private static async Task ForgetAsync(LiveStory story)
    {
        var asked = Assert.IsType<CommandReply.Says>(await story.TypeAsync(Id, "privacy", options: new Dictionary<string, string> { ["action"] = "forget" }));
        Assert.IsType<CommandReply.Replaces>(await story.PressAsync(Id, Assert.Single(asked.Buttons).Id));
    }

    private static async Task AssertNothingAsync(LiveStory story)
    {
        foreach (var table in (await TablesAsync(story.Database)).Select(column => column.Table).Distinct())
        {
            var rows = await story.Database.RowsAsync($"SELECT * FROM {table}");
            Assert.Empty(rows.Where(row => HisTraces.All.Any(trace => row.Contains(trace, StringComparison.OrdinalIgnoreCase))).Select(row => $"{table}: {row}"));
        }

        if (story.Database.Source is SqliteDataSource file)
        {
            Assert.Empty(await InFilesAsync(file));
        }

        Assert.DoesNotContain(story.Journal.Lines, line => HisTraces.All.Any(trace => line.Contains(trace, StringComparison.OrdinalIgnoreCase)));
    }

}
