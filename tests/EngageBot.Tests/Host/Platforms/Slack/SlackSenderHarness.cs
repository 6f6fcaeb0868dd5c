using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack;

/// <summary>A sender in a workspace of the fake Slack, with a channel and somebody in it.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "xunit disposes asynchronously.")]
public abstract class SlackSenderHarness : IAsyncLifetime
{
    private protected FakeSlack Slack { get; private set; } = null!;
    private protected FakeWorkspace Workspace { get; private set; } = null!;
    private protected SlackConnection Connection { get; private set; } = null!;
    private TestDatabase _database = null!;
    private protected HealthBook Health { get; private set; } = null!;
    private protected SlackSender Sender { get; private set; } = null!;
    private protected string Help { get; private set; } = null!;
    private protected string Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Workspace = Slack.AddWorkspace();
        Ada = Workspace.World.AddUser("ada");
        Help = Workspace.World.AddChannel("help", Ada);
        var settings = new SlackSettings
        {
            Mode = SlackMode.Socket,
            ApiBaseUrl = Slack.Api,
            Workspaces = [new SlackWorkspaceSettings(new BotToken(Workspace.Token)) { AppToken = new AppToken(Workspace.App.Token) }],
        };
        Connection = await SlackConnection.OpenAsync(settings, new ChatEventQueue(), TimeProvider.System, CancellationToken.None);
        _database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        Health = new HealthBook(_database.Source, TimeProvider.System, NullLogger<HealthBook>.Instance);
        await new SlackOpening(Connection.Worlds, _database.Source, TimeProvider.System, NullLogger<SlackOpening>.Instance).BeginAsync(Connection.Worlds.All[0], CancellationToken.None);
        Sender = new SlackSender(Connection.Worlds, new SlackReaders(Connection.Worlds, new SlackGroupMembers(TimeProvider.System), TimeProvider.System), new SlackPresences(Connection.Worlds, TimeProvider.System), new SlackDepartures(Connection.Worlds, Health, TimeProvider.System));
    }

    public async Task DisposeAsync()
    {
        Connection.Dispose();
        Health.Dispose();
        await _database.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private protected OutgoingMessage Message(string text, MessageId? replyTo) => new() { OutboxId = 7, Channel = Channel(Help), Text = text, ReplyTo = replyTo };

    private protected Task<SendResult> SendAsync(string text, MessageId? replyTo) => Sender.SendAsync(Message(text, replyTo), CancellationToken.None);

    private protected Task<ReadAccess> CanReadAsync(string user, string channel) =>
        Sender.CanReadAsync(new MemberId(new CommunityId(Platform.Slack, Workspace.TeamId), user), Channel(channel), CancellationToken.None);

    private protected ChannelId Channel(string id) => new(new CommunityId(Platform.Slack, Workspace.TeamId), id);

    private protected static MessageId Id(string ts) => MessageId.TryParseSlackTs(ts, out var id) ? id : throw new FormatException(ts);
}
