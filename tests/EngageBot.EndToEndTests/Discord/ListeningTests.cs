using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>The program on a fake Discord over loopback: nothing is lost, nothing stored twice, whatever breaks.</summary>
public sealed class ListeningTests
{
    [Fact]
    public async Task What_was_written_before_it_came_and_what_is_written_live_is_stored_once()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = Begin(discord);
        discord.World.AddMessage(channel, ada, "before");
        await using var bot = new LiveBot(discord);

        bot.Start();
        await bot.UntilStoredAsync(1);
        await discord.SayAsync(channel, ada, "live");
        await bot.UntilStoredAsync(2);

        Assert.Equal(["before | help | 1 | ada", "live | help | 1 | ada"], await bot.RowsAsync(
            "SELECT m.text, c.name, c.visibility, a.name FROM messages m JOIN channels c ON c.id = m.channel JOIN members a ON a.id = m.author ORDER BY m.number"));
        Assert.Equal(0, await bot.StopAsync());
        Assert.DoesNotContain("fake-token", await bot.PrintedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_connection_is_resumed()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await UntilListeningAsync(discord, bot);

        discord.Gateway.DropConnections();
        await discord.SayAsync(channel, ada, "one");
        await discord.SayAsync(channel, ada, "two");
        await bot.UntilStoredAsync(2);

        Assert.Equal((1, 1), (discord.Gateway.Identifies, discord.Gateway.Resumes));
    }

    [Fact]
    public async Task Started_again_it_goes_on_from_its_database_alone()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        var post = await discord.SayAsync(channel, ada, "one");
        var thread = discord.World.AddThread(channel, "a talk", ada, ChannelType.PublicThread, post);
        await discord.Gateway.DispatchAsync("THREAD_CREATE", discord.World.Tells(thread), Guild(discord));
        await UntilListeningAsync(discord, bot);
        await bot.UntilAsync(async () => (await bot.RowsAsync($"SELECT 1 FROM source_notes WHERE name = 'channel/{thread}'")).Count == 1, "the thread to be noted");
        Assert.Equal(0, await bot.StopAsync());

        await discord.SayAsync(thread, ada, "two");
        bot.Start();
        await bot.UntilAsync(async () => (await bot.RowsAsync($"SELECT 1 FROM messages WHERE thread = {thread}")).Count == 1, "the message in the thread");

