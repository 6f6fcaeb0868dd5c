using System.Text;
using Dapper;
using EngageBot.Host.Storage;
using EngageBot.Privacy;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;

namespace EngageBot.Tests.Privacy;

/// <summary>What of one member may stand in a database, and where it does.</summary>
internal static class HisTraces
{
    public const string Id = "U4711ADA";

    public const string Name = "Ada Lovelace-Byron";

    /// <summary>What only he wrote.</summary>
    public const string Word = "zanzibar";

    /// <summary>Columns with the keys of members, by their names. What a column of another name holds is in <see cref="Others"/>: one that is in neither has to be looked at.</summary>
    private static readonly string[] People = ["author", "member", "who", "one", "other", "about", "by_member", "moderators_member"];

    private static readonly string[] Others =
    [
        "among", "answer", "answered_at", "archived_at", "at", "attempts", "began_at", "by_moderator", "changed_at", "changes", "channel", "claimed_at", "community", "complete_up_to", "counted", "day", "decided_at",
        "deleted_at", "ended_at", "entry", "every_days", "exemption", "expires_at", "group_size", "handled_at", "heard_at", "helps_since", "hint", "id", "introduction", "is_accepted", "is_agreed", "is_bot", "is_held",
        "is_left_out", "is_pending", "is_said", "is_team", "joined_at", "kind", "left_at", "live_before_quiet", "live_since", "mark", "message", "messages", "model", "moderators_channel", "next_at", "number", "occasion",
        "opened_at", "opted_out_at", "outcome", "outcome_at", "parent", "paused_until", "people", "per_interest", "person", "place", "planned_at", "platform", "post", "probability", "promotion", "queued_at", "reads_content",
        "reason", "replied_at", "revision", "round", "seen_at", "sent_at", "sent_revision", "set_up_at", "shared_channel", "shown_at", "since", "sketch", "skipped_at", "solved_at", "source", "state", "step", "stopped_at", "subject",
        "thanked_at", "thread", "timed_out_until", "traits", "tried_at", "until", "unwanted_at", "version", "visibility",
    ];

    /// <summary>Columns of words in which nothing of a member stands, and why.</summary>
    private static readonly Dictionary<string, string> Wordless = new()
    {
        ["communities.platform_id"] = "a community",
        ["communities.hold_out_salt"] = "random",
        ["communities.unreadable"] = "names of channels",
        ["channels.platform_id"] = "a channel",
        ["channels.name"] = "a channel",
        ["members.time_zone"] = "shared by many; it goes with the row",
        ["messages.spelled"] = "a message's id",
        ["member_settings.time_zone"] = "the row goes",
        ["introductions.topic_channels"] = "keys of channels",
        ["reactions.emoji"] = "the row goes",
        ["member_profiles.profile"] = "numbers; the row goes",
        ["member_settings.own_hours"] = "the row goes",
        ["figure_days.lines"] = "packed keys: looked at unpacked",
        ["communities.partition"] = "a part of the work",
        ["outbox.buttons"] = "labels in the bot's own words",
        ["outbox.picture"] = "a picture of figures; it goes with the words",
        ["outbox.message_spelled"] = "a message's id",
        ["outbox.message_channel"] = "a conversation; taken from his rows",
        ["source_notes.source"] = "a platform",
        ["source_notes.name"] = "a channel or a server",
        ["private_lines.conversation"] = "the row goes",
        ["link_codes.code"] = "a hash; the row goes",
        ["dashboard_links.hash"] = "a hash; the row goes",
        ["dashboard_links.community"] = "a community",
        ["dashboard_links.language"] = "shared by many; the row goes",
        ["dashboard_sessions.hash"] = "a hash; the row goes",
        ["dashboard_sessions.community"] = "a community",
        ["dashboard_sessions.language"] = "shared by many; the row goes",
    };

    public static readonly string[] All = [Id, Name, Word, "adas-own.example"];

    /// <summary>The story leaves something of the member wherever something of a member can stand, or the test would not see whether it is erased: by the database's own list of its tables and columns.</summary>
    public static async Task AssertEverywhereAsync(TestDatabase database)
    {
        var key = await KeyAsync(database);
        List<string> missing = [];
        foreach (var table in PersonalTables.All)
        {
            missing.AddRange(await RowsOfAsync(database, table, key) > 0 ? [] : [table.Name]);
        }

        foreach (var (table, column, type) in (await TablesAsync(database)).Where(column => !PersonalTables.WithoutPeople.ContainsKey(column.Table)))
        {
            var isText = type.StartsWith("text", StringComparison.OrdinalIgnoreCase) || type.StartsWith("bytea", StringComparison.OrdinalIgnoreCase);
            if (isText && !Wordless.ContainsKey($"{table}.{column}") && !(await database.RowsAsync($"SELECT {column} FROM {table}")).Any(value => All.Any(trace => value.Contains(trace, StringComparison.Ordinal))))
            {
                missing.Add($"{table}.{column}: words");
            }

            if (!isText && People.Contains(column) && (await database.RowsAsync($"SELECT 1 FROM {table} WHERE {column} = {key}")).Count == 0)
            {
                missing.Add($"{table}.{column}: member");
            }

            if (!isText && !People.Contains(column) && !Others.Contains(column))
            {
                missing.Add($"{table}.{column}: is it a member's?");
            }
        }

        Assert.Empty(missing);
    }

    /// <summary>Whose lines figures are made of, as they are packed.</summary>
    public static async Task<IReadOnlyList<long>> FiguredAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        List<DayLine> lines = [];
        foreach (var packed in await connection.QueryAsync<byte[]>("SELECT lines FROM figure_days"))
        {
            Assert.True(DayBytes.TryUnpack(packed, lines));
        }

        return [.. lines.SelectMany(line => (long[])[line.Author, line.ParentAuthor])];
    }

    /// <summary>What of him stands in the files of a database: itself, its log of what was written, and the index of that.</summary>
    public static async Task<IReadOnlyList<string>> InFilesAsync(SqliteDataSource database)
    {
        List<string> found = [];
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(database.Path)!))
        {
            var bytes = Encoding.Latin1.GetString(await ReadSharedAsync(path));
            found.AddRange(All.Where(trace => bytes.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => $"{Path.GetFileName(path)}: {trace}"));
        }

        return found;
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public static async Task<int> RowsOfAsync(TestDatabase database, PersonalTable table, long member)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return (await connection.QueryAsync(table.Export, new { member })).Count();
    }

    public static async Task<long> KeyAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT id FROM members WHERE platform_id = '{Id}'");
    }

    public static async Task<IReadOnlyList<(string Table, string Column, string Type)>> TablesAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        var sql = database.Source is SqliteDataSource
            ? "SELECT t.name, c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
            : "SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'";
        return [.. await connection.QueryAsync<(string, string, string)>(sql)];
    }
}
