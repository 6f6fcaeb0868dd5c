using EngageBot.Chat;
using EngageBot.History;
using EngageBot.TestKit;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History;

public sealed class HistoryReadersTests
{
    private const string Message = """{"id":1,"channel":"c","author":"ada","at":"2026-01-01T00:00:00Z","text":"hi"}""";
    private const string Discord = """{"guild":{"id":"1"},"channel":{"id":"2","type":"GuildTextChat","name":"c"},"messages":[{"id":"3","timestamp":"2026-01-01T00:00:00Z","author":{"id":"4"}}]}""";

    [Theory]
    [InlineData("Slack", Platform.Slack)]
    [InlineData("Discord", Platform.Discord)]
    [InlineData("Irc", Platform.Irc)]
    [InlineData("Jsonl", Platform.File)]
    public async Task The_format_of_a_folder_is_found_from_what_is_in_it(string sample, Platform platform) =>
        Assert.All(Events<ChatEvent>(await ReadAsync(Sample(sample))), happened => Assert.Equal(platform, happened.Community.Platform));

    [Theory]
    [InlineData("Slack")]
    [InlineData("Discord")]
    [InlineData("Irc")]
    [InlineData("Jsonl")]
    public async Task Channels_and_members_are_told_of_before_they_are_needed(string sample)
    {
        var channels = new HashSet<ChannelId>();
        var members = new HashSet<MemberId>();
        foreach (var happened in Events<ChatEvent>(await ReadAsync(Sample(sample))))
        {
            switch (happened)
            {
                case ChannelSeen seen: Assert.True(channels.Add(seen.Channel)); break;
                case MemberSeen seen: Assert.True(members.Add(seen.Member)); break;
                case MessageCreated message: Assert.All(message.Mentions.Append(message.Author), member => Assert.Contains(member, members)); Assert.Contains(message.Channel, channels); break;
                case ReactionAdded reaction: Assert.Contains(reaction.Member, members); break;
            }
        }
    }

    [Theory]
    [InlineData("a.json", Discord, Platform.Discord)]
    [InlineData("b.dat", $" \n{Discord}", Platform.Discord)]
    [InlineData("c.json", $"{Message}\n[]\n", Platform.File)]
    [InlineData("d.txt", $"\uFEFF\n{Message}", Platform.File)]
    [InlineData("e.jsonl", $"nonsense\n{Message}", Platform.File)]
    [InlineData("f-2026-01-01", "[10:00] <ada> hi", Platform.Irc)]
    public async Task The_format_of_a_file_is_found_from_its_content_not_its_name(string name, string content, Platform platform)
    {
        using var history = new TemporaryHistory();

        Assert.Equal(platform, Assert.Single(Events<MessageCreated>(await ReadAsync(history.Write(name, content)))).Community.Platform);
        Assert.Equal(platform, Assert.Single(Events<MessageCreated>(await ReadAsync(history.Zip("all.zip", (name, content))))).Community.Platform);
    }

    [Theory]
    [InlineData("x.json", "[]")]
    [InlineData("x.json", "{\"colour\":\"red\"}")]
    [InlineData("x.md", "# Notes\n=======\n[10:00] nobody said anything\n")]
    [InlineData("x.png", "\u0089PNG\0\0")]
    [InlineData("x.csv", "a,b\n1,2\n")]
    public async Task An_unknown_format_is_refused(string name, string content)
    {
        using var history = new TemporaryHistory();

        Assert.Equal(name + ": is no Slack export, no JSON of DiscordChatExporter, no IRC log and no JSON lines", await FaultAsync(history.Write(name, content)));
    }

    [Theory]
    [InlineData(HistoryFormat.Slack)]
    [InlineData(HistoryFormat.Discord)]
    [InlineData(HistoryFormat.Irc)]
    [InlineData(HistoryFormat.Jsonl)]
    [InlineData(null)]
    public async Task Nothing_and_the_wrong_thing_are_refused_whatever_the_format(HistoryFormat? format)
    {
        using var history = new TemporaryHistory();
        var options = new HistoryOptions { From = format, Date = new DateOnly(2026, 1, 1) };
        Directory.CreateDirectory(Path.Combine(history.Folder, "empty", "deeper"));

        Assert.Contains("no such file or folder", await FaultAsync(Path.Combine(history.Folder, "missing"), options), StringComparison.Ordinal);
        Assert.Contains("is no path", await FaultAsync("", options), StringComparison.Ordinal);
        Assert.Contains("is no path", await FaultAsync("a\0b", options), StringComparison.Ordinal);
        Assert.StartsWith("empty: ", await FaultAsync(Path.Combine(history.Folder, "empty"), options), StringComparison.Ordinal);
        Assert.StartsWith("empty", await FaultAsync(history.Write("empty.txt", ""), options), StringComparison.Ordinal);
        await FaultAsync(history.Write("text.txt", "hello"), options);
    }

    [Fact]
    public async Task Pictures_and_notes_beside_a_history_do_not_hide_its_format()
    {
        using var history = new TemporaryHistory();
        Enumerable.Range(0, 200).ToList().ForEach(n => history.Write($"a.json_Files/{n}.png", "\u0089PNG"));
        history.Write("a.json_Files/0.json", Message);
        history.Write("b.json", Discord);
        Assert.Equal(Platform.Discord, Assert.Single(Events<MessageCreated>(await ReadAsync(history.Folder))).Community.Platform);

        history.Write("lines/about.txt", "Exported in spring.");
        history.Write("lines/chat.jsonl", Message);
        Assert.Equal(Platform.File, Assert.Single(Events<MessageCreated>(await ReadAsync(Path.Combine(history.Folder, "lines")))).Community.Platform);
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_is_read_up_to_where_it_ended()
    {
        using var history = new TemporaryHistory();
        var path = history.Write("2026-01-01.txt", "[10:00] <ada> hi\n");
        var count = 0;

        await foreach (var item in HistoryReaders.Open(path, new HistoryOptions()).ReadAsync(CancellationToken.None))
        {
            await File.AppendAllTextAsync(path, "[10:01] <bob> more\n");
            count += item is HistoryItem.Happened { Event: MessageCreated } ? 1 : 0;
        }

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_name_with_line_breaks_stays_on_one_line()
    {
        using var history = new TemporaryHistory();

        Assert.StartsWith("a b.json: broken JSON", await FaultAsync(history.Write("a\nb.json", Discord[..^5])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_holds_nothing_of_what_was_written()
    {
        using var history = new TemporaryHistory();
        var broken = Discord.Replace("\"id\":\"3\"", "\"id\":secret", StringComparison.Ordinal);

        Assert.DoesNotContain("s", (await FaultAsync(history.Write("1.json", broken)))["1.json: broken JSON at line 1, byte ".Length..], StringComparison.Ordinal);
    }

    [SharedDataFact("samples/slack-export.zip", "data/irc/dev")]
    public async Task Real_histories_are_recognised()
    {
        Assert.Equal(Platform.Slack, Events<ChatEvent>(await ReadAsync(SharedData.PathOf("samples/slack-export.zip")))[0].Community.Platform);
        Assert.Equal(Platform.Irc, Events<ChatEvent>(await ReadAsync(SharedData.PathOf("data/irc/dev")))[0].Community.Platform);
    }
}
