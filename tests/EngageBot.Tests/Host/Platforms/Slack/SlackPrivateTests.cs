using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack;

/// <summary>Of what is said to the bot only that it was is told; and what becomes of channels that are archived.</summary>
public sealed class SlackPrivateTests : IDisposable
{
    private readonly SlackWorld _world;

    public SlackPrivateTests()
    {
        var workspace = new SlackWorkspaceSettings(new BotToken("xoxb-1"));
        var settings = new SlackSettings { Mode = SlackMode.Http, ApiBaseUrl = new Uri("http://127.0.0.1:1/"), Workspaces = [workspace] };
        var client = new SlackWebClient(workspace.BotToken, settings.Client, TimeProvider.System, NullLogger.Instance);
        _world = new SlackWorld(settings, workspace, new AuthTest { TeamId = "T1", UserId = "U0" }, client, TimeProvider.System);
        _world.Begin([_world.StateOf(new Conversation { Id = "C1", Name = "help" }, [])]);
        _world.Learn(new User { Id = "U1", Name = "ada", Tz = "Europe/Berlin" });
        _world.Learn(new User { Id = "U9", Name = "builds", IsBot = true });
        _world.TakeLearnt();
    }

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(ChannelType.Im)]
    [InlineData(ChannelType.Mpim)]
    public void Of_a_private_message_who_and_when_is_told_and_nothing_of_what(string type)
    {
        var said = Private(type, "U1");
        Assert.Null(_world.UnknownChannel(said));
        var told = Assert.IsType<WrittenInPrivate>(Assert.Single(_world.Translate(said)).Event);
        Assert.Equal(new WrittenInPrivate(_world.Community, DateTimeOffset.FromUnixTimeSeconds(5), new MemberId(_world.Community, "U1"), "D1"), told);
        Assert.DoesNotContain("secret", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_bot_or_another_app_says_or_what_changes_there_is_nothing()
    {
        Assert.Empty(_world.Translate(Private(ChannelType.Im, "U0")));
        Assert.Empty(_world.Translate(Private(ChannelType.Im, "U9")));
        Assert.Empty(_world.Translate(new MessageEvent(Private(ChannelType.Im, "U1").Message with { BotId = "B1" })));
        Assert.Empty(_world.Translate(new MessageEvent(Private(ChannelType.Im, "U1").Message with { Subtype = MessageSubtype.MessageChanged })));
        Assert.Empty(_world.Translate(new MessageEvent(Private(ChannelType.Im, "U1").Message with { Subtype = MessageSubtype.MessageDeleted })));
    }

    [Fact]
    public void Whom_somebody_mentions_in_private_is_not_asked_for()
    {
        Assert.Empty(_world.Unknown(EngageBot.Host.Platforms.Slack.Mapping.EventSubjects.Users(Private(ChannelType.Im, "U1"))));
        Assert.Equal(["U7"], _world.Unknown(EngageBot.Host.Platforms.Slack.Mapping.EventSubjects.Users(new AppHomeOpenedEvent { User = "U7" })));
    }

    [Fact]
    public void An_archived_channel_is_told_and_left_and_asked_for_again_when_it_comes_back()
    {
        var archived = Assert.IsType<ChannelSeen>(Assert.Single(_world.Translate(new ChannelArchiveEvent { Channel = "C1" })).Event);
        Assert.Equal(("help", true), (archived.Name, archived.IsArchived));
        Assert.Null(_world.Find("C1"));
        Assert.Empty(_world.Reading.Gaps);

        Assert.Equal("C1", _world.UnknownChannel(new ChannelUnarchiveEvent { Channel = "C1" }));
        _world.Learn(_world.StateOf(new Conversation { Id = "C1", Name = "help" }, []));
        Assert.False(Assert.IsType<ChannelSeen>(Assert.Single(_world.Translate(new ChannelUnarchiveEvent { Channel = "C1" })).Event).IsArchived);
        Assert.Single(_world.Reading.Gaps);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Etc/GMT+3", "Etc/GMT+3")]
    [InlineData("../../etc/passwd", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("a name with spaces", null)]
    public void A_zone_is_taken_that_can_be_one(string? told, string? zone)
    {
        _world.Learn(new User { Id = "U5", Name = "eve", Tz = told });
        Assert.Equal(zone, Assert.IsType<MemberSeen>(Assert.Single(_world.TakeLearnt()).Event).TimeZone);
    }

    private static MessageEvent Private(string type, string user) =>
        new(new Message { Channel = "D1", ChannelType = type, User = user, Text = "a secret of <@U8>", Ts = Timestamp.Parse("5.000000") });
}
