using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// A workspace with an app in it. What its members do here is told to the app, and the method ends when the app has acknowledged it (or was given up, or
/// nobody is connected); at once where <see cref="WaitsForAcks"/> is off.
/// </summary>
public sealed class FakeWorkspace
{
    private readonly FakeSlackInteractions _interactions;

    internal FakeWorkspace(string name, FakeSlackApp app, TimeProvider clock, Func<long> next, Func<Uri> address)
    {
        Name = name;
        App = app;
        TeamId = $"T{next():D10}";
        World = new FakeSlackWorld(TeamId, "engagebot", clock, next) { AppId = app.Id };
        Token = $"xoxb-{TeamId}-fake";
        _interactions = new FakeSlackInteractions(this, address);
    }

    /// <summary>Also the first part of its address.</summary>
    public string Name { get; }

    public string TeamId { get; }

    public FakeSlackApp App { get; }

    /// <summary>The bot's, <c>xoxb-…</c>.</summary>
    public string Token { get; }

    public FakeSlackWorld World { get; }

    public string BotUserId => World.BotUserId;

    /// <summary>Whether what people do here ends only when the app has acknowledged it.</summary>
    public bool WaitsForAcks { get; set; } = true;

    /// <summary>Why the bot's token is no longer good: <c>account_inactive</c>, <c>token_revoked</c>.</summary>
    public string? TokenError { get; set; }

    /// <summary>Commands and clicks so far.</summary>
    public IReadOnlyList<FakeSlackInteraction> Interactions => _interactions.All;

    /// <summary>Somebody says something.</summary>
    /// <param name="thread">The <c>ts</c> of the message it answers in its thread.</param>
    /// <param name="isBroadcast">Whether the answer is shown in the channel as well.</param>
    public async Task<FakeSlackMessage> PostAsync(string user, string channel, string text, string? thread = null, bool isBroadcast = false)
    {
        var ts = "";
        await HappenAsync(() =>
        {
            var message = FakeSlackJson.Message(user, text, ts = World.NewTs(), TeamId).With("client_msg_id", Guid.NewGuid().ToString());
            World.Messages.Post(World.Channels[channel], message, thread, isBroadcast);
        });
        return new FakeSlackMessage(channel, ts);
    }

    /// <summary>Another app says something, under a name and without a user.</summary>
    public async Task<FakeSlackMessage> PostAsIntegrationAsync(string name, string channel, string text, string? thread = null)
    {
        var ts = "";
        await HappenAsync(() =>
        {
            var message = FakeSlackJson.Message("", text, ts = World.NewTs(), TeamId).With("subtype", "bot_message").With("bot_id", "B0000000000").With("username", name);
            message.Remove("user");
            World.Messages.Post(World.Channels[channel], message, thread);
        });
        return new FakeSlackMessage(channel, ts);
    }

    public Task EditAsync(FakeSlackMessage message, string text) =>
        HappenAsync(message, (channel, found) => World.Messages.Edit(channel, found, found.Text("user") ?? "", edited => edited["text"] = text));

    public Task DeleteAsync(FakeSlackMessage message) => HappenAsync(message, World.Messages.Delete);

    public Task ReactAsync(string user, FakeSlackMessage message, string name) =>
        HappenAsync(message, (channel, found) => World.Messages.React(channel, found, user, name));

    public Task UnreactAsync(string user, FakeSlackMessage message, string name) =>
        HappenAsync(message, (channel, found) => World.Messages.Unreact(channel, found, user, name));

    /// <summary>Somebody joins a channel; the bot too, when it is invited.</summary>
    public Task JoinAsync(string user, string channel) => HappenAsync(() => World.Membership.Join(World.Channels[channel], user));

    public Task LeaveAsync(string user, string channel) => HappenAsync(() => World.Membership.Leave(World.Channels[channel], user));

    /// <summary>The bot is not in it.</summary>
    public async Task<string> CreateChannelAsync(string user, string name)
    {
        var id = "";
        await HappenAsync(() => id = World.Membership.Create(name, user).Id);
        return id;
    }

    public Task RenameChannelAsync(string user, string channel, string name) => HappenAsync(() => World.Membership.Rename(World.Channels[channel], user, name));

    public Task ArchiveChannelAsync(string user, string channel, bool isArchived = true) =>
        HappenAsync(() => World.Membership.Archive(World.Channels[channel], user, isArchived));

    /// <summary>Somebody new comes to the workspace.</summary>
    public async Task<string> TeamJoinAsync(string name)
    {
        var id = World.AddUser(name);
        await HappenAsync(() => World.Tell(new JsonObject { ["type"] = "team_join", ["user"] = FakeSlackJson.User(World.Users[id], TeamId), ["event_ts"] = World.NewTs() }));
        return id;
    }

