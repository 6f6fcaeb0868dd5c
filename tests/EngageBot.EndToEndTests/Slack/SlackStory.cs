using EngageBot.Chat;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The community is a workspace.</summary>
internal sealed class SlackStory : Story
{
    private readonly FakeWorkspace _workspace;
    private readonly string _help;
    private readonly string _board;
    private readonly string _elsewhere;
    private readonly string _ada;
    private readonly string _bob;

    private SlackStory(FakeSlack slack, FakeWorkspace workspace, LiveBot bot, string help, string board, string elsewhere)
        : base(bot)
    {
        (Server, _workspace, _help, _board, _elsewhere) = (slack, workspace, help, board, elsewhere);
        (_ada, _bob) = (workspace.World.AddUser("ada"), workspace.World.AddUser("bob"));
    }

    public FakeSlack Server { get; }

    public static async Task<SlackStory> BeginAsync(string rules) =>
        await BeginAsync(await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = ListeningTests.Patience }), slack => new LiveBot(slack, rules));

    public static async Task<SlackStory> BeginAsync(FakeSlack slack, Func<FakeSlack, LiveBot> make)
    {
        var workspace = slack.AddWorkspace();
        var (help, board, elsewhere) = (workspace.World.AddChannel("help"), workspace.World.AddChannel("waiting"), workspace.World.AddChannel("lamps"));
        var bot = make(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        await PutLiveAsync(bot, workspace);
        return new SlackStory(slack, workspace, bot, help, board, elsewhere);
    }

    public static Task PutLiveAsync(LiveBot bot, FakeWorkspace workspace) => GoLiveAsync(bot, new CommunityId(Platform.Slack, workspace.TeamId));

    public override IReadOnlyList<string> Board() => [.. _workspace.World.SaidByBot(_board).Select(message => message["text"]!.ToString())];

    public override IReadOnlyList<string> Said() =>
        [.. Server.WebApi.CallsOf("chat.postMessage").Concat(Server.WebApi.CallsOf("chat.update")).Select(call => call.Text("text") ?? string.Empty)];

    public override int RepliesTo(string post) => _workspace.World.SaidByBot(_help).Count(message => message["thread_ts"]?.ToString() == post);

    public override async Task<string> AskAsync(string text) => (await _workspace.PostAsync(_ada, _help, text)).Ts;

    public override Task AnswerAsync(string post) => _workspace.PostAsync(_bob, _help, "turn it to the left", post);

    public override Task CheckAsync(string post, bool isTakenBack = false) => isTakenBack
        ? _workspace.UnreactAsync(_bob, new FakeSlackMessage(_help, post), "white_check_mark")
        : _workspace.ReactAsync(_bob, new FakeSlackMessage(_help, post), "white_check_mark");

    public override async Task<string> AskElsewhereAsync() =>
        (await _workspace.PostAsync(_workspace.World.AddUser("carol"), _elsewhere, "Where can I find a new lamp for the hall?")).Ts;

    public override void Forget(string post)
    {
        lock (_workspace.World.Gate)
        {
            _workspace.World.Channels[_help].Messages.Remove(post);
        }
    }

    public override void Cut()
    {
        _workspace.App.Sockets.IsDown = true;
        _workspace.App.Sockets.Drop();
    }

    public override void Mend() => _workspace.App.Sockets.IsDown = false;

    public override bool LinksTo(string text, string post) => text.Contains($"/p{post.Replace(".", string.Empty, StringComparison.Ordinal)}", StringComparison.Ordinal);

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Server.DisposeAsync();
    }
}
