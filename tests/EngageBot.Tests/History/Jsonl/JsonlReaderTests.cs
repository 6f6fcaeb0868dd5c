using System.Text;
using EngageBot.Chat;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History.Jsonl;

public sealed class JsonlReaderTests
{
    private static readonly CommunityId Community = new(Platform.File, "community");

    [Fact]
    public async Task Every_field_of_a_message_is_read()
    {
        var message = Events<MessageCreated>(await ReadAsync(Sample("Jsonl/community.jsonl")))[1];

        Assert.Equal(new ChannelId(Community, "help"), message.Channel);
        Assert.Equal(new MessageId(2), message.Id);
        Assert.Equal(new MemberId(Community, "bob"), message.Author);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 12, 1, 30, TimeSpan.Zero), message.At);
        Assert.Equal(TimeSpan.Zero, message.At.Offset);
        Assert.Equal("With mount. @ada", message.Text);
        Assert.Equal(new MessageId(1), message.ReplyTo);
        Assert.Equal(new MessageId(1), message.Thread);
        Assert.Equal([new MemberId(Community, "ada"), new MemberId(Community, "eve")], message.Mentions);
        Assert.Equal(MessageTraits.None, message.Traits);
    }

    [Fact]
    public async Task Fields_that_may_be_missing_are_empty_and_a_time_without_an_offset_is_utc()
    {
        var message = Events<MessageCreated>(await ReadAsync(Sample("Jsonl/community.jsonl")))[2];

        Assert.Equal(MessageId.Parse("build-7"), message.Id);
        Assert.Equal(("", null, null), (message.Text, message.ReplyTo, message.Thread));
        Assert.Empty(message.Mentions);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 12, 2, 0, TimeSpan.Zero), message.At);
        Assert.Equal(MessageTraits.Bot, message.Traits);
    }

    [Fact]
    public async Task Lines_that_are_no_message_are_skipped_with_their_number_and_the_reason()
    {
        var skipped = Skipped(await ReadAsync(Sample("Jsonl/community.jsonl")));

        Assert.Equal(
            [
                ("community.jsonl, line 5", "no author"),
                ("community.jsonl, line 6", "no time"),
                ("community.jsonl, line 7", "unreadable time"),
                ("community.jsonl, line 8", "no channel"),
                ("community.jsonl, line 9", "no id"),
                ("community.jsonl, line 10", "broken JSON"),
                ("community.jsonl, line 11", "is no message"),
            ],
            skipped.Select(item => (item.Place, item.Reason)));
    }

    [Fact]
    public async Task Messages_come_in_the_order_of_the_file_even_where_times_or_ids_repeat()
    {
        var messages = Events<MessageCreated>(await ReadAsync(Sample("Jsonl/community.jsonl")));

        Assert.Equal(["1", "2", "build-7", "8", "8"], messages.Select(message => message.Id.Spell(Platform.File)));
        Assert.Equal("tab\tand é and 😀", messages[^1].Text);
    }

    [Fact]
    public async Task Channels_and_members_are_told_of_once_before_they_are_needed()
    {
        var items = await ReadAsync(Sample("Jsonl/community.jsonl"));

        Assert.Equal(["ada", "bob", "eve", "ci"], Events<MemberSeen>(items).Select(member => member.Name));
        Assert.Equal([false, false, false, true], Events<MemberSeen>(items).Select(member => member.IsBot));
        Assert.Equal(["help", "builds"], Events<ChannelSeen>(items).Select(channel => channel.Name));
        Assert.All(Events<ChannelSeen>(items), channel => Assert.Equal(ChannelVisibility.Everyone, channel.Visibility));
        Assert.Equal([typeof(ChannelSeen), typeof(MemberSeen), typeof(MessageCreated)], Events<ChatEvent>(items).Take(3).Select(item => item.GetType()));
    }

    [Fact]
    public async Task A_member_who_turns_out_to_be_a_bot_is_told_of_again()
    {
        using var history = new TemporaryHistory();
        var path = history.Write("h.jsonl", $"{Line(1, mentions: "bot")}\n{Line(2, author: "bot", rest: ",\"bot\":true")}\n");

        var bot = Events<MemberSeen>(await ReadAsync(path)).Where(member => member.Name == "bot");

        Assert.Equal([false, true], bot.Select(member => member.IsBot));
    }

    [Fact]
    public async Task Windows_line_ends_and_a_byte_order_mark_do_not_matter()
    {
        using var history = new TemporaryHistory();
        var path = history.Write("h.jsonl", $"\uFEFF{Line(1)}\r\n\r\n{Line(2)}");

        var items = await ReadAsync(path);

        Assert.Equal(2, Events<MessageCreated>(items).Count);
        Assert.Empty(Skipped(items));
    }

    [Fact]
    public async Task What_no_text_can_hold_is_replaced()
    {
        using var history = new TemporaryHistory();
        byte[] line = [.. "{\"id\":1,\"channel\":\"c\",\"author\":\"a\",\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"x\\ud800y\\u0000z"u8, 0xFF, .. "\"}"u8];

        var message = Assert.Single(Events<MessageCreated>(await ReadAsync(history.Write("h.jsonl", line))));

        Assert.Equal("x\uFFFDy\uFFFDz\uFFFD", message.Text);
    }

    [Theory]
    [InlineData("2026-01-31T13:00:00\\u002B01:00", true)]
    [InlineData("2026-01-31T12:00:00.0000Z", true)]
    [InlineData("2026-01-31 12:00", false)]
    [InlineData("2026-01-31T12:00:00\\ud800", false)]
    [InlineData("2026-01-31T12:00:00\\\"", false)]
    public async Task A_time_may_be_escaped(string time, bool isTime)
    {
        using var history = new TemporaryHistory();

        var items = await ReadAsync(history.Write("h.jsonl", $"{Line(1)}\n{Line(2).Replace("2026-01-01T00:00:00Z", time, StringComparison.Ordinal)}"));

        Assert.Equal(isTime ? new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero) : null, Events<MessageCreated>(items).ElementAtOrDefault(1)?.At);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("😀")]
    [InlineData("\\u00e9")]
    public async Task A_huge_text_is_cut(string piece)
    {
        using var history = new TemporaryHistory();
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000));

        var message = Events<MessageCreated>(await ReadAsync(history.Write("h.jsonl", Line(1, text: $"x{text}"))))[0];

        Assert.InRange(message.Text.Length, 65_535, 65_536);
        Assert.DoesNotContain('\uFFFD', message.Text);
    }

    [Fact]
    public async Task A_line_too_long_for_memory_is_skipped()
    {
        using var history = new TemporaryHistory();
        var huge = new byte[(64 << 20) + 100];
        Array.Fill(huge, (byte)'x');

        var items = await ReadAsync(history.Write("h.jsonl", [.. Encoding.UTF8.GetBytes(Line(1)), (byte)'\n', .. huge, (byte)'\n', .. Encoding.UTF8.GetBytes(Line(2))]));

        Assert.Equal(2, Events<MessageCreated>(items).Count);
        Assert.Equal(("h.jsonl, line 2", "too long"), Assert.Single(Skipped(items).Select(item => (item.Place, item.Reason))));
    }

    [Fact]
    public async Task A_broken_first_line_does_not_hide_the_rest()
    {
        using var history = new TemporaryHistory();

        Assert.Single(Events<MessageCreated>(await ReadAsync(history.Write("h.jsonl", $"{{\"id\":\n{Line(1)}\n"))));
    }

    [Theory]
    [InlineData("{\"id\":1}\n{\"id\":2}\n")]
    [InlineData("\n\n")]
    [InlineData("")]
    public async Task A_file_without_a_message_is_refused(string content)
    {
        using var history = new TemporaryHistory();

        Assert.StartsWith("h", await FaultAsync(history.Write("h.jsonl", content)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_ends_at_the_size_of_the_file()
    {
        using var history = new TemporaryHistory();
        var reader = EngageBot.History.HistoryReaders.Open(history.Write("h.jsonl", $"{Line(1)}\n{Line(2)}\n"), new EngageBot.History.HistoryOptions());

        await foreach (var _ in reader.ReadAsync(CancellationToken.None))
        {
            Assert.InRange(reader.BytesRead, 1, reader.TotalBytes);
        }

        Assert.Equal(new FileInfo(Path.Combine(history.Folder, "h.jsonl")).Length, reader.BytesRead);
    }

    private static string Line(int id, string author = "ada", string text = "hi", string? mentions = null, string rest = "") =>
        $"{{\"id\":\"{id}\",\"channel\":\"c\",\"author\":\"{author}\",\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"{text}\",\"mentions\":[{(mentions is null ? "" : $"\"{mentions}\"")}]{rest}}}";
}