    /// <summary>People come into a user group and leave it: Slack tells it in two ways.</summary>
    public Task ChangeUserGroupAsync(string id, IReadOnlyList<string> added, IReadOnlyList<string> removed) => HappenAsync(() =>
    {
        var group = World.UserGroups[id];
        group.Members.RemoveAll(removed.Contains);
        group.Members.AddRange(added);
        World.Tell(new JsonObject { ["type"] = "subteam_updated", ["subteam"] = FakeUserGroupMethods.Group(group, World, withUsers: true), ["event_ts"] = World.NewTs() });
        World.Tell(new JsonObject
        {
            ["type"] = "subteam_members_changed",
            ["subteam_id"] = id,
            ["team_id"] = TeamId,
            ["date_previous_update"] = World.Now.ToUnixTimeSeconds(),
            ["date_update"] = World.Now.ToUnixTimeSeconds(),
            ["added_users"] = FakeUserGroupMethods.Ids(added),
            ["added_users_count"] = $"{added.Count}",
            ["removed_users"] = FakeUserGroupMethods.Ids(removed),
            ["removed_users_count"] = $"{removed.Count}",
            ["event_ts"] = World.NewTs(),
        });
    });

    /// <summary>A user group is called otherwise, or switched off.</summary>
    public Task ChangeUserGroupAsync(string id, string handle, bool isDisabled = false) => HappenAsync(() =>
    {
        var group = World.UserGroups[id];
        (group.Handle, group.IsDisabled) = (handle, isDisabled);
        World.Tell(new JsonObject { ["type"] = "subteam_updated", ["subteam"] = FakeUserGroupMethods.Group(group, World, withUsers: true), ["event_ts"] = World.NewTs() });
    });

    /// <summary>Somebody looks at the app's home tab.</summary>
    public Task OpenAppHomeAsync(string user) => HappenAsync(() =>
    {
        var opened = new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = World.Membership.Open([user]).Channel.Id, ["tab"] = "home" };
        var view = World.Homes.TryGetValue(user, out var home) ? World.Views[home] : null;
        World.Tell((view is null ? opened : opened.With("view", view)).With("event_ts", World.NewTs()));
    });

    /// <summary>The app is thrown out: its token no longer works.</summary>
    public async Task UninstallAsync()
    {
        await RevokeTokensAsync("account_inactive");
        await HappenAsync(() => World.Tell(new JsonObject { ["type"] = "app_uninstalled", ["event_ts"] = World.NewTs() }));
    }

    public Task RevokeTokensAsync(string error = "token_revoked")
    {
        TokenError = error;
        return HappenAsync(() => World.Tell(new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(BotUserId) },
            ["event_ts"] = World.NewTs(),
        }));
    }

    /// <summary>Somebody types a command, for example <c>/engage status</c>.</summary>
    public Task<FakeSlackInteraction> SlashAsync(string user, string channel, string command, string text = "") => _interactions.SlashAsync(user, channel, command, text);

    /// <summary>Somebody presses a button of a message, also of one that only they see.</summary>
    public Task<FakeSlackInteraction> PressAsync(string user, FakeSlackMessage message, string actionId) => _interactions.PressAsync(user, message, actionId);

    /// <summary>Somebody presses a button in a modal or a home tab.</summary>
    public Task<FakeSlackInteraction> PressAsync(string user, string view, string actionId) => _interactions.PressAsync(user, view, actionId);

    /// <summary>Somebody takes a shortcut: of a message's menu, or of none.</summary>
    public Task<FakeSlackInteraction> ShortcutAsync(string user, FakeSlackMessage? message, string callbackId) => _interactions.ShortcutAsync(user, message, callbackId);

    /// <summary>Somebody sends a modal off.</summary>
    /// <param name="values">What they entered, by block and action, as <c>view.state.values</c> has it.</param>
    public Task<FakeSlackInteraction> SubmitViewAsync(string user, string view, JsonObject? values = null) => _interactions.SubmitViewAsync(user, view, values);

    /// <summary>Somebody closes a modal; the app hears of it where it asked to.</summary>
    public Task<FakeSlackInteraction?> CloseViewAsync(string user, string view) => _interactions.CloseViewAsync(user, view);

    /// <summary>Changes the world, and tells the app what happened.</summary>
    internal Task HappenAsync(Action change)
    {
        List<FakeDelivery> told;
        lock (World.Gate)
        {
            change();
            told = [.. World.TakeEvents().Select(Event)];
            told.ForEach(App.Deliver);
        }

        return WaitsForAcks ? Task.WhenAll(told.Select(delivery => delivery.Settled)) : Task.CompletedTask;
    }

    /// <summary>Brings something else to the app.</summary>
    internal async Task<FakeDelivery> BringAsync(string type, JsonObject payload)
    {
        var delivery = new FakeDelivery(type, payload);
        App.Deliver(delivery);
        await (WaitsForAcks ? delivery.Settled : Task.CompletedTask);
        return delivery;
    }

    internal FakeSlackInteraction? ByTrigger(string trigger) => _interactions.All.FirstOrDefault(interaction => interaction.TriggerId == trigger);

    private FakeDelivery Event(JsonObject happened) => new("events_api", FakeSlackPayloads.Event(this, happened, World.NewId('E')));

    private Task HappenAsync(FakeSlackMessage message, Action<FakeSlackChannel, JsonObject> change) => HappenAsync(() =>
    {
        var channel = World.Channels[message.Channel];
        change(channel, channel.Messages[message.Ts]);
    });
}
