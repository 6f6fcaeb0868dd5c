using System.Text.Json.Nodes;
using EngageBot.Chat;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit;
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
    private readonly Dictionary<string, string> _helpers;
    private readonly bool _isOverHttp;

    private SlackStory(FakeSlack slack, FakeWorkspace workspace, LiveBot bot, string help, string board, string elsewhere)
        : base(bot)
    {
        (Server, _workspace, _help, _board, _elsewhere) = (slack, workspace, help, board, elsewhere);
        _ada = workspace.World.AddUser("ada");
        _helpers = new() { ["bob"] = workspace.World.AddUser("bob"), ["carol"] = workspace.World.AddUser("carol") };
        _isOverHttp = workspace.App.Http.Target is not null;
    }

    public FakeSlack Server { get; }

    public static async Task<SlackStory> BeginAsync(string rules) =>
        await BeginAsync(await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience }), slack => new LiveBot(slack, rules));

    /// <summary>In the afternoon of a working day where the members are, and out of hours everywhere in Europe.</summary>
    public static async Task<Story> BeginAskingAsync(bool overHttp)
    {
        var clock = ShiftedClock.At(DayOfWeek.Wednesday, hour: 20);
        var story = await BeginAsync(await HttpTests.StartAsync(clock), slack => LiveBot.By(clock, slack, AskingRules, overHttp));
        foreach (var user in story._helpers.Values.Append(story._ada))
        {
            story._workspace.World.Users[user].TimeZone = "America/New_York";
        }

        return story;
    }

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

    public override Task AnswerAsync(string post) => _workspace.PostAsync(_helpers["bob"], _help, "turn it to the left", post);

    public override Task CheckAsync(string post, bool isTakenBack = false) => isTakenBack
        ? _workspace.UnreactAsync(_helpers["bob"], new FakeSlackMessage(_help, post), "white_check_mark")
        : _workspace.ReactAsync(_helpers["bob"], new FakeSlackMessage(_help, post), "white_check_mark");

    public override async Task<string> AskElsewhereAsync() =>
        (await _workspace.PostAsync(_helpers["carol"], _elsewhere, "Where can I find a new lamp for the hall?")).Ts;

    public override void Forget(string post)
    {
        lock (_workspace.World.Gate)
        {
            _workspace.World.Channels[_help].Messages.Remove(post);
        }
    }

    public override async Task AgreeAsync(string member)
    {
        var asked = await _workspace.SlashAsync(_helpers[member], _help, "/engage", "helper on");
        await Bot.UntilAsync(() => Task.FromResult(asked.Answer is not null || asked.Responses.Count > 0), "the consent to be stored");
    }

    public override IReadOnlyList<PrivateMessage> PrivateTo(string member) => [.. DirectTo(member).Select(message => new PrivateMessage(message["text"]!.ToString(), [.. ButtonsOf(message).Select(button => button["text"]!["text"]!.ToString())]))];

    public override Task PressAsync(string member, string label)
    {
        var message = DirectTo(member)[^1];
        var button = ButtonsOf(message).First(button => button["text"]!["text"]!.ToString() == label);
        return _workspace.PressAsync(_helpers[member], new FakeSlackMessage(ConversationWith(member)!, message["ts"]!.ToString()), button["action_id"]!.ToString());
    }

    public override async Task<ShownAnswer> ChooseAsync(string member, string command, string post)
    {
        var shortcut = new Dictionary<string, string> { ["Find someone to answer"] = "find", ["Mark as answered"] = "answered", ["No reply needed"] = "no-reply", ["Improve my chances"] = "chances" }[command];
        return await ShownAsync(await _workspace.ShortcutAsync(UserOf(member), new FakeSlackMessage(_help, post), shortcut));
    }

    public override async Task<ShownAnswer> PressShownAsync(string member, ShownAnswer answer) =>
        await ShownAsync(await _workspace.PressAsync(UserOf(member), new FakeSlackMessage(_help, answer.Message!), answer.Buttons[0]));

    /// <summary>Ada writes in the thread of her post; what her message is known by.</summary>
    public async Task<string> GoOnAsync(string post, string text) => (await _workspace.PostAsync(_ada, _help, text, post)).Ts;

    public override void LoseNextPrivate() => Server.WebApi.FailNext("conversations.open", new FakeSlackFault.NotOk("user_not_visible"));

    /// <summary>Over HTTP nobody knows of a line that is cut: there the bot itself is away.</summary>
    public override Task CutAsync()
    {
        _workspace.WaitsForAcks = !_isOverHttp;
        if (_isOverHttp)
        {
            return Bot.KillAsync();
        }

        _workspace.App.Sockets.IsDown = true;
        _workspace.App.Sockets.Drop();
        return Task.CompletedTask;
    }

    public override Task MendAsync()
    {
        _workspace.WaitsForAcks = true;
        _workspace.App.Sockets.IsDown = false;
        if (_isOverHttp)
        {
            Bot.Start();
        }

        return Task.CompletedTask;
    }

    public override bool LinksTo(string text, string post) => text.Contains($"/p{post.Replace(".", string.Empty, StringComparison.Ordinal)}", StringComparison.Ordinal);

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task<ShownAnswer> ShownAsync(FakeSlackInteraction interaction)
    {
        await Bot.UntilAsync(() => Task.FromResult(interaction.Responses.Count > 0), "an answer to what was chosen");
        var answer = interaction.Responses[0];
        Assert.Equal("ephemeral", answer["response_type"]!.ToString());
        lock (_workspace.World.Gate)
        {
            return new ShownAnswer(
                EngageBot.Slack.Text.Mrkdwn.Unescape(answer["text"]!.ToString()).Replace("\u2060", string.Empty, StringComparison.Ordinal),
                [.. ButtonsOf(answer).Select(button => button["action_id"]!.ToString())],
                _workspace.World.Ephemerals.Count > 0 ? _workspace.World.Ephemerals[^1].Message["ts"]!.ToString() : null) { Thread = answer["thread_ts"]?.ToString() };
        }
    }

    private string UserOf(string member) => member == "ada" ? _ada : _helpers[member];

    private static IEnumerable<JsonNode> ButtonsOf(JsonObject message) =>
        (message["blocks"] as JsonArray ?? []).Where(block => block!["type"]!.ToString() == "actions").SelectMany(block => block!["elements"]!.AsArray()).OfType<JsonNode>();

    private string? ConversationWith(string member)
    {
        lock (_workspace.World.Gate)
        {
            return _workspace.World.Channels.Values.FirstOrDefault(channel => channel.Kind == FakeChannelKind.Im && channel.Members.Contains(_helpers[member]))?.Id;
        }
    }

    private IReadOnlyList<JsonObject> DirectTo(string member) => ConversationWith(member) is { } conversation ? _workspace.World.SaidByBot(conversation) : [];
}
