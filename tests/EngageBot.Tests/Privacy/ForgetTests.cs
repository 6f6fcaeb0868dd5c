using System.Text;
using System.Text.Json;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Privacy;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.Privacy;

/// <summary>Somebody asks to be forgotten, or what is known of him: from the command to the last byte of the database.</summary>
public sealed class ForgetTests
{
    private const string Id = "U4711ADA";
    private const string Name = "Ada Lovelace-Byron";

    /// <summary>What only he wrote.</summary>
    private const string Word = "zanzibar";

    /// <summary>Here a row stays that says of somebody, nobody knows of whom, that the bot said something to him.</summary>
    private static readonly string[] AreSomeones = ["members", "outbox", "nudges", "introductions", "introduction_people"];

    private static readonly string[] Traces = [Id, Name, Word, "adas-own.example"];

    [Theory, EachEngine]
    public async Task Who_is_forgotten_is_so_in_every_table_and_every_byte_and_stays_so(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LifeAsync(database);
        foreach (var table in PersonalTables.All)
        {
            Assert.True(await RowsOfAsync(database, table, await KeyAsync(database)) > 0, $"The story leaves nothing of the member in {table.Name}: the test would not see whether it is erased.");
        }

        var key = await KeyAsync(database);
        Assert.Contains(story.Platform.Standing, sent => sent.Text.Contains(Word, StringComparison.Ordinal) && sent.To == TestTime.Member("kim"));
        Assert.Contains(story.Platform.Standing, sent => sent.Text.Contains(Word, StringComparison.Ordinal) && sent.To is null);

        await ForgetAsync(story);

        await AssertNothingAsync(story);
        foreach (var table in PersonalTables.All.Where(table => !AreSomeones.Contains(table.Name)))
        {
            Assert.Equal((table.Name, 0), (table.Name, await RowsOfAsync(database, table, key)));
        }

        await story.PassAsync(5);
        Assert.Empty(story.Platform.Standing.Where(sent => Traces.Any(trace => sent.Text.Contains(trace, StringComparison.Ordinal))).Select(sent => sent.Text));
        Assert.Equal(["1"], await database.RowsAsync($"SELECT COUNT(*) FROM members WHERE opted_out_at IS NOT NULL AND platform_id LIKE '{ErasureKey.Prefix}%'"));
        Assert.Contains("@someone, did the @someone way help? Thanks someone!", await database.RowsAsync("SELECT text FROM messages WHERE number = 3"));
        Assert.Contains("2 | 1", await database.RowsAsync("SELECT m.number, p.number FROM links l JOIN messages m ON m.id = l.message JOIN messages p ON p.id = l.parent WHERE l.parent <> l.message AND m.number = 2"));

        await story.RestartAsync();
        await HistoryAsync(story, again: true);
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

    private static async Task<ReadOnlyMemory<byte>> ExportAsync(LiveStory story) =>
        Assert.IsType<CommandReply.Says>(await story.TypeAsync(Id, "privacy", options: new Dictionary<string, string> { ["action"] = "export" })).File!.Bytes;

    private static async Task ForgetAsync(LiveStory story)
    {
        var asked = Assert.IsType<CommandReply.Says>(await story.TypeAsync(Id, "privacy", options: new Dictionary<string, string> { ["action"] = "forget" }));
        Assert.IsType<CommandReply.Replaces>(await story.PressAsync(Id, Assert.Single(asked.Buttons).Id));
    }

    /// <summary>He helps, is asked, answers, is thanked by name, changes rules, and has been here for a while.</summary>
    private static async Task<LiveStory> LifeAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerPost = 2, AsksPerDay = 100, FewestHelpers = 1 });
        await story.HappenAsync(
            LiveStory.Channel("third"),
            new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member(Id)) { Name = Name },
            new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("den")) { Name = "den", Visibility = ChannelVisibility.Readers, Readers = [TestTime.Member(Id)] });
        await story.HappenAsync(
            new MemberChoice.Helps(TestTime.Community, TestTime.Noon, TestTime.Member(Id), "zanzibar and clocks"),
            new MemberChoice.Agrees(TestTime.Community, TestTime.Noon, TestTime.Member(Id), ContactKind.YourTurn, IsWanted: true));
        await HistoryAsync(story, again: false);
        await story.TypeAsync(Id, "channel", isModerator: true, options: new Dictionary<string, string> { ["state"] = "promotion", ["channel"] = "second" });
        await story.WriteAsync(A.Message("how do I open this old clock, please?").Id(10).By("eve").In("help"));
        await story.PassAsync(15);
        await story.PressAsync(Id, "will");
        await story.AgreeAsync("kim");
        await story.WriteAsync(A.Message($"how do I repair a {Word} engine?").Id(12).By(Id).In("third"));
        await story.PassAsync(90);
        await story.WriteAsync(A.Message("and how do I close it again?").Id(11).By("eve").In("second"));
        await story.PassAsync(3);
        await MoreAsync(database);
        return story;
    }

    private static async Task HistoryAsync(LiveStory story, bool again)
    {
        var number = again ? 50 : 0;
        await story.WriteAsync(A.Message("does anybody know how the big clock works?").Id(number + 1).By("bob").In("help"));
        await story.WriteAsync(A.Message($"by the {Word} way, see https://adas-own.example/clock and ask <@bob>").Id(number + 2).By(Id).In("help").ReplyingTo(number + 1).Mentioning("bob"));
        if (!again)
        {
            await story.WriteAsync(A.Message($"<@{Id}>, did the @{Name} way help? Thanks {Name}!").Id(3).By("bob").In("help").Mentioning(Id));
        }

        await story.WriteAsync(A.Message($"<@{Id}> and <@{Id}|ada>: hello").Id(number + 4).By("bob").In("help").Mentioning(Id));
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(number + 1), Member = TestTime.Member(Id), Emoji = "👍" });
    }

    /// <summary>What no command of this story leaves behind.</summary>
    private static async Task MoreAsync(TestDatabase database)
    {
        var him = $"(SELECT id FROM members WHERE platform_id = '{Id}')";
        await database.ExecuteAsync($"INSERT INTO dismissals (post, member, at) SELECT id, {him}, 1 FROM messages WHERE number = 1");
        await database.ExecuteAsync($"INSERT INTO sought_posts (post, member, at) SELECT id, {him}, 1 FROM messages WHERE number = 1");
        await database.ExecuteAsync($"INSERT INTO linked_accounts (platform, platform_id, person, at) VALUES ({(int)Platform.File}, '{Id}', 1, 1)");
        await database.ExecuteAsync($"INSERT INTO promotion_queue (message, community, member, channel, domain, reasons, queued_at, decided_by) SELECT 1, community, id, 1, 'adas-own.example', 'about {Name}', 1, '{Id}' FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO private_lines (member, conversation, at) SELECT {him}, 'D1', 1");
        await database.ExecuteAsync($"INSERT INTO helper_offers (member, at) SELECT {him}, 1 ON CONFLICT DO NOTHING");
        await database.ExecuteAsync($"INSERT INTO announcements (id, community, kind, channel, text, by_member, day, at) SELECT 1, community, 1, 1, 'says {Name}', id, 1, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO approvals (entry, community, kind, shown_at, by_member) SELECT 1, community, 1, 1, id FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"UPDATE communities SET moderators_member = {him}");
        await database.ExecuteAsync($"INSERT INTO introduction_requests (id, community, member, who, about, at, handled_at) SELECT 1, community, id, 0, '{Word}', 1, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO introductions (id, community, occasion, state, topics, about, channel, planned_at, outcome) SELECT 1, community, 1, 4, '{Word}', 'by {Name}', 1, 1, 'met {Name}' FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO introduction_people (introduction, place, member, post) SELECT 1, 0, {him}, id FROM messages WHERE number = 2");
        await database.ExecuteAsync($"INSERT INTO never_pairs (one, other, at) SELECT {him}, 0, 1");
        await database.ExecuteAsync($"INSERT INTO known_pairs (one, other, at) SELECT 0, {him}, 1");
        await database.ExecuteAsync($"INSERT INTO round_people (round, member, is_left_out) SELECT 1, {him}, 0");
        await database.ExecuteAsync($"INSERT INTO link_codes (code, member, expires_at) SELECT 'hash', {him}, 1");
        await database.ExecuteAsync($"INSERT INTO link_tries (member, at) SELECT {him}, 1");
        await database.ExecuteAsync($"INSERT INTO log_looks (id, community, member, about, at) SELECT 1, community, id, id, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"UPDATE outbox SET outcome = 'Asked {Name}.' WHERE member IS NULL OR member = {him}");
    }

    private static async Task AssertNothingAsync(LiveStory story)
    {
        foreach (var table in (await TablesAsync(story.Database)).Select(column => column.Table).Distinct())
        {
            var rows = await story.Database.RowsAsync($"SELECT * FROM {table}");
            Assert.Empty(rows.Where(row => Traces.Any(trace => row.Contains(trace, StringComparison.OrdinalIgnoreCase))).Select(row => $"{table}: {row}"));
        }

        if (story.Database.Source is SqliteDataSource file)
        {
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file.Path)!))
            {
                var bytes = Encoding.Latin1.GetString(await ReadSharedAsync(path));
                Assert.Empty(Traces.Where(trace => bytes.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => $"{Path.GetFileName(path)}: {trace}"));
            }
        }

        Assert.DoesNotContain(story.Journal.Lines, line => Traces.Any(trace => line.Contains(trace, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<int> RowsOfAsync(TestDatabase database, PersonalTable table, long member)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return (await connection.QueryAsync(table.Export, new { member })).Count();
    }

    private static async Task<long> KeyAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT id FROM members WHERE platform_id = '{Id}'");
    }

    private static async Task<IReadOnlyList<(string Table, string Column)>> TablesAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        var sql = database.Source is SqliteDataSource
            ? "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
            : "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'";
        return [.. await connection.QueryAsync<(string, string)>(sql)];
    }
}
