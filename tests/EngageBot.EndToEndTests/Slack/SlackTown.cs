using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EngageBot.EndToEndTests.Stories;
using EngageBot.Slack.Text;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The community is a workspace; the bot hears of it over sockets.</summary>
internal sealed partial class SlackTown : Town
{
    private const string NewYork = "America/New_York";

    private readonly FakeSlack _slack;
    private readonly FakeWorkspace _workspace;
    private readonly Dictionary<string, string> _channels;
    private readonly Dictionary<string, string> _members;
    private readonly string _helpers;

    private SlackTown(FakeSlack slack, FakeWorkspace workspace, LiveBot bot, ShiftedClock clock, string moderator)
        : base(bot, clock)
    {
        (_slack, _workspace, _members) = (slack, workspace, new() { [Moderator] = moderator });
        _channels = new[] { "help", "lamps", "waiting", HostileChannel }.ToDictionary(name => name, name => workspace.World.AddChannel(name));
        _helpers = workspace.World.AddUserGroup("helpers");
        _channels["mods"] = workspace.World.AddChannel("mods", FakeChannelKind.Private, workspace.BotUserId, moderator);
    }

    public static async Task<SlackTown> BeginAsync(string rules)
    {
        var clock = Monday();
        var (slack, workspace, moderator) = await StartAsync(clock);
        return new SlackTown(slack, workspace, LiveBot.By(clock, slack, rules, overHttp: false, moderator), clock, moderator);
    }

    public static async Task<(FakeSlack Slack, FakeWorkspace Workspace, string Moderator)> StartAsync(ShiftedClock clock)
    {
        var slack = await FakeSlack.StartAsync(new FakeSlackOptions { Clock = clock, AckWithin = TestTime.Patience, TriggerLifetime = TestTime.Patience });
        var workspace = slack.AddWorkspace();
        var moderator = workspace.World.AddUser(Moderator);
        workspace.World.Users[moderator].IsAdmin = true;
        return (slack, workspace, moderator);
    }

    /// <summary>With a bot that is in another town too.</summary>
    public static SlackTown Of((FakeSlack Slack, FakeWorkspace Workspace, string Moderator) started, LiveBot bot, ShiftedClock clock) =>
        new(started.Slack, started.Workspace, bot, clock, started.Moderator);

    /// <summary>Waits until the bot listens.</summary>
    public Task UntilListeningAsync() => ListeningTests.UntilListeningAsync(_workspace, Bot);

    public override string Remember(string who, string channel, string text, string? replyTo = null) => _workspace.World.AddMessage(_channels[channel], MemberOf(who), text, replyTo).Ts;

    public override async Task<string> SayAsync(string who, string channel, string text, string? replyTo = null) =>
        (await _workspace.PostAsync(MemberOf(who), ChannelOf(channel), text, replyTo)).Ts;

    public override Task RefuseAsync(string who, Shown shown) => _workspace.ReactAsync(MemberOf(who), new FakeSlackMessage(shown.Place, shown.Id), "x");

    public override IReadOnlyList<Shown> In(string channel) => [.. _workspace.World.SaidByBot(ChannelOf(channel)).Select(message => Read(ChannelOf(channel), message))];

    public override IReadOnlyList<Shown> To(string member)
    {
        string[] two = [_workspace.BotUserId, MemberOf(member)];
        lock (_workspace.World.Gate)
        {
            return _workspace.World.Channels.Values.FirstOrDefault(channel => channel.Kind == FakeChannelKind.Im && channel.Members.SetEquals(two)) is { } conversation ? In(conversation.Id) : [];
        }
    }

    public override IReadOnlyList<string> Contacted() => [.. _members.Keys.Where(member => To(member).Count > 0)];

    /// <summary>A conversation of these and the bot.</summary>
    public override IReadOnlyList<Shown> Meetings()
    {
        lock (_workspace.World.Gate)
        {
            return [.. _workspace.World.Channels.Values.Where(channel => channel.Kind == FakeChannelKind.Mpim).SelectMany(channel => In(channel.Id).Take(1))];
        }
    }

