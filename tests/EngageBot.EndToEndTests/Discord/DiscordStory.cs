using System.Text.Json.Nodes;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>The community is a guild.</summary>
internal sealed class DiscordStory : Story
{
    private readonly Snowflake _elsewhere;
    private readonly Snowflake _ada;
    private readonly Snowflake _carol;

    private DiscordStory(LiveDiscord discord, LiveBot bot, Snowflake help, Snowflake board, Snowflake elsewhere)
        : base(bot)
    {
        (Discord, Help, BoardChannel, _elsewhere) = (discord, help, board, elsewhere);
        Guild = ListeningTests.Guild(discord);
        (_ada, Bob, _carol) = (discord.World.AddMember(Guild, "ada"), discord.World.AddMember(Guild, "bob"), discord.World.AddMember(Guild, "carol"));
    }

    public LiveDiscord Discord { get; }

    public Snowflake Guild { get; }

    public Snowflake Help { get; }

    public Snowflake Bob { get; }

    public Snowflake BoardChannel { get; }

    public static async Task<DiscordStory> BeginAsync(string rules) => await BeginAsync(await LiveDiscord.StartAsync(), discord => new LiveBot(discord, rules));

    public static async Task<DiscordStory> BeginAsync(LiveDiscord discord, Func<LiveDiscord, LiveBot> make)
    {
        var (help, _) = ListeningTests.Begin(discord);
        var board = discord.World.AddChannel(ListeningTests.Guild(discord), "waiting");
        var elsewhere = discord.World.AddChannel(ListeningTests.Guild(discord), "lamps");
        var bot = make(discord);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        await GoLiveAsync(bot, new CommunityId(Platform.Discord, ListeningTests.Guild(discord).ToString()));
        return new DiscordStory(discord, bot, help, board, elsewhere);
    }

    public override IReadOnlyList<string> Board() => [.. Discord.World.MessagesOf(BoardChannel).Select(message => message["content"]!.ToString())];

    public override IReadOnlyList<string> Said()
    {
        var said = Discord.Rest.Calls.Select(call => call.Body).OfType<JsonObject>().Where(body => body["content"] is not null).ToList();
        Assert.All(said, body => Assert.Empty(body["allowed_mentions"]!["parse"]!.AsArray()));
        return [.. said.Select(body => body["content"]!.ToString())];
    }

    public override int RepliesTo(string post) => Discord.World.MessagesOf(Help).Count(message =>
        message["author"]!["id"]!.ToString() == Discord.World.BotId.ToString() && message["message_reference"]?["message_id"]?.ToString() == post);

    public override async Task<string> AskAsync(string text) => (await Discord.SayAsync(Help, _ada, text)).ToString();

    public override Task AnswerAsync(string post) => Discord.SayAsync(Help, Bob, "turn it to the left", Snowflake.Parse(post));

    public override Task CheckAsync(string post, bool isTakenBack = false) => Discord.ReactAsync(Help, Snowflake.Parse(post), Bob, "✅", isTakenBack);

    public override async Task<string> AskElsewhereAsync() =>
        (await Discord.SayAsync(_elsewhere, _carol, "Where can I find a new lamp for the hall?")).ToString();

    public override void Forget(string post) => Discord.World.Forget(Help, Snowflake.Parse(post));

    public override async Task AgreeAsync(string member)
    {
        var on = await Discord.CommandAsync(Help, HelperOf(member), "engage", "helper", ("state", "on"));
        await Bot.UntilAsync(() => Task.FromResult(on.Answered is not null), "the consent to be stored");
    }

    public override IReadOnlyList<PrivateMessage> PrivateTo(string member) =>
        [.. Discord.MessagesTo(HelperOf(member)).Select(message => new PrivateMessage(message["content"]!.ToString(), [.. ButtonsOf(message).Select(button => button["label"]!.ToString())]))];

    /// <summary>The answer to it takes the place of the message.</summary>
    public override async Task PressAsync(string member, string label)
    {
        var message = Discord.MessagesTo(HelperOf(member))[^1];
        var button = ButtonsOf(message).First(button => button["label"]!.ToString() == label)["custom_id"]!.ToString();
        var pressed = await Discord.PressAsync(Snowflake.Parse(message["channel_id"]!.ToString()), HelperOf(member), button, Snowflake.Parse(message["id"]!.ToString()));
        await Bot.UntilAsync(() => Task.FromResult(pressed.Answered is not null), "an answer to the press");
        Assert.Empty(pressed.Data!["components"]!.AsArray());
    }

    public override async Task<ShownAnswer> ChooseAsync(string member, string command, string post) =>
        await ShownAsync(await Discord.ChooseAsync(Help, HelperOf(member), command, Snowflake.Parse(post)));

    public override async Task<ShownAnswer> PressShownAsync(string member, ShownAnswer answer) => await ShownAsync(await Discord.PressAsync(Help, HelperOf(member), answer.Buttons[0]));

    public override void LoseNextPrivate() => Discord.World.ClosesNext = 50007;

    public override Task CutAsync()
    {
        Discord.Gateway.IsDown = true;
        Discord.Gateway.DropConnections();
        return Task.CompletedTask;
    }

    public override Task MendAsync()
    {
        Discord.Gateway.IsDown = false;
        return Task.CompletedTask;
    }

    public override bool LinksTo(string text, string post) => text.Contains($"/{post}", StringComparison.Ordinal);

    public async Task<(Snowflake Forum, Snowflake Tag)> OpenForumAsync()
    {
        var forum = Discord.World.AddChannel(Guild, "questions", ChannelType.GuildForum);
        var tag = Discord.World.AddTag(forum, "needs an answer");
        await Discord.Gateway.DispatchAsync("CHANNEL_CREATE", Discord.World.Tells(forum), Guild);
        return (forum, tag);
    }

    /// <summary>A post in a forum: a thread whose first message has its id.</summary>
    public async Task<Snowflake> PostAsync(Snowflake forum, string text)
    {
        var post = Discord.World.AddThread(forum, "about a lid", _ada);
        await Discord.Gateway.DispatchAsync("THREAD_CREATE", Discord.World.Tells(post), Guild);
        await Discord.SayAsync(post, _ada, text, id: post);
        return post;
    }

    public Task ReplyInAsync(Snowflake thread) => Discord.SayAsync(thread, Bob, "turn it to the left");

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Discord.DisposeAsync();
    }

    private static IEnumerable<JsonNode> ButtonsOf(JsonObject message) =>
        (message["components"] as JsonArray ?? []).SelectMany(row => row!["components"]!.AsArray()).OfType<JsonNode>();

    private async Task<ShownAnswer> ShownAsync(FakeInteraction interaction)
    {
        await Bot.UntilAsync(() => Task.FromResult(interaction.Answered is not null), "an answer to what was chosen");
        var data = interaction.Data!;
        return new ShownAnswer(data["content"]!.ToString(), [.. ButtonsOf(data.AsObject()).Select(button => button["custom_id"]!.ToString())], Message: null);
    }

    private Snowflake HelperOf(string name) => name == "bob" ? Bob : name == "ada" ? _ada : _carol;
}