        Assert.Equal((1, 1), (discord.Gateway.Identifies, discord.Gateway.Resumes));
        Assert.Equal([$"two | {thread} | help"], await bot.RowsAsync("SELECT m.text, m.thread, c.name FROM messages m JOIN channels c ON c.id = m.channel WHERE m.thread IS NOT NULL"));
    }

    [Fact]
    public async Task Where_it_may_not_resume_it_reads_up_only_what_it_missed()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = Begin(discord);
        var quiet = discord.World.AddChannel(Guild(discord), "quiet");
        await using var bot = new LiveBot(discord);
        bot.Start();
        await UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, ada, "one");
        await discord.SayAsync(quiet, ada, "still");
        await bot.UntilStoredAsync(2);
        await bot.StopAsync();

        discord.Gateway.AcceptsResumes = false;
        for (var number = 0; number < 250; number++)
        {
            discord.World.AddMessage(channel, ada, $"missed {number}");
        }

        var calls = discord.Rest.Calls.Count;
        bot.Start();
        await bot.UntilStoredAsync(252);
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT 1 FROM source_notes WHERE name LIKE 'gap/%'")).Count == 0, "the gaps to be closed");

        Assert.True(discord.Gateway.Identifies >= 2);
        var pages = discord.Rest.Calls.Skip(calls).Where(call => call.ToString() == "GET channels/{channel_id}/messages").ToList();
        Assert.All(pages, page => Assert.Equal(channel.ToString(), page.Values["channel_id"]));
        Assert.Equal(["252 | 252"], await bot.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT number) FROM messages"));
        Assert.Equal([discord.World.MessagesOf(channel)[^1]["id"]!.ToString()], await bot.RowsAsync($"SELECT complete_up_to FROM channels WHERE platform_id = '{channel}'"));
    }

    [Fact]
    public async Task A_thread_begun_and_archived_while_it_was_away_is_read_up()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = Begin(discord);
        var forum = discord.World.AddChannel(Guild(discord), "questions", ChannelType.GuildForum);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, ada, "one");
        await bot.UntilStoredAsync(1);
        await bot.StopAsync();

        discord.Gateway.AcceptsResumes = false;
        var post = discord.World.AddMessage(channel, ada, "two");
        foreach (var thread in new[] { discord.World.AddThread(channel, "a talk", ada, ChannelType.PublicThread, post), discord.World.AddThread(forum, "a post", ada) })
        {
            discord.World.AddMessage(thread, ada, "three");
            discord.World.AddMessage(thread, ada, "four");
            discord.World.Archive(thread);
        }

        bot.Start();
        await bot.UntilStoredAsync(6);

        Assert.Equal(["one | help", "two | help", "three | help", "four | help", "three | questions", "four | questions"], await bot.RowsAsync(
            "SELECT m.text, c.name FROM messages m JOIN channels c ON c.id = m.channel ORDER BY m.number"));
        await bot.UntilAsync(
            async () => (await bot.RowsAsync("SELECT 1 FROM source_notes WHERE name LIKE 'gap/%' OR name LIKE 'threads/%'")).Count == 0, "the gaps to be closed");
    }

    [Fact]
    public async Task Without_content_it_knows_who_wrote_where_and_to_whom_and_asks_for_no_intent()
    {
        await using var discord = await LiveDiscord.StartAsync(options => options with { AllowedIntents = GatewayIntents.None });
        discord.World.ApplicationFlags = ApplicationFlags.None;
        var (channel, ada) = Begin(discord);
        await using var bot = new LiveBot(discord, more: ",\"MessageContent\":false");
        bot.Start();
        await UntilListeningAsync(discord, bot);

        var question = await discord.SayAsync(channel, ada, "how?");
        await discord.SayAsync(channel, discord.World.AddMember(Guild(discord), "bob"), "like this", question);
        await bot.UntilStoredAsync(2);

        Assert.Equal([" | ada | -", $" | bob | {question}"], await bot.RowsAsync(
            """
            SELECT m.text, a.name, p.number FROM messages m JOIN members a ON a.id = m.author
            LEFT JOIN links l ON l.message = m.id AND l.parent <> m.id LEFT JOIN messages p ON p.id = l.parent ORDER BY m.number
            """));
    }

    [Fact]
    public async Task Killed_at_random_moments_it_holds_each_message_once()
    {
        var kills = Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 50 : 10;
        var random = new Random(Environment.ProcessId);
        await using var discord = await LiveDiscord.StartAsync();
        discord.Rest.CallsPerSecond *= 2; // One that was killed and its successor may call within the same second: neither knows of the other.
        var (channel, ada) = Begin(discord);
        await using var bot = new LiveBot(discord);
        using var stop = new CancellationTokenSource();
        var talking = TalkAsync(discord, [channel, discord.World.AddChannel(Guild(discord), "other")], ada, TimeSpan.FromMilliseconds(1), stop.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            bot.Start();
            await Task.Delay(TimeSpan.FromMilliseconds(500 + random.Next(2_500)), TimeProvider.System);
            discord.Gateway.AcceptsResumes = random.Next(3) > 0;
            await bot.KillAsync();
        }

        await stop.CancelAsync();
        var said = await talking;
        discord.Gateway.AcceptsResumes = true;
        bot.Start();
        await bot.UntilStoredAsync(said);

        Assert.Equal([$"{said} | {said}"], await bot.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT number) FROM messages"));
    }

    internal static (Snowflake Channel, Snowflake Ada) Begin(LiveDiscord discord)
    {
        var shards = discord.Gateway.GatewayBot.Shards;
        var guild = discord.AddGuild(shards - 1, shards);
        return (discord.World.AddChannel(guild), discord.World.AddMember(guild, "ada"));
    }

    internal static Snowflake Guild(LiveDiscord discord) => discord.World.Guilds.Keys.First();

    /// <summary>Until the bot has been told of its guild: what is said from then on comes live.</summary>
    internal static Task UntilListeningAsync(LiveDiscord discord, LiveBot bot) => bot.UntilAsync(
        async () => discord.Gateway.Identifies > 0 && await bot.HasTableAsync("source_notes")
            && (await bot.RowsAsync($"SELECT 1 FROM source_notes WHERE name = 'guild/{Guild(discord)}'")).Count > 0,
        "the guild to be known");

    /// <summary>Talks until it is stopped; how much was said.</summary>
    private static async Task<int> TalkAsync(LiveDiscord discord, IReadOnlyList<Snowflake> channels, Snowflake author, TimeSpan pause, CancellationToken cancellationToken)
    {
        var said = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            await discord.SayAsync(channels[said % channels.Count], author, $"number {++said}");
            await Task.Delay(pause, TimeProvider.System, CancellationToken.None);
        }

        return said;
    }
}