    public override async Task JoinAsync(string who)
    {
        _members[who] = await _workspace.TeamJoinAsync(who);
        _workspace.World.Users[_members[who]].TimeZone = NewYork;
    }

    public override Task MakeHelperAsync(string who) => _workspace.ChangeUserGroupAsync(_helpers, added: [MemberOf(who)], removed: []);

    public override Task LoseRoleAsync(string who) => _workspace.ChangeUserGroupAsync(_helpers, added: [], removed: [MemberOf(who)]);

    public override Task EditAsync(string channel, string message, string text) => _workspace.EditAsync(new FakeSlackMessage(ChannelOf(channel), message), text);

    public override Task DeleteAsync(string channel, string message) => _workspace.DeleteAsync(new FakeSlackMessage(ChannelOf(channel), message));

    public override bool HasEyes(string channel, string message) =>
        (_workspace.World.Find(new FakeSlackMessage(ChannelOf(channel), message))?["reactions"] as JsonArray ?? [])
            .Any(reaction => reaction!["name"]!.ToString() == "eyes" && reaction["users"]!.AsArray().Any(user => user!.ToString() == _workspace.BotUserId));

    public override IReadOnlyList<string> Pinged(Shown shown)
    {
        var text = _workspace.World.Find(new FakeSlackMessage(shown.Place, shown.Id))!["text"]!.ToString();
        var users = Mention().Matches(text).Select(mention => mention.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        return [.. _members.Where(member => users.Contains(member.Value)).Select(member => member.Key)];
    }

    public override IReadOnlyList<string> Written()
    {
        lock (_workspace.World.Gate)
        {
            return [.. _slack.WebApi.Calls.SelectMany(call => JsonNodes.Texts(call.Arguments)), .. _workspace.World.Ephemerals.SelectMany(one => JsonNodes.Texts(one.Message))];
        }
    }

    public override IReadOnlyList<string> Pings() => [.. Written().SelectMany(PingsOf)];

    private IEnumerable<string> PingsOf(string text) => text.Contains("<!", StringComparison.Ordinal)
        ? [$"everybody by {text}"]
        : Mention().Matches(text).Select(mention => _members.FirstOrDefault(member => member.Value == mention.Groups["id"].Value).Key ?? mention.Value);

    public override async Task<Shown> TypeAsync(string who, string command, string subcommand, params (string Name, string Value)[] options)
    {
        var given = options.Select(option => $"{option.Name}: " + option.Value[0] switch
        {
            '#' => $"<#{ChannelOf(option.Value[1..])}|{option.Value[1..]}>",
            '@' => $"<@{MemberOf(option.Value[1..])}|{option.Value[1..]}>",
            _ => option.Value,
        });
        Forget(who);
        return await AnsweredAsync(await _workspace.SlashAsync(MemberOf(who), _channels["help"], $"/{command}", string.Join(' ', [subcommand, .. given])));
    }

    public override async Task<Shown> PressAsync(string who, Shown shown, string label)
    {
        Forget(who);
        return await AnsweredAsync(await _workspace.PressAsync(MemberOf(who), new FakeSlackMessage(shown.Place, shown.Id), shown.Buttons.Single(button => button.Label == label).Id));
    }

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    protected override async Task ComeAsync()
    {
        Bot.Start();
        await ListeningTests.UntilListeningAsync(_workspace, Bot);
    }

    /// <summary>What is said then stands in the place of the form, or at its fields.</summary>
    protected override async Task<Shown> SubmitAsync(string who, Shown form, IReadOnlyDictionary<string, string> fields)
    {
        JsonObject values = [];
        foreach (var (name, value) in fields)
        {
            values[name] = new JsonObject { [name] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value.Length == 0 ? null : value } };
        }

        var sent = await _workspace.SubmitViewAsync(MemberOf(who), form.Id, values);
        return await UntilAsync(() => ErrorsOf(sent, form) ?? (ViewOf(form.Id) is { Form: null, Text: not "…" } said ? said : null), "an answer to a form");
    }

