using System.Globalization;
using EngageBot.Chat;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History.Discord;

public sealed class DiscordReaderTests
{
    private static readonly CommunityId Guild = new(Platform.Discord, "100");

    [Fact]
    public async Task Messages_of_all_files_come_in_the_order_of_time()
    {
        var messages = Events<MessageCreated>(await ReadAsync(Sample("Discord")));

        Assert.Equal(
            [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 2001, 2002, 1010, 1011, 3001, 3002, 4002, 2003],
            messages.Select(message => message.Id.Number));
        Assert.All(messages, message => Assert.Equal(Guild, message.Community));
    }

    [Fact]
    public async Task The_fields_of_a_message_are_read()
    {
        var message = await MessageAsync(1002);

        Assert.Equal(new ChannelId(Guild, "301"), message.Channel);
        Assert.Equal(new MemberId(Guild, "202"), message.Author);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 10, 1, 0, 123, TimeSpan.Zero), message.At);
        Assert.Equal("Like this, @eve", message.Text);
        Assert.Equal([new MemberId(Guild, "201"), new MemberId(Guild, "203")], message.Mentions);
        Assert.Equal(TimeSpan.Zero, (await MessageAsync(1004)).At.Offset);
    }

    [Fact]
    public async Task A_reply_is_only_type_19_and_only_within_its_channel()
    {
        var replies = Events<MessageCreated>(await ReadAsync(Sample("Discord"))).Where(message => message.ReplyTo is not null);

        Assert.Equal([(1002L, 1001L), (1011, 1008), (3002, 3001), (2003, 2002)], replies.Select(message => (message.Id.Number, message.ReplyTo!.Value.Number)));
    }

    [Theory]
    [InlineData(1001, MessageTraits.Edited)]
    [InlineData(1002, MessageTraits.None)]
    [InlineData(1003, MessageTraits.System)]
    [InlineData(1004, MessageTraits.Forwarded | MessageTraits.HasAttachments)]
    [InlineData(1005, MessageTraits.Bot)]
    [InlineData(1006, MessageTraits.Bot | MessageTraits.Webhook)]
    [InlineData(1007, MessageTraits.System)]
    [InlineData(1009, MessageTraits.System)]
    [InlineData(1011, MessageTraits.None)]
    [InlineData(2001, MessageTraits.System)]
    public async Task The_type_and_the_author_say_what_a_message_is(long id, MessageTraits traits) => Assert.Equal(traits, (await MessageAsync(id)).Traits);

    [Fact]
    public async Task A_threads_messages_are_its_parents_and_in_the_thread_of_the_message_that_started_it()
    {
        var starter = await MessageAsync(1008);
        var reply = await MessageAsync(2002);

        Assert.Equal((new ChannelId(Guild, "301"), new MessageId(1008)), (reply.Channel, reply.Thread!.Value));
        Assert.Equal((new ChannelId(Guild, "301"), new MessageId(1008)), (starter.Channel, starter.Thread!.Value));
        Assert.Null((await MessageAsync(1001)).Thread);
    }

    [Fact]
    public async Task A_forum_post_is_a_thread_whose_starter_has_its_id()
    {
        var starter = await MessageAsync(3001);
        var reply = await MessageAsync(3002);

        Assert.Equal((new ChannelId(Guild, "310"), new MessageId(3001)), (starter.Channel, starter.Thread!.Value));
        Assert.Equal(starter.Thread, reply.Thread);
    }

    [Fact]
    public async Task A_private_thread_is_a_channel_of_its_own_whose_readers_are_unknown()
    {
        var items = await ReadAsync(Sample("Discord"));
        var message = Assert.Single(Events<MessageCreated>(items), message => message.Id.Number == 4002);
        var channels = Events<ChannelSeen>(items).Select(channel => (channel.Channel.Value, channel.Name, channel.Visibility));

        Assert.Equal((new ChannelId(Guild, "4001"), null), (message.Channel, message.Thread));
        Assert.Equal(
            [("301", "general", ChannelVisibility.Everyone), ("310", "showcase", ChannelVisibility.Everyone), ("4001", "few", ChannelVisibility.Unknown)],
            channels);
    }

    [Fact]
    public async Task Members_are_told_of_once_by_the_name_they_have_in_the_community()
    {
        var members = Events<MemberSeen>(await ReadAsync(Sample("Discord")));

        Assert.Equal(["201 Ada L.", "202 bob", "206 zed", "203 Eve", "204 helper-bot", "205 bridge"], members.Select(member => $"{member.Member.Value} {member.Name}"));
        Assert.Equal(["204", "205"], members.Where(member => member.IsBot).Select(member => member.Member.Value));
    }

    [Fact]
    public async Task Reactions_are_of_those_who_are_listed()
    {
        var reactions = Events<ReactionAdded>(await ReadAsync(Sample("Discord")));

        Assert.Equal([("202", "👀"), ("206", "👀")], reactions.Select(reaction => (reaction.Member.Value, reaction.Emoji)));
        Assert.All(reactions, reaction => Assert.Equal(new MessageId(1001), reaction.Message));
    }

    [Fact]
    public async Task What_cannot_be_used_is_skipped_with_place_and_reason() =>
        Assert.Equal(
            [
                ("Direct Messages - bob [501].json", "direct messages are not read"),
                ("settings.json", "is no export of DiscordChatExporter"),
                ("Makers - Text - general [301].json, message 12", "no author"),
                ("Makers - Text - general [301].json, message 13", "no time"),
                ("Makers - Text - general [301].json, message 14", "unreadable time"),
            ],
            Skipped(await ReadAsync(Sample("Discord"))).Select(item => (item.Place, item.Reason)));

    [Fact]
    public async Task One_file_alone_is_read()
    {
        var messages = Events<MessageCreated>(await ReadAsync(Sample("Discord/Makers - showcase - first [3001].json")));

        Assert.Equal([3001, 3002], messages.Select(message => message.Id.Number));
    }

    [Fact]
    public async Task Direct_messages_alone_are_refused() =>
        Assert.Contains("direct messages are not read", await FaultAsync(Sample("Discord/Direct Messages - bob [501].json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\",\"type\":\"GuildTextChat\"},\"messages\":[]}", "holds no messages")]
    [InlineData("{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\"},\"messages\":[{\"id\":\"3\"},\n\n{\"id\":", "x.json: broken JSON at line 3")]
    [InlineData("{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\"},\"messages\":[{\"id\":\"3\"}]} and more", "x.json: broken JSON at line 1")]
    [InlineData("{\"guild\":{\"name\":\"1\"},\"messages\":[]}", "is no export of DiscordChatExporter")]
    public async Task A_broken_or_empty_export_is_refused_before_anything_is_read(string content, string fault)
    {
        using var history = new TemporaryHistory();

        Assert.Contains(fault, await FaultAsync(history.Write("x.json", content)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_broken_file_among_many_is_found_before_anything_is_read()
    {
        using var history = new TemporaryHistory();
        history.Write("a.json", Thread(10, 0, 3));
        history.Write("z.json", Thread(20, 1, 3)[..^20]);

        Assert.StartsWith("z.json: broken JSON", await FaultAsync(history.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_threads_that_live_at_once_are_merged_with_few_files_open()
    {
        const int Threads = 400;
        using var history = new TemporaryHistory();
        for (var thread = 0; thread < Threads; thread++)
        {
            history.Write($"thread{thread}.json", Thread(1000 + thread, thread, 4));
        }

        var most = 0;
        var times = new List<DateTimeOffset>();
        await foreach (var item in EngageBot.History.HistoryReaders.Open(history.Folder, new EngageBot.History.HistoryOptions()).ReadAsync(CancellationToken.None))
        {
            if (item is EngageBot.History.HistoryItem.Happened { Event: MessageCreated message })
            {
                times.Add(message.At);
                most = times.Count % 100 == 0 ? Math.Max(most, OpenFiles(history.Folder)) : most;
            }
        }

        Assert.Equal(4 * Threads, times.Count);
        Assert.Equal(times.Order(), times);
        Assert.InRange(most, 0, 101);
    }

    [Fact]
    public async Task A_message_larger_than_the_window_is_read_whole()
    {
        using var history = new TemporaryHistory();
        var fields = string.Join(',', Enumerable.Range(0, 40_000).Select(n => $"{{\"title\":\"embed {n}\"}}"));
        var path = history.Write("x.json", Thread(10, 0, 3).Replace("\"embeds\":[]", $"\"embeds\":[{fields}]", StringComparison.Ordinal));

        Assert.Equal(["message 0", "message 1", "message 2"], Events<MessageCreated>(await ReadAsync(path)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_value_too_large_for_memory_is_refused()
    {
        using var history = new TemporaryHistory();
        var huge = new string('x', (64 << 20) + 1);

        Assert.Contains("larger than 64 MB", await FaultAsync(history.Write("x.json", Thread(10, 0, 3).Replace("message 1", huge, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_attached_to_messages_is_not_read()
    {
        using var history = new TemporaryHistory();
        history.Write("x.json", Thread(10, 0, 1));
        history.Write("x.json_Files/package.json", "{ broken");

        Assert.Single(Events<MessageCreated>(await ReadAsync(history.Folder)));
    }

    private static int OpenFiles(string folder) => !OperatingSystem.IsLinux() ? 0
        : Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(link => new FileInfo(link).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true);

    private static string Thread(int id, int second, int messages)
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second);
        var items = Enumerable.Range(0, messages).Select(n =>
            $"{{\"id\":\"{(id * 100) + n}\",\"type\":\"Default\",\"timestamp\":\"{start.AddDays(n).ToString("o", CultureInfo.InvariantCulture)}\",\"content\":\"message {n}\",\"author\":{{\"id\":\"1\",\"name\":\"ada\"}},\"embeds\":[]}}");
        return $"{{\"guild\":{{\"id\":\"100\"}},\"channel\":{{\"id\":\"{id}\",\"type\":\"GuildPublicThread\",\"categoryId\":\"5\",\"category\":\"help\",\"name\":\"t\"}},\"messages\":[{string.Join(",\n", items)}]}}";
    }

    private static async Task<MessageCreated> MessageAsync(long id) =>
        Assert.Single(Events<MessageCreated>(await ReadAsync(Sample("Discord"))), message => message.Id.Number == id);
}
