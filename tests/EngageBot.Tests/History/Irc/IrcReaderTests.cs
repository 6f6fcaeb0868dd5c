using System.Globalization;
using EngageBot.Chat;
using EngageBot.History;
using EngageBot.History.Irc;
using EngageBot.TestKit;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History.Irc;

public sealed class IrcReaderTests
{
    private static readonly CommunityId Community = new(Platform.Irc, "2010-02-13.help");

    [Fact]
    public async Task Every_kind_of_line_is_a_message_of_the_nick_in_it()
    {
        var messages = await SampleAsync();

        Assert.Equal(
            [
                "0 eve: eve [~eve@192.0.2.1]  has joined #help",
                "1 ada: how do I mount a disk?",
                "2 bob: ada: with mount",
                "3 eve: waves at bob and ada",
                "4 zed: bob , which one?",
                "5 friend: hello all",
                "6 eve: eve is now known as eve_away",
                "7 irc: mode/#help [+o Bob] by ada",
                "8 ubottu: mount is a command",
                "9 floodbot3: please do not flood",
                "10 eve_away: thanks, bob!",
                "11 ada: x",
                "12 bob: BOB: talking to myself, zed: no",
            ],
            messages.Select(message => $"{message.Id.Number} {message.Author.Value}: {message.Text}"));
        Assert.All(messages, message => Assert.Equal(Community, message.Community));
    }

    [Fact]
    public async Task System_lines_are_marked_and_a_few_well_known_bots()
    {
        var messages = await SampleAsync();

        Assert.Equal([0, 6, 7], messages.Where(message => message.Traits.HasFlag(MessageTraits.System)).Select(message => message.Id.Number));
        Assert.Equal([7, 8, 9], messages.Where(message => message.Traits.HasFlag(MessageTraits.Bot)).Select(message => message.Id.Number));
    }

    [Fact]
    public async Task The_one_addressed_is_mentioned_first_and_then_who_was_seen_before()
    {
        var messages = await SampleAsync();

        Assert.Equal(["ada"], Mentions(messages[2]));
        Assert.Equal(["bob", "ada"], Mentions(messages[3]));
        Assert.Equal(["bob"], Mentions(messages[4]));
        Assert.Equal(["bob"], Mentions(messages[10]));
        Assert.Equal(["zed"], Mentions(messages[12]));
        Assert.Empty(messages[6].Mentions);
    }

    [Fact]
    public async Task Days_roll_at_midnight_and_a_clock_set_back_a_little_does_not()
    {
        var times = (await SampleAsync()).Select(message => message.At.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture));

