using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack;

public sealed class SlackWorldTests : IDisposable
{
    private readonly SlackWorld _world;

    public SlackWorldTests()
    {
        var workspace = new SlackWorkspaceSettings(new BotToken("xoxb-1"));
        var settings = new SlackSettings { Mode = SlackMode.Http, ApiBaseUrl = new Uri("http://127.0.0.1:1/"), Workspaces = [workspace] };
        _world = new SlackWorld(
            settings, workspace, new AuthTest { TeamId = "T1", UserId = "U0" }, new SlackWebClient(workspace.BotToken, settings.Client, TimeProvider.System, NullLogger.Instance), TimeProvider.System);
        _world.Begin([_world.StateOf(new Conversation { Id = "C1", Name = "help" }, []), _world.StateOf(new Conversation { Id = "G1", Name = "staff", IsPrivate = true }, ["U1"])]);
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void What_it_begins_with_is_told_once()
    {
        var seen = _world.TakeLearnt().Select(queued => queued.Event).Cast<ChannelSeen>().ToList();
        Assert.Equal(["help", "staff"], seen.Select(channel => channel.Name));
        Assert.Equal([ChannelVisibility.Everyone, ChannelVisibility.Readers], seen.Select(channel => channel.Visibility));
        Assert.Equal(["U1"], seen[1].Readers.Select(reader => reader.Value));
        Assert.Empty(_world.TakeLearnt());
    }

    [Fact]
    public void While_a_gap_is_open_no_mark_moves_and_what_closes_it_moves_it_to_what_was_read()
    {
        Assert.Null(Marked(_world.Translate(Said("5.000001"))));

        var gap = Gap("C1");
        var missed = _world.Missed("C1", new Timestamps(Timestamp.Parse("1.000000"), Timestamp.Parse("0.000001")), [Said("4.000001").Message]);
        Assert.Single(missed, queued => queued.Event is MessageCreated);
        var closed = Assert.Single(_world.Close(gap, new MessageId(4_000_001)));
        Assert.Equal(4_000_001, closed.Mark!.Message.Number);
        Assert.Equal(6_000_001, Marked(_world.Translate(Said("6.000001"))));
        Assert.Null(Marked(_world.Translate(Said("5.500001")))); // Late: a mark never moves back.
    }

    [Fact]
    public void A_gap_that_was_opened_again_while_it_was_read_stays_open()
    {
        var gap = Gap("C1");
        _world.OpenGaps(TimeSpan.FromHours(1));

        Assert.Empty(_world.Close(gap, new MessageId(4_000_001)));
        Assert.Equal(gap.Parents, Gap("C1").Parents);
    }

    [Fact]
    public void It_is_caught_up_when_what_closed_the_last_gap_is_committed_and_it_hears()
    {
        var closed = new[] { "C1", "G1" }.SelectMany(channel => _world.Close(Gap(channel), newest: null)).ToList();
        Assert.False(_world.IsCaughtUp);
        closed.ForEach(queued => queued.Committed!.SetResult());
        Assert.True(SpinWait.SpinUntil(() => _world.IsCaughtUp, TimeSpan.FromSeconds(30)));

        _world.IsHeard = () => false;
        Assert.False(_world.IsCaughtUp);
    }

    [Fact]
    public void A_public_channel_that_becomes_private_is_asked_for_again_before_anything_of_it_is_stored()
    {
        var converted = Said("5.000001") with { Message = Said("5.000001").Message with { Subtype = MessageSubtype.ChannelConvertToPrivate } };
        Assert.Equal("C1", _world.UnknownChannel(converted));
        Assert.Null(_world.UnknownChannel(Said("5.000002")));
        Assert.Equal("C2", _world.UnknownChannel(Said("5.000003", "C2")));
    }

    [Fact]
    public void Who_leaves_a_private_channel_is_no_reader_any_more_and_where_the_bot_leaves_nothing_is_known()
    {
        _world.TakeLearnt();
        var left = Assert.IsType<ChannelSeen>(Assert.Single(_world.Translate(new MemberLeftChannelEvent { User = "U1", Channel = "G1" })).Event);
        Assert.Empty(left.Readers);

        _world.Translate(new MemberLeftChannelEvent { User = "U0", Channel = "G1" });
        Assert.Null(_world.Find("G1"));
        Assert.DoesNotContain(_world.Reading.Gaps, gap => gap.Channel == "G1");
        Assert.Empty(_world.Translate(Said("7.000001", "G1")));
    }

    [Fact]
    public void Whose_account_is_switched_off_has_left_until_it_is_on_again()
    {
        _world.TakeLearnt();
        var user = new User { Id = "U7", Name = "ada" };
        Assert.Equal(new MemberStanding(), Seen(user).Standing);

        var gone = _world.Translate(new UserChangeEvent { User = user with { Deleted = true } }).Select(queued => queued.Event).ToList();
        Assert.Null(Assert.IsType<MemberSeen>(gone[0]).Standing);
        Assert.Equal("U7", Assert.IsType<MemberLeft>(gone[1]).Member.Value);
        Assert.Empty(_world.Translate(new UserChangeEvent { User = user with { Deleted = true } }));
        Assert.Equal(new MemberStanding(), Seen(user).Standing);
    }

    [Fact]
    public void Groups_are_told_of_with_their_members_and_only_those_for_whom_something_changes()
    {
        _world.Learn([new UserGroup { Id = "S1", Handle = "helpers", Name = "The helpers", Users = ["U7"] }, new UserGroup { Id = "S2", Handle = "painters" }]);
        _world.TakeLearnt();
        Assert.Equal(["S1", "helpers", "The helpers"], Seen(new User { Id = "U7", Name = "ada" }).Roles!);
        Assert.Empty(Seen(new User { Id = "U8", Name = "bob" }).Roles!);

        Assert.Equal(["U7: ", "U8: S1,helpers,The helpers"], Told(new SubteamMembersChangedEvent { SubteamId = "S1", AddedUsers = ["U8", "U9"], RemovedUsers = ["U7"] }));
        Assert.Empty(Told(new SubteamMembersChangedEvent { SubteamId = "S1", AddedUsers = ["U8"], RemovedUsers = ["U7"] }));
        Assert.Empty(Told(new SubteamUpdatedEvent { Subteam = new UserGroup { Id = "S1", Handle = "helpers", Name = "The helpers" } }));
        Assert.Equal(["U8: S1,answerers"], Told(new SubteamUpdatedEvent { Subteam = new UserGroup { Id = "S1", Handle = "answerers", Name = " " } }));
        Assert.Equal(["U7: S3", "U8: S1,answerers,S3"], Told(new SubteamUpdatedEvent { Subteam = new UserGroup { Id = "S3", Users = ["U7", "U8"] } }));
        Assert.Equal(["U8: S3"], Told(new SubteamUpdatedEvent { Subteam = new UserGroup { Id = "S1", DateDelete = 5, Users = ["U8"] } }));
        Assert.Empty(Told(new SubteamMembersChangedEvent { SubteamId = "S1", AddedUsers = ["U7"] }));
    }

    [Fact]
    public void Where_it_is_not_known_which_groups_there_are_nothing_is_said_of_them()
    {
        _world.TakeLearnt();
        Assert.Null(Seen(new User { Id = "U7", Name = "ada" }).Roles);
        Assert.Empty(Told(new SubteamUpdatedEvent { Subteam = new UserGroup { Id = "S1", Handle = "helpers", Users = ["U7"] } }));
    }

    private List<string> Told(SlackEvent happened) =>
        [.. _world.Translate(happened).Select(queued => queued.Event).Cast<MemberSeen>().Select(seen => $"{seen.Member.Value}: {string.Join(',', seen.Roles!)}").Order(StringComparer.Ordinal)];

    private MemberSeen Seen(User user) => Assert.IsType<MemberSeen>(Assert.Single(_world.Translate(new UserChangeEvent { User = user })).Event);

    private static MessageEvent Said(string ts, string channel = "C1") =>
        new(new Message { Channel = channel, ChannelType = ChannelType.Channel, User = "U1", Text = "hello", Ts = Timestamp.Parse(ts) });

    private EngageBot.Host.Platforms.Slack.Reading.ReadGap Gap(string channel) => _world.Reading.Gaps.Single(gap => gap.Channel == channel);

    private static long? Marked(List<QueuedEvent> items) => items[^1].Mark?.Message.Number;
}