    private static Shown? ErrorsOf(FakeSlackInteraction sent, Shown form) =>
        sent.Answer?["errors"] is JsonObject errors ? form with { Text = string.Join('\n', errors.Select(error => error.Value!.ToString())) } : null;

    private static Shown Read(string channel, JsonObject message)
    {
        var blocks = (message["blocks"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var buttons = blocks.Where(block => block["type"]!.ToString() == "actions").SelectMany(block => block["elements"]!.AsArray()).OfType<JsonNode>();
        return new Shown(channel, message["ts"]!.ToString(), Plain(message["text"]!.ToString()), [.. buttons.Select(button => (button["text"]!["text"]!.ToString(), button["action_id"]!.ToString()))])
        {
            Picture = blocks.FirstOrDefault(block => block["type"]!.ToString() == "image")?["alt_text"]?.ToString(),
        };
    }

    private static string Plain(string text) => Mrkdwn.Unescape(text).Replace("\u2060", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex("<@(?<id>U[0-9]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mention();

    private string ChannelOf(string name) => _channels.GetValueOrDefault(name, name);

    private string MemberOf(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            _members[name] = member = _workspace.World.AddUser(name);
            _workspace.World.Users[member].TimeZone = NewYork;
        }

        return member;
    }

    /// <summary>Forms that were open before.</summary>
    private void Forget(string who)
    {
        lock (_workspace.World.Gate)
        {
            _workspace.World.Modals.Remove(MemberOf(who));
        }
    }

    private Shown? ViewOf(string id)
    {
        lock (_workspace.World.Gate)
        {
            if (!_workspace.World.Views.TryGetValue(id, out var view))
            {
                return null;
            }

            var blocks = view["blocks"]!.AsArray().OfType<JsonObject>().ToList();
            var inputs = blocks.Where(block => block["type"]!.ToString() == "input").ToDictionary(block => block["block_id"]!.ToString(), block => block["element"]!["initial_value"]?.ToString() ?? string.Empty);
            var text = string.Join('\n', blocks.Where(block => block["type"]!.ToString() == "section").Select(block => Plain(block["text"]!["text"]!.ToString())));
            return inputs.Count == 0 ? new Shown(string.Empty, id, text, []) : new Shown(string.Empty, id, view["title"]!["text"]!.ToString(), [])
            {
                Form = inputs,
                FieldLabels = [.. blocks.Where(block => block["type"]!.ToString() == "input").Select(block => block["label"]!["text"]!.ToString())],
            };
        }
    }

    private Task<Shown> AnsweredAsync(FakeSlackInteraction interaction) => UntilAsync(() => AnswerOf(interaction), "an answer");

    /// <summary>A form, else what was said with the acknowledgement or afterwards; null where it is not there yet.</summary>
    private Shown? AnswerOf(FakeSlackInteraction interaction)
    {
        lock (_workspace.World.Gate)
        {
            if (_workspace.World.Modals.GetValueOrDefault(interaction.User)?.LastOrDefault() is { } form)
            {
                return ViewOf(form);
            }

            if (interaction.Answer is null && interaction.Responses.Count == 0)
            {
                return null;
            }

            var said = (interaction.Answer ?? interaction.Responses[0]).AsObject();
            var seen = _workspace.World.Ephemerals.LastOrDefault(one => one.User == interaction.User && one.Channel == interaction.Channel);
            var isReplaced = said["replace_original"]?.GetValue<bool>() == true;
            return isReplaced ? Read(interaction.Channel!, said.DeepClone().AsObject().With("ts", interaction.Ts ?? string.Empty))
                : seen is not null && seen.Message["text"]!.ToString() == said["text"]!.ToString() ? Read(seen.Channel, seen.Message) : null;
        }
    }
}