        Assert.Equal(
            [
                "13 23:50:00", "13 23:50:00", "13 23:50:30", "13 23:51:00", "13 23:52:00", "13 23:53:00", "13 23:53:00", "13 23:53:00",
                "13 23:54:00", "13 23:54:00", "14 00:01:00", "14 00:01:00", "14 00:00:00",
            ],
            times);
    }

    [Fact]
    public async Task The_channel_is_the_one_that_people_join_and_members_have_the_name_first_seen()
    {
        var items = await ReadAsync(Sample("Irc/2010-02-13.help.txt"));

        Assert.Equal((new ChannelId(Community, "help"), "help"), Assert.Single(Events<ChannelSeen>(items).Select(channel => (channel.Channel, channel.Name))));
        Assert.Equal("Bob", Assert.Single(Events<MemberSeen>(items), member => member.Member.Value == "bob").Name);
    }

    [Fact]
    public async Task Lines_that_fit_nothing_are_skipped() =>
        Assert.Equal(
            [("2010-02-13.help.txt, line 14", "is no line of a log"), ("2010-02-13.help.txt, line 15", "is no line of a log")],
            Skipped(await ReadAsync(Sample("Irc/2010-02-13.help.txt"))).Select(item => (item.Place, item.Reason)));

    [Fact]
    public async Task The_date_is_that_of_line_1000_and_days_roll_both_ways_from_there()
    {
        using var history = new TemporaryHistory();
        var lines = Enumerable.Range(0, 3000).Select(n => TimeSpan.FromHours(20) + TimeSpan.FromMinutes(n)).Select(time => $"[{time:hh\\:mm}] <ada> x");

        var messages = Events<MessageCreated>(await ReadAsync(history.Write("log-2011-05-29_12.txt", string.Join('\n', lines))));

        Assert.Equal(new DateTimeOffset(2011, 5, 29, 12, 40, 0, TimeSpan.Zero), messages[1000].At);
        Assert.Equal(new DateTimeOffset(2011, 5, 28, 20, 0, 0, TimeSpan.Zero), messages[0].At);
        Assert.Equal(new DateTimeOffset(2011, 5, 30, 21, 59, 0, TimeSpan.Zero), messages[^1].At);
    }

    [Theory]
    [InlineData("2004-11-15_03.txt", "15 00:59", "15 01:00", "15 12:00")]
    [InlineData("2004-11-15_15.txt", "15 12:59", "15 13:00", "16 00:00")]
    [InlineData("2004-11-15.txt", "15 00:59", "15 01:00", "15 12:00")]
    public async Task A_clock_of_twelve_hours_has_no_midnight_between_12_and_1(string name, params string[] times)
    {
        using var history = new TemporaryHistory();
        var path = history.Write(name, "[12:59] <ada> a\n[01:00] <bob> b\n[11:59] <ada> c\n[12:00] <bob> d\n");

        var messages = Events<MessageCreated>(await ReadAsync(path));

        Assert.Equal(times, messages.Where((_, index) => index != 2).Select(message => message.At.ToString("dd HH:mm", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_clock_of_twelve_hours_that_counts_from_0_goes_on_by_half_a_day()
    {
        using var history = new TemporaryHistory();

        var messages = Events<MessageCreated>(await ReadAsync(history.Write("2004-12-25.txt", "[11:55] <ada> a\n[00:05] <bob> b\n")));

        Assert.Equal(TimeSpan.FromMinutes(10), messages[1].At - messages[0].At);
    }

    [Fact]
    public async Task Files_come_in_the_order_of_their_dates_and_an_id_tells_file_and_line()
    {
        using var history = new TemporaryHistory();
        history.Write("b-2010-01-01.txt", "[10:00] <ada> first\n");
        history.Write("a-2010-01-02.log", "[10:00] <ada> second\n[10:01] <ADA> third\n");
        history.Write("a-2010-01-03.txt", "[10:00] <bob> ada: fourth\n");
        history.Write("readme.txt", "about these logs\n");
        history.Write("c.dat", "[10:00] <ada> no\n");

        var items = await ReadAsync(history.Folder);
        var messages = Events<MessageCreated>(items);

        Assert.Equal(["first", "second", "third", "ada: fourth"], messages.Select(message => message.Text));
        Assert.Equal([(0, 0), (1, 0), (1, 1), (2, 0)], messages.Select(message => (IrcLineId.FileOf(message.Id), IrcLineId.LineOf(message.Id))));
        Assert.Equal(new MessageId(10_000_001), messages[2].Id);
        Assert.Equal(["ada", "bob"], Events<MemberSeen>(items).Select(member => member.Name));
        Assert.Equal(("readme.txt", "is no IRC log"), Assert.Single(Skipped(items).Select(item => (item.Place, item.Reason))));
        Assert.Empty(messages[3].Mentions);
    }

    [Fact]
    public async Task A_log_without_a_date_needs_one()
    {
        using var history = new TemporaryHistory();
        var path = history.Write("help.txt", "[10:00] <ada> hi\n");

        Assert.Equal("help.txt: has no date (yyyy-MM-dd) in its name; give the day with --date", await FaultAsync(path));
        var message = Assert.Single(Events<MessageCreated>(await ReadAsync(path, new HistoryOptions { Date = new DateOnly(2010, 2, 3) })));
        Assert.Equal((new DateTimeOffset(2010, 2, 3, 10, 0, 0, TimeSpan.Zero), "help"), (message.At, message.Channel.Value));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced_and_windows_line_ends_go()
    {
        using var history = new TemporaryHistory();
        byte[] log = [0xEF, 0xBB, 0xBF, .. "[10:00] <ada> caf"u8, 0xE9, 0, .. "\r\n\r\n[10:01] <bob>\r\n"u8];

        var items = await ReadAsync(history.Write("2010-01-01.txt", log));

        Assert.Equal(["caf\uFFFD\uFFFD", ""], Events<MessageCreated>(items).Select(message => message.Text));
        Assert.Empty(Skipped(items));
    }

    [Fact]
    public async Task A_log_with_too_many_lines_is_refused()
    {
        using var history = new TemporaryHistory();
        var log = new byte[IrcLineId.LinesPerFile + 100];
        Array.Fill(log, (byte)'\n');
        "[10:00] <ada> hi\n"u8.CopyTo(log);

        Assert.Contains("split it", await FaultAsync(history.Write("2010-01-01.txt", log)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_line_of_a_log_is_refused()
    {
        using var history = new TemporaryHistory();

        Assert.Contains(
            "holds no line of an IRC log",
            await FaultAsync(history.Write("2010-01-01.txt", "hello"), new HistoryOptions { From = HistoryFormat.Irc }),
            StringComparison.Ordinal);
    }

    [SharedDataFact("data/irc/dev")]
    public async Task Each_line_of_real_logs_has_its_time()
    {
        var items = await ReadAsync(SharedData.PathOf("data/irc/dev"));
        var files = Events<MessageCreated>(items).GroupBy(message => IrcLineId.FileOf(message.Id)).Select(file => file.ToList()).ToList();

        Assert.Equal(10, files.Count);
        Assert.All(files, file => Assert.Equal(1250, file.Count));
        Assert.Equal(new DateTimeOffset(2004, 11, 15, 0, 18, 0, TimeSpan.Zero), files[0][0].At);
        Assert.Equal(new DateTimeOffset(2004, 11, 15, 3, 1, 0, TimeSpan.Zero), files[0][1000].At);
        Assert.Equal(new DateTimeOffset(2005, 8, 8, 1, 0, 0, TimeSpan.Zero), files[2][1000].At);
        Assert.Equal(new DateTimeOffset(2005, 8, 8, 0, 59, 0, TimeSpan.Zero), files[2][999].At);
        Assert.Equal(new DateOnly(2011, 11, 12), DateOnly.FromDateTime(files[8][0].At.DateTime));
        Assert.All(files, file => Assert.InRange(file[^1].At - file[0].At, TimeSpan.Zero, TimeSpan.FromHours(24)));
        Assert.Equal("ubuntu", Assert.Single(Events<ChannelSeen>(items)).Name);
    }

    [SharedDataFact("data/irc/train", "data/irc/other-channel")]
    public async Task Every_line_of_real_logs_is_understood()
    {
        var train = await ReadAsync(SharedData.PathOf("data/irc/train"));
        var other = await ReadAsync(SharedData.PathOf("data/irc/other-channel"), new HistoryOptions { Date = new DateOnly(2008, 1, 1) });

        Assert.Equal(220_463, Events<MessageCreated>(train).Count);
        Assert.All(Skipped(train), skipped => Assert.EndsWith(".annotation.txt", skipped.Place, StringComparison.Ordinal));
        Assert.Equal(1000, Events<MessageCreated>(other).Count);
    }

    private static async Task<IReadOnlyList<MessageCreated>> SampleAsync() => Events<MessageCreated>(await ReadAsync(Sample("Irc/2010-02-13.help.txt")));

    private static IEnumerable<string> Mentions(MessageCreated message) => message.Mentions.Select(member => member.Value);
}
