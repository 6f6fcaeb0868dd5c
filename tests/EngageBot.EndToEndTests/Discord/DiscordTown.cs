using System.Text.Json.Nodes;
using EngageBot.Discord.Models;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>The community is a guild.</summary>
internal sealed class DiscordTown : Town
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int Update = 7;
    private const int Modal = 9;

    private readonly LiveDiscord _discord;
    private readonly Snowflake _guild;
    private readonly Dictionary<string, Snowflake> _channels = [];
    private readonly Dictionary<string, Snowflake> _members = [];

    private Snowflake Helpers => new(_guild.Value + 2);

    private DiscordTown(LiveDiscord discord, LiveBot bot, ShiftedClock clock)
        : base(bot, clock)
    {
        (_discord, _guild) = (discord, discord.World.AddGuild());
        foreach (var name in new[] { "help", "lamps", "waiting", "mods", HostileChannel })
        {
            _channels[name] = discord.World.AddChannel(_guild, name);
        }

        discord.Managers.Add(MemberOf(Moderator));
        HideFromAllButModerators(_channels["mods"]);
    }

    public static async Task<DiscordTown> BeginAsync(string rules)
    {
        var clock = Monday();
        var discord = await StartAsync(clock);
        return new DiscordTown(discord, LiveBot.By(clock, discord, rules), clock);
    }

    public static Task<LiveDiscord> StartAsync(ShiftedClock clock) => LiveDiscord.StartAsync(options => options with { Clock = clock });

    /// <summary>With a bot that is in another town too.</summary>
    public static DiscordTown Of(LiveDiscord discord, LiveBot bot, ShiftedClock clock) => new(discord, bot, clock);

    /// <summary>Waits until the bot listens.</summary>
    public Task UntilListeningAsync() => ListeningTests.UntilListeningAsync(_discord, Bot);

    protected override async Task ComeAsync()
    {
        Bot.Start();
        await ListeningTests.UntilListeningAsync(_discord, Bot);
    }

    public override string Remember(string who, string channel, string text, string? replyTo = null) =>
        _discord.World.Say(_channels[channel], MemberOf(who), text, replyTo is null ? null : Snowflake.Parse(replyTo)).Id.ToString();

    public override async Task<string> SayAsync(string who, string channel, string text, string? replyTo = null) =>
        (await _discord.SayAsync(ChannelOf(channel), MemberOf(who), text, replyTo is null ? null : Snowflake.Parse(replyTo))).ToString();

    public override Task RefuseAsync(string who, Shown shown) => _discord.ReactAsync(Snowflake.Parse(shown.Place), Snowflake.Parse(shown.Id), MemberOf(who), "❌");

    public override IReadOnlyList<Shown> In(string channel) => [.. _discord.World.MessagesOf(ChannelOf(channel)).Where(IsOwn).Where(IsForAll).Select(message => Read(message))];

    public override IReadOnlyList<Shown> To(string member) => [.. _discord.MessagesTo(MemberOf(member)).Where(IsOwn).Select(message => Read(message))];

    public override IReadOnlyList<string> Contacted() => [.. _members.Keys.Where(member => To(member).Count > 0)];

    /// <summary>A thread on the message that begins it.</summary>
    public override IReadOnlyList<Shown> Meetings()
    {
        lock (_discord.World.Gate)
        {
            return [.. from thread in _discord.World.Channels.Values
                    where thread["thread_metadata"] is not null && thread["owner_id"]!.ToString() == _discord.World.BotId.ToString()
                    select Read(_discord.World.Messages[Snowflake.Parse(thread["parent_id"]!.ToString())][thread.Id()]) with { Place = thread["id"]!.ToString() }];
        }
    }

    public override async Task JoinAsync(string who) => _members[who] = await _discord.JoinAsync(_guild, who);

    public override async Task MakeHelperAsync(string who)
    {
        _discord.World.SetRoles(_guild, MemberOf(who), Helpers);
        await _discord.ChangeAsync(_guild, MemberOf(who), "roles", new JsonArray(Helpers.ToString()));
    }

    public override async Task LoseRoleAsync(string who)
    {
        _discord.World.SetRoles(_guild, MemberOf(who));
        await _discord.ChangeAsync(_guild, MemberOf(who), "roles", new JsonArray());
    }

    public override Task EditAsync(string channel, string message, string text) => _discord.EditAsync(ChannelOf(channel), Snowflake.Parse(message), text);

    public override Task DeleteAsync(string channel, string message) => _discord.DeleteAsync(ChannelOf(channel), Snowflake.Parse(message));

    public override bool HasEyes(string channel, string message)
    {
        lock (_discord.World.Gate)
        {
            return _discord.World.Reactions.Contains((Snowflake.Parse(message), "👀"));
        }
    }

    /// <summary>Those whom it is allowed to, of the call that made it.</summary>
    public override IReadOnlyList<string> Pinged(Shown shown)
    {
        var call = _discord.Rest.Calls.Last(call => call.Body is JsonObject body && body["content"]?.ToString() == shown.Text);
        Assert.Empty(call.Body!["allowed_mentions"]!["parse"]!.AsArray());
        var users = (call.Body["allowed_mentions"]!["users"] as JsonArray ?? []).Select(user => user!.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. _members.Where(member => users.Contains(member.Value.ToString())).Select(member => member.Key)];
    }

    public override IReadOnlyList<string> Written() => [.. _discord.Rest.Calls.Select(call => call.Body).OfType<JsonNode>().SelectMany(JsonNodes.Texts)];

    public override IReadOnlyList<string> Pings() =>
    [
        .. _discord.Rest.Calls.Select(call => call.Body).OfType<JsonObject>().Select(body => body["data"] as JsonObject ?? body).Where(body => body["content"] is not null)
            .SelectMany(body => body["allowed_mentions"] is not { } allowed || allowed["parse"] is not JsonArray { Count: 0 }
                ? [$"everybody by {body.ToJsonString()}"]
                : (allowed["users"] as JsonArray ?? []).Select(user => _members.Single(member => member.Value.ToString() == user!.ToString()).Key)),
    ];

    public override async Task<Shown> TypeAsync(string who, string command, string subcommand, params (string Name, string Value)[] options)
    {
        var given = options.Select(option => (option.Name, Value: (JsonNode)(option.Value[0] switch
        {
            '#' => ChannelOf(option.Value[1..]).ToString(),
            '@' => MemberOf(option.Value[1..]).ToString(),
            _ => option.Value,
        })));
        return await AnsweredAsync(await _discord.CommandAsync(_channels["help"], MemberOf(who), command, subcommand, [.. given]));
    }

    public override async Task<Shown> PressAsync(string who, Shown shown, string label)
    {
        var (_, button) = shown.Buttons.Single(button => button.Label == label);
        var place = Snowflake.Parse(shown.Place);
        return await AnsweredAsync(await _discord.PressAsync(place, MemberOf(who), button, Snowflake.Parse(shown.Id)));
    }

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    protected override async Task<Shown> SubmitAsync(string who, Shown form, IReadOnlyDictionary<string, string> fields) =>
        await AnsweredAsync(await _discord.SubmitAsync(Snowflake.Parse(form.Place), MemberOf(who), form.Id, fields));

    private static Shown Read(JsonNode message) => new(message["channel_id"]!.ToString(), message["id"]!.ToString(), message["content"]!.ToString(), ButtonsOf(message))
    {
        Picture = (message["attachments"] as JsonArray)?.FirstOrDefault()?["description"]?.ToString(),
    };

    private static IReadOnlyList<(string Label, string Id)> ButtonsOf(JsonNode message) =>
    [
        .. (message["components"] as JsonArray ?? []).SelectMany(row => row!["components"] as JsonArray ?? []).OfType<JsonNode>()
            .Select(button => (button["label"]!.ToString(), button["custom_id"]!.ToString())),
    ];

    private static bool IsForAll(JsonObject message) => (message["flags"]!.GetValue<int>() & (int)MessageFlags.Ephemeral) == 0;

    private bool IsOwn(JsonObject message) => message["author"]!["id"]!.ToString() == _discord.World.BotId.ToString();

    private Snowflake ChannelOf(string name) => _channels.TryGetValue(name, out var channel) ? channel : Snowflake.Parse(name);

    private Snowflake MemberOf(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            _members[name] = member = _discord.World.AddMember(_guild, name);
        }

        return member;
    }

    private async Task<Shown> AnsweredAsync(FakeInteraction interaction)
    {
        Shown? answer = null;
        await UntilAsync(() => (answer = AnswerOf(interaction)) is not null, "an answer");
        return answer!;
    }

    /// <summary>Null where it is not there yet.</summary>
    private Shown? AnswerOf(FakeInteraction interaction) => interaction switch
    {
        { Answered: Modal, Data: { } form } => new Shown(interaction.Channel.ToString(), form["custom_id"]!.ToString(), form["title"]!.ToString(), [])
        {
            Form = form["components"]!.AsArray().Select(label => label!["component"]!).ToDictionary(field => field["custom_id"]!.ToString(), field => field["value"]?.ToString() ?? string.Empty),
            FieldLabels = [.. form["components"]!.AsArray().Select(label => label!["label"]!.ToString())],
        },
        { Answered: Update, Data: { } changed } => new Shown(interaction.Channel.ToString(), string.Empty, changed["content"]!.ToString(), ButtonsOf(changed)),
        { Answered: Message or DeferredMessage, Original: { } original } => _discord.World.MessagesOf(interaction.Channel)
            .Where(message => message.Id() == original && message["content"]!.ToString().Length > 0).Select(message => Read(message)).FirstOrDefault(),
        _ => null,
    };

    private void HideFromAllButModerators(Snowflake channel)
    {
        var (world, role) = (_discord.World, new Snowflake(_guild.Value + 1));
        var (seen, speaking) = ((ulong)Permissions.ViewChannel, (ulong)(Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory));
        lock (world.Gate)
        {
            world.Guilds[_guild]["roles"]!.AsArray().Add(FakeJson.Role(role, "moderators", Permissions.ManageGuild));
            world.Guilds[_guild]["roles"]!.AsArray().Add(FakeJson.Role(Helpers, "helpers", default));
            world.Channels[channel]["permission_overwrites"] = JsonNode.Parse(
                $$"""
                [{"id":"{{_guild}}","type":0,"allow":"0","deny":"{{seen}}"},{"id":"{{role}}","type":0,"allow":"{{speaking}}","deny":"0"},
                {"id":"{{world.BotId}}","type":1,"allow":"{{speaking}}","deny":"0"}]
                """);
        }

        world.SetRoles(_guild, MemberOf(Moderator), role);
    }
}
