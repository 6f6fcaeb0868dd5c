using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EngageBot.Chat;
using EngageBot.History;
using FsCheck;
using FsCheck.Fluent;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History;

/// <summary>Whatever is in the files, a reader gives items or ends with a <see cref="HistoryException"/> of one line.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Samples =
    [
        "Slack/general/2026-01-01.json", "Slack/general/2026-01-02.json", "Slack/users.json", "Slack/groups.json",
        "Discord/Makers - Text - general [301].json", "Discord/Makers - general - a thread [1008].json", "Irc/2010-02-13.help.txt", "Jsonl/community.jsonl",
    ];

    /// <summary>What parsers stumble over.</summary>
    private static readonly byte[][] Pieces =
    [
        "\""u8.ToArray(), "\\"u8.ToArray(), "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), "null"u8.ToArray(), "-1e999"u8.ToArray(),
        "[[[["u8.ToArray(), "9999999999999999999"u8.ToArray(), ":[{}],"u8.ToArray(), "0001-01-01T00:00:00+14:00"u8.ToArray(), "9999-12-31T23:59:59-14:00"u8.ToArray(),
        [0], [0xFF, 0xFE], [0xED, 0xA0, 0x80], "\n"u8.ToArray(), "\r\n"u8.ToArray(), "=== "u8.ToArray(), "[23:59] <"u8.ToArray(), "<@U"u8.ToArray(), "&amp"u8.ToArray(),
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1.5e300", "99999999999999999999", "\"\"", "\"x\"", "\"LONE\"", "[]", "{}", "[[1,[2]],\"a\"]", "{\"id\":{\"id\":[1]}}", "[{\"users\":[1,{}]}]",
        "\"1767261660.000200\"", "\"9999999999999.999999\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"message_changed\"", "\"19\"",
    ];

    [Fact]
    public void Random_bytes_never_break_a_reader() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Elements(Enum.GetValues<HistoryFormat>()).ToArbitrary(), Gen.Elements("", "{\"", "[{", "[10:00] <", "PK\u0003\u0004").ToArbitrary(), (bytes, format, start) =>
        {
            using var history = new TemporaryHistory();
            var path = history.Write("2026-01-01.json", [.. Encoding.UTF8.GetBytes(start), .. bytes]);
            return IsSafe(path, null) && IsSafe(path, format);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_changes_to_valid_files_never_break_a_reader()
    {
        var changes =
            from at in Gen.Choose(0, 1_000_000)
            from piece in Gen.Elements(Pieces)
            from removed in Gen.Choose(0, 40)
            select (At: at, Piece: piece, Removed: removed);
        Prop.ForAll(Gen.Elements(Samples).ToArbitrary(), changes.ListOf(3).ToArbitrary(), (sample, some) =>
        {
            using var history = new TemporaryHistory();
            Copy(Sample(sample.Split('/')[0]), history.Folder);
            var path = Path.Combine(history.Folder, sample[(sample.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            var bytes = File.ReadAllBytes(path).ToList();
            foreach (var (at, piece, removed) in some)
            {
                Change(bytes, at, piece, removed);
            }

            File.WriteAllBytes(path, [.. bytes]);
            return IsSafe(history.Folder, null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Values_of_an_unexpected_kind_never_break_a_reader()
    {
        var changes =
            from at in Gen.Choose(0, 1_000_000)
            from value in Gen.Elements(Values)
            select (At: at, Value: value);
        Prop.ForAll(Gen.Elements(Samples.Where(sample => sample.EndsWith(".json", StringComparison.Ordinal))).ToArbitrary(), changes.ListOf(3).ToArbitrary(), (sample, some) =>
        {
            using var history = new TemporaryHistory();
            Copy(Sample(sample.Split('/')[0]), history.Folder);
            var path = Path.Combine(history.Folder, sample[(sample.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            var root = JsonNode.Parse(File.ReadAllText(path))!;
            foreach (var (at, value) in some)
            {
                var places = Inside(root).ToList();
                if (places.Count > 0)
                {
                    places[at % places.Count].ReplaceWith(JsonNode.Parse(value));
                }
            }

            File.WriteAllText(path, root.ToJsonString().Replace("LONE", "\\ud83d", StringComparison.Ordinal));
            return IsSafe(history.Folder, null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Random_changes_to_a_zip_never_break_a_reader()
    {
        using var original = new TemporaryHistory();
        var zip = Path.Combine(original.Folder, "x.zip");
        System.IO.Compression.ZipFile.CreateFromDirectory(Sample("Slack"), zip);
        var bytes = File.ReadAllBytes(zip);
        Prop.ForAll(Gen.Choose(0, bytes.Length - 1).ArrayOf().ToArbitrary(), ArbMap.Default.ArbFor<byte>(), (places, value) =>
        {
            using var history = new TemporaryHistory();
            var changed = bytes.ToArray();
            Array.ForEach(places, at => changed[at] = value);
            return IsSafe(history.Write("x.zip", changed), null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Every_history_of_json_lines_is_read_as_it_was_written() => Prop.ForAll(Messages().ToArbitrary(), messages =>
    {
        using var history = new TemporaryHistory();
        var path = history.Write("h.jsonl", string.Concat(messages.Select(message => JsonSerializer.Serialize(message) + "\n")));

        return Events<MessageCreated>(ReadAsync(path).GetAwaiter().GetResult()).Zip(messages).All(pair => IsSame(pair.First, pair.Second))
            && Skipped(ReadAsync(path).GetAwaiter().GetResult()).Count == 0;
    }).QuickCheckThrowOnFailure();

    private static Gen<WrittenMessage[]> Messages()
    {
        var text = ArbMap.Default.GeneratorFor<string>().Where(value => value is not null).Select(ChatText.Clean);
        var name = text.Where(value => value.Length > 0);
        var message =
            from id in name
            from channel in name
            from author in name
            from seconds in Gen.Choose(0, int.MaxValue)
            from words in text
            from replyTo in Gen.OneOf(name.Select(value => (string?)value), Gen.Constant((string?)null))
            from mentions in name.ArrayOf()
            from isBot in ArbMap.Default.GeneratorFor<bool>()
            select new WrittenMessage(id, channel, author, DateTimeOffset.UnixEpoch.AddSeconds(seconds), words, replyTo, mentions, isBot);
        return message.NonEmptyListOf().Select(list => list.ToArray());
    }

    private static bool IsSame(MessageCreated read, WrittenMessage written) =>
        read.Id.Spell(Platform.File) == written.id && read.Channel.Value == written.channel && read.Author.Value == written.author && read.At == written.at
        && read.Text == written.text && read.ReplyTo?.Spell(Platform.File) == written.replyTo && read.Traits.HasFlag(MessageTraits.Bot) == written.bot
        && read.Mentions.Select(member => member.Value).SequenceEqual(written.mentions);

    private static bool IsSafe(string path, HistoryFormat? format)
    {
        try
        {
            _ = ReadAsync(path, new HistoryOptions { From = format }).GetAwaiter().GetResult();
            return true;
        }
        catch (HistoryException exception)
        {
            return exception.Message.Length > 0 && !exception.Message.Any(char.IsControl);
        }
    }

    private static void Change(List<byte> bytes, int at, byte[] piece, int removed)
    {
        at %= bytes.Count + 1;
        bytes.RemoveRange(at, Math.Min(removed, bytes.Count - at));
        bytes.InsertRange(at, piece);
    }

    private static IEnumerable<JsonNode> Inside(JsonNode node)
    {
        var children = node switch
        {
            JsonObject values => values.Select(property => property.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Inside(child).Prepend(child)).DefaultIfEmpty(node).Where(found => found.Parent is not null);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Written as it is: the names are those of the format.</summary>
    private sealed record WrittenMessage(string id, string channel, string author, DateTimeOffset at, string text, string? replyTo, string[] mentions, bool bot);
}
