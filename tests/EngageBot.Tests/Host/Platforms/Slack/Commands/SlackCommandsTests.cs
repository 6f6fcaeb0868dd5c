using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Interactions;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using EngageBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Platforms.Slack.Commands;

/// <summary>Commands, clicks and forms, answered by a client that talks to a fake Slack.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "They are disposed of with the test.")]
public sealed partial class SlackCommandsTests : IAsyncLifetime
{
    private static readonly TextBook English = TextBook.In("en");
    private static readonly TextBook German = TextBook.In("de");
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(2));
    private readonly Book _book = new();
    private readonly Shelf _shelf = new();
    private FakeSlack _slack = null!;
    private FakeWorkspace _workspace = null!;
    private SlackWebClient _client = null!;
    private SlackWorld _world = null!;
    private SlackCommands _commands = null!;
    private Task _running = Task.CompletedTask;
    private string _ada = "";
    private FakeSlackUserGroup _mods = null!;
    private string _channel = "";

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync();
        _slack.WebApi.Record.IsKept = false;
        _workspace = _slack.AddWorkspace();
        _ada = _workspace.World.AddUser("ada");
        _channel = _workspace.World.AddChannel("help", _ada);
        _client = new SlackWebClient(new BotToken(_workspace.Token), new SlackWebClientOptions { BaseAddress = _slack.Api }, TimeProvider.System, NullLogger.Instance);
        var workspace = new SlackWorkspaceSettings(new BotToken(_workspace.Token));
        var settings = new SlackSettings { Mode = SlackMode.Socket, ApiBaseUrl = _slack.Api, Workspaces = [workspace] };
        _world = new SlackWorld(settings, workspace, (await _client.TestAuthAsync(_stop.Token)).ValueOrThrow(), _client, TimeProvider.System);
        var worlds = new SlackWorlds([_world], new ChatEventQueue());
        IReadOnlyList<ISlashCommand> commands = [_book, _shelf];
        var router = new CommandRouter([.. commands, new HelpCommand(() => commands, isForModerators: false), new HelpCommand(() => commands, isForModerators: true)], NullLogger<CommandRouter>.Instance);
        _commands = new SlackCommands(
            router,
            new SlackHome(router, TimeProvider.System),
            new SlackAskers(worlds, new SlackGroupMembers(TimeProvider.System), RulesBook.Fixed(new CommunityRules { ModeratorRole = "@mods" }), TimeProvider.System),
            worlds,
            TimeProvider.System,
            NullLogger<SlackCommands>.Instance);
        _mods = _workspace.World.UserGroups[_workspace.World.AddUserGroup("mods")];
        _world.Learn((await _client.ListUserGroupsAsync(_stop.Token)).ValueOrThrow());
        _running = _commands.RunAsync(_stop.Token);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _world.Dispose();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_command_is_answered_with_the_acknowledgement_to_the_asker_alone()
    {
        var answer = Answered(await SlashAsync("/engage", "optin says title: <!channel> &amp; more"));

        Assert.Equal("ephemeral", answer["response_type"]!.ToString());
        Assert.Equal("book: <!channel> & more", Plain(answer["text"]!.ToString()).Replace("@channel", "<!channel>", StringComparison.Ordinal));
        Assert.Equal("optin:go:7", answer["blocks"]![1]!["elements"]![0]!["action_id"]!.ToString());
        Assert.Equal((_ada, _channel), (_book.Last!.Member.Value, _book.Last.By.Channel!.Value.Value));
    }

    [Theory]
    [InlineData("", "/engage optin says|opens|waits|complains [title: …]")]
    [InlineData("help", "/engage optin says|opens|waits|complains [title: …]")]
    public async Task Without_a_word_the_commands_are_listed(string text, string form)
    {
        var said = Plain(Answered(await SlashAsync("/engage", text))["text"]!.ToString());
        Assert.StartsWith(English["command./engage"], said, StringComparison.Ordinal);
        Assert.Contains(form, said, StringComparison.Ordinal);
        Assert.DoesNotContain("optout", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_in_the_language_of_the_asker()
    {
        _workspace.World.Users[_ada].Locale = "de-DE";
        Assert.Contains(German["command./engage"], Plain(Answered(await SlashAsync("/engage"))["text"]!.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("optin", "/engage optin says|opens|waits|complains [title: …]")]
    [InlineData("optin sings", "/engage optin says|opens|waits|complains [title: …]")]
    public async Task A_wrong_argument_gets_a_sentence_and_changes_nothing(string text, string form)
    {
        var example = English.Of("command.example", ("example", "/engage optin what: says title: …"));
        Assert.Equal($"{English.Of("command.usage", ("form", form))}\n{example}", Plain(Answered(await SlashAsync("/engage", text))["text"]!.ToString()));
        Assert.Null(_book.Last);
    }

    [Theory]
    [InlineData("/engage", "nonsense", false, "command.unknown")]
    [InlineData("/engage-mod", "optout", false, "command.moderators-only")]
    [InlineData("/engage-mod", "", false, "command.moderators-only")]
    [InlineData("/engage-mod", "nonsense", false, "command.moderators-only")]
    [InlineData("/engage", "optout", false, "command.moderators-only")]
    [InlineData("/engage-mod", "optout", true, "shelf")]
    [InlineData("/engage-mod", "nonsense", true, "command.unknown")]
    public async Task Who_does_not_manage_the_workspace_is_refused_in_words(string command, string text, bool isAdmin, string said)
    {
        _workspace.World.Users[_ada].IsAdmin = isAdmin;
        Assert.Equal(said == "shelf" ? said : English[said], Plain(Answered(await SlashAsync(command, text))["text"]!.ToString()));
    }

    [Fact]
    public async Task Who_is_in_the_group_of_moderators_may_what_they_may()
    {
        _mods.Members.Add(_ada);
        Assert.Equal("shelf", Plain(Answered(await SlashAsync("/engage-mod", "optout"))["text"]!.ToString()));
        Assert.Equal((false, true), (_shelf.Last!.By.ManagesCommunity, _shelf.Last.By.HasModeratorRole));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("silent")]
    [InlineData("switched off")]
    [InlineData("unknown group")]
    public async Task Where_that_cannot_be_learnt_he_may_not(string fault)
    {
        _mods.Members.Add(_ada);
        _workspace.World.Users[_ada].IsDeleted = fault == "switched off";
        if (fault is "refused" or "silent")
        {
            _slack.WebApi.FailNext("usergroups.users.list", fault == "silent" ? new FakeSlackFault.Hang() : new FakeSlackFault.NotOk("invalid_arguments"));
        }
        else if (fault == "unknown group")
        {
            _world.Learn((IEnumerable<UserGroup>)[]);
        }

        Assert.Equal(English["command.moderators-only"], Plain(Answered(await SlashAsync("/engage-mod", "optout"))["text"]!.ToString()));
    }

    [Fact]
    public async Task Slack_is_asked_once_a_minute_who_somebody_is()
    {
        await SlashAsync("/engage", "help");
        await SlashAsync("/engage", "help");
        Assert.Single(_slack.WebApi.CallsOf("users.info"));
    }

    [Fact]
    public async Task What_takes_longer_is_acknowledged_first_and_answered_later()
    {
        var interaction = await BeginAsync(() => _workspace.SlashAsync(_ada, _channel, "/engage", "optin waits"));
        Assert.Null(await TakeAsync(Command(interaction)));
        Assert.Empty(interaction.Responses);

        _book.Wait.SetResult();
        await UntilAsync(() => interaction.Responses.Count == 1);
        Assert.Equal("ephemeral", interaction.Responses[0]["response_type"]!.ToString());
        Assert.Equal("waited", interaction.Responses[0]["text"]!.ToString());
    }

    [Fact]
    public async Task A_click_is_answered_where_it_was_and_may_take_the_place_of_the_message()
    {
        var said = await BeginAsync(() => _workspace.SlashAsync(_ada, _channel, "/engage", "optin says"));
        await _client.RespondAsync(new ResponseUrl(said.ResponseUrl), SlackReplies.MessageOf(new CommandReply.Says("book") { Buttons = [Book.Button] }, own: null), _stop.Token);
        await UntilAsync(() => _workspace.World.Ephemerals.Count == 1);

        var seen = new FakeSlackMessage(_channel, _workspace.World.Ephemerals[0].Message["ts"]!.ToString());
        var click = await BeginAsync(() => _workspace.PressAsync(_ada, seen, Book.Button.Id.ToString()));
        Assert.Null(await TakeAsync(Interaction(click)));
        await UntilAsync(() => click.Responses.Count == 1);

        Assert.True(click.Responses[0]["replace_original"]!.GetValue<bool>());
        Assert.Equal("pressed 7", click.Responses[0]["text"]!.ToString());
        Assert.Null(Assert.IsType<CommandRequest.Pressed>(_book.Last).Message);
    }

    [Fact]
    public async Task A_form_opens_at_once_and_says_what_came_of_it_in_its_place()
    {
        Assert.Null(await SlashAsync("/engage", "optin opens"));
        var (id, view) = Assert.Single(_workspace.World.Views);
        Assert.Equal(("A title that is longer …", "Title"), (view["title"]!["text"]!.ToString(), view["blocks"]![0]!["label"]!["text"]!.ToString()));

        var sent = await BeginAsync(() => _workspace.SubmitViewAsync(_ada, id, new JsonObject { ["title"] = new JsonObject { ["title"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "Emma" } } }));
        var answer = Json(await TakeAsync(Interaction(sent)));
        Assert.Equal("update", answer!["response_action"]!.ToString());
        Assert.Equal("took Emma", answer["view"]!["blocks"]![0]!["text"]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_form_that_is_wrong_stays_open_with_its_complaints()
    {
        await SlashAsync("/engage", "optin opens");
        var sent = await BeginAsync(() => _workspace.SubmitViewAsync(_ada, _workspace.World.Views.Single().Key, []));
        var answer = Json(await TakeAsync(Interaction(sent)));
        Assert.Equal(("errors", "Which one?"), (answer!["response_action"]!.ToString(), answer["errors"]!["title"]!.ToString()));
    }

    [Fact]
    public async Task Where_a_form_comes_too_late_it_is_said()
    {
        var interaction = await BeginAsync(() => _workspace.SlashAsync(_ada, _channel, "/engage", "optin opens"));
        _slack.WebApi.FailNext("views.open", new FakeSlackFault.NotOk("expired_trigger_id"));
        Assert.Equal(English["command.too-late"], Plain(Answered(await TakeAsync(Command(interaction)))["text"]!.ToString()));
    }

    [Fact]
    public async Task What_comes_from_another_workspace_or_is_no_button_of_the_bot_is_passed_over()
    {
        var interaction = await BeginAsync(() => _workspace.SlashAsync(_ada, _channel, "/engage", "optin says"));
        Assert.Null(await TakeAsync(Command(interaction) with { TeamId = "T999" }));
        Assert.Null(await TakeAsync(new BlockActions
        {
            User = new InteractionUser { Id = _ada },
            Team = new InteractionTeam { Id = _workspace.TeamId },
            Actions = [new BlockAction { ActionId = "nonsense" }],
        }));
        Assert.Null(_book.Last);
    }

    private static JsonObject? Json(AckPayload? payload) => payload is null ? null : JsonNode.Parse(payload.ToJson().Span)!.AsObject();

    private static JsonObject Answered(AckPayload? payload) => Json(payload) ?? throw new InvalidOperationException("Nothing was said.");

    /// <summary>As a reader sees it.</summary>
    private static string Plain(string text) => EngageBot.Slack.Text.Mrkdwn.Unescape(text).Replace("\u2060", "", StringComparison.Ordinal);

    private static SlashCommand Command(FakeSlackInteraction interaction) => (SlashCommand)EventRequest.Read(
        System.Text.Encoding.UTF8.GetBytes(string.Join('&', interaction.Delivery!.Payload.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!.ToString())}"))),
        "application/x-www-form-urlencoded");

    private static SlackPayload Interaction(FakeSlackInteraction interaction) => EventRequest.Read(
        System.Text.Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(interaction.Delivery!.Payload.ToJsonString())), "application/x-www-form-urlencoded");

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, guard.Token);
        }
    }

    private async Task<AckPayload?> SlashAsync(string command, string text = "") => await TakeAsync(Command(await BeginAsync(() => _workspace.SlashAsync(_ada, _channel, command, text))));

    /// <summary>Nobody listens to the fake itself: what it would deliver is given to the commands by the test.</summary>
    private Task<FakeSlackInteraction> BeginAsync(Func<Task<FakeSlackInteraction>> act)
    {
        _workspace.WaitsForAcks = false;
        return act();
    }

    private Task<AckPayload?> TakeAsync(SlackPayload payload) => _commands.TakeAsync(payload, _stop.Token).WaitAsync(TestTime.Patience);
}
