using EngageBot.Chat;
using EngageBot.History;
using EngageBot.TestKit;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History.Slack;

public sealed class SlackReaderTests
{
    private static readonly CommunityId Team = new(Platform.Slack, "T0TEAM");

    [Fact]
    public async Task Messages_of_all_channels_come_in_the_order_of_time()
    {
        var items = await ReadAsync(Sample("Slack"));
        var times = Events<MessageCreated>(items).Select(message => message.At).ToList();

        Assert.Equal(times.Order(), times);
        Assert.Equal(["G0STAFF", "C0GENERAL", "C0GENERAL", "C0RANDOM"], Events<MessageCreated>(items).OrderBy(m => m.At).ThenByDescending(m => m.Channel.Value).Take(4).Select(m => m.Channel.Value));
    }

    [Fact]
    public async Task The_workspace_is_the_one_that_most_members_are_of() =>
        Assert.All(Events<ChatEvent>(await ReadAsync(Sample("Slack"))), happened => Assert.Equal(Team, happened.Community));

    [Fact]
    public async Task Text_is_unescaped_once_and_keeps_links_and_mentions()
    {
        var message = await MessageAsync(1767261660_000200);

        Assert.Equal("How do I <mount> a disk &amp; more? <https://example.org/?a=1&b=2|docs>", message.Text);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 10, 1, 0, TimeSpan.Zero).AddMicroseconds(200), message.At);
        Assert.Equal(new MemberId(Team, "U0ADA"), message.Author);
    }

    [Fact]
    public async Task A_root_and_its_replies_are_in_the_thread_of_the_root()
    {
        var root = await MessageAsync(1767261660_000200);
        var reply = await MessageAsync(1767261720_000300);
        var broadcast = await MessageAsync(1767261780_000400);

        Assert.Equal(root.Id, root.Thread);
        Assert.Equal(root.Id, reply.Thread);
        Assert.Equal((root.Id, MessageTraits.ThreadBroadcast), (broadcast.Thread!.Value, broadcast.Traits));
        Assert.Equal(MessageTraits.Edited, root.Traits);
        Assert.Null((await MessageAsync(1767262020_000800)).Thread);
        Assert.Null(reply.ReplyTo);
    }

    [Fact]
    public async Task Mentions_are_each_once_in_order_and_only_where_they_are_not_escaped() =>
        Assert.Equal(["U0ADA", "U0EVE"], (await MessageAsync(1767261720_000300)).Mentions.Select(member => member.Value));

    [Theory]
    [InlineData(1767261600_000100, "U0BOB", MessageTraits.System)]
    [InlineData(1767261840_000500, "B0CI", MessageTraits.Bot)]
    [InlineData(1767261841_000500, "U0BOT", MessageTraits.Bot)]
    [InlineData(1767261842_000500, "U0ADA", MessageTraits.Webhook)]
    [InlineData(1767261900_000600, "U0ADA", MessageTraits.HasAttachments)]
    [InlineData(1767261901_000600, "U0EVE", MessageTraits.HasAttachments)]
    [InlineData(1767261960_000700, "U0BOB", MessageTraits.HasAttachments)]
    [InlineData(1767262020_000800, "U0BOB", MessageTraits.None)]
    [InlineData(1767262080_000900, "U0BOB", MessageTraits.System)]
    public async Task A_subtype_says_who_wrote_and_what_it_is(long id, string author, MessageTraits traits)
    {
        var message = await MessageAsync(id);

        Assert.Equal((author, traits), (message.Author.Value, message.Traits));
    }

    [Fact]
    public async Task A_comment_on_a_file_is_what_the_commenter_wrote()
    {
        var message = await MessageAsync(1767261960_000700);

        Assert.Equal("nice, <@U0EVE>", message.Text);
        Assert.Equal(["U0EVE"], message.Mentions.Select(member => member.Value));
        Assert.Empty((await MessageAsync(1767261900_000600)).Mentions);
    }

    [Fact]
    public async Task Reactions_are_of_those_who_are_listed_at_the_time_of_the_message()
    {
        var reactions = Events<ReactionAdded>(await ReadAsync(Sample("Slack")));

        Assert.Equal([("U0BOB", "eyes"), ("U0NEW", "eyes")], reactions.Select(reaction => (reaction.Member.Value, reaction.Emoji)));
        Assert.All(reactions, reaction => Assert.Equal(new MessageId(1767261660_000200), reaction.Message));
        Assert.All(reactions, reaction => Assert.Equal(reactions[0].At, reaction.At));
    }

    [Fact]
    public async Task Edits_are_told_and_previews_are_not()
    {
        var edit = Assert.Single(Events<MessageEdited>(await ReadAsync(Sample("Slack"))));

        Assert.Equal((new MessageId(1767261720_000300), "ask & wait"), (edit.Id, edit.Text));
    }

    [Fact]
    public async Task Deleted_messages_are_deleted_and_not_written_by_slackbot()
    {
        var items = await ReadAsync(Sample("Slack"));

        Assert.Equal(
            [1767261780_000400, 1767262020_000800, 1767262080_000900, 1767348120_000300],
            Events<MessageDeleted>(items).Select(deleted => deleted.Id.Number));
        Assert.DoesNotContain(Events<MessageCreated>(items), message => message.Text.Contains("was deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_channel_is_for_its_members_and_a_public_one_for_everyone()
    {
        var channels = Events<ChannelSeen>(await ReadAsync(Sample("Slack"))).ToDictionary(channel => channel.Name);

        Assert.Equal(["general", "random", "staff"], channels.Keys.Order());
        Assert.Equal(ChannelVisibility.Everyone, channels["general"].Visibility);
        Assert.Empty(channels["general"].Readers);
        Assert.Equal(ChannelVisibility.Readers, channels["staff"].Visibility);
        Assert.Equal([new MemberId(Team, "U0ADA"), new MemberId(Team, "U0EVE")], channels["staff"].Readers);
    }

    [Fact]
    public async Task Members_have_the_name_they_chose_else_their_own_else_that_of_the_account()
    {
        var members = Events<MemberSeen>(await ReadAsync(Sample("Slack"))).ToDictionary(member => member.Member.Value);

        Assert.Equal(("Ada", "Bob B.", "eve", "guest"), (members["U0ADA"].Name, members["U0BOB"].Name, members["U0EVE"].Name, members["U0GUEST"].Name));
        Assert.Equal(("Shared Sam", "ci", "U0NEW"), (members["U0SHARED"].Name, members["B0CI"].Name, members["U0NEW"].Name));
        Assert.Equal(["B0CI", "U0BOT", "USLACKBOT"], members.Values.Where(member => member.IsBot).Select(member => member.Member.Value).Order());
        Assert.All(members.Values, member => Assert.Null(member.JoinedAt));
    }

    [Fact]
    public async Task Direct_messages_are_never_read()
    {
        var items = await ReadAsync(Sample("Slack"));

        Assert.DoesNotContain(Events<MessageCreated>(items), message => message.Text == "between us");
        Assert.Contains(Skipped(items), skipped => skipped is { Place: "D0AAAAAAA/", Reason: "is of no listed channel" });
    }

    [Fact]
    public async Task Messages_without_author_or_time_are_skipped() =>
        Assert.Equal(
            [
                ("general/2026-01-02.json, message 8", "no author"),
                ("general/2026-01-02.json, message 9", "no time"),
                ("general/2026-01-02.json, message 10", "unreadable time"),
                ("general/2026-01-02.json, message 11", "is no message"),
                ("general/2026-01-02.json, message 12", "is no message"),
            ],
            Skipped(await ReadAsync(Sample("Slack"))).Skip(1).Select(item => (item.Place, item.Reason)));

    [Fact]
    public async Task A_zip_reads_like_the_folder_even_where_all_is_in_a_folder_of_it()
    {
        using var history = new TemporaryHistory();
        var zip = Path.Combine(history.Folder, "Export of Team.zip");
        await System.IO.Compression.ZipFile.CreateFromDirectoryAsync(Sample("Slack"), zip, System.IO.Compression.CompressionLevel.Fastest, includeBaseDirectory: true);

        var fromZip = Events<ChatEvent>(await ReadAsync(zip));

        Assert.Equal(Events<ChatEvent>(await ReadAsync(Sample("Slack"))).Select(happened => (happened.GetType(), happened.At)), fromZip.Select(happened => (happened.GetType(), happened.At)));
    }

    [Fact]
    public async Task Without_users_the_workspace_has_the_name_of_the_export()
    {
        using var history = new TemporaryHistory();
        var zip = history.Zip("acme.zip", ("channels.json", """[{"id":"C1","name":"a"}]"""), ("a/2026-01-01.json", """[{"user":"U1","text":"x","ts":"1767261600.000100"}]"""));

        Assert.Equal(new CommunityId(Platform.Slack, "acme"), Assert.Single(Events<MessageCreated>(await ReadAsync(zip))).Community);
    }

    [Theory]
    [InlineData("a/2026-01-01.json", "[{\"user\":\"U1\",\"ts\":\"1767261600.000100\"},\n{\"user\":", "a/2026-01-01.json: broken JSON at line 2")]
    [InlineData("a/2026-01-01.json", "", "a/2026-01-01.json: broken JSON at line 1")]
    [InlineData("a/2026-01-01.json", "{\"user\":\"U1\"}", "a/2026-01-01.json: is no list")]
    [InlineData("a/2026-01-01.json", "[]", "holds no messages")]
    [InlineData("a/notes.json", "[{}]", "holds no messages")]
    [InlineData("users.json", "[{]", "users.json: broken JSON at line 1")]
    [InlineData("users.json", "{}", "users.json: is no list")]
    public async Task A_broken_export_is_refused_before_anything_is_read(string name, string content, string fault)
    {
        using var history = new TemporaryHistory();
        var zip = history.Zip("x.zip", ("channels.json", """[{"id":"C1","name":"a"},{"id":"C2","name":"b"}]"""), (name, content));

        Assert.Contains(fault, await FaultAsync(zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_lists_of_channels_is_no_export()
    {
        using var history = new TemporaryHistory();
        history.Write("a/2026-01-01.json", "[]");

        Assert.Contains("has neither channels.json nor groups.json", await FaultAsync(history.Folder, new HistoryOptions { From = HistoryFormat.Slack }), StringComparison.Ordinal);
    }

    [SharedDataFact("samples/slack-export.zip")]
    public async Task A_real_export_is_read_whole()
    {
        var items = await ReadAsync(SharedData.PathOf("samples/slack-export.zip"));
        var messages = Events<MessageCreated>(items);

        Assert.Equal(158, messages.Count);
        Assert.Empty(Skipped(items));
        Assert.Equal(new CommunityId(Platform.Slack, "T0BMHLSRH"), messages[0].Community);
        Assert.Equal(messages.Select(message => message.At).Order(), messages.Select(message => message.At));
        Assert.Equal(94, messages.Count(message => message.Traits.HasFlag(MessageTraits.Bot)));
        Assert.Equal(11, messages.Count(message => message.Traits.HasFlag(MessageTraits.System)));
        Assert.Equal(["enrique", "traveling-sailor"], Events<ChannelSeen>(items).Select(channel => channel.Name));
        Assert.Equal("botman", Assert.Single(Events<ReactionAdded>(items)).Emoji);
    }

    private static async Task<MessageCreated> MessageAsync(long id) =>
        Events<MessageCreated>(await ReadAsync(Sample("Slack"))).First(message => message.Id.Number == id && message.Text != "private");
}
