using System.Text.Json.Nodes;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>A question that nobody answers is shown to everybody, and taken back when somebody does.</summary>
public sealed class StoryTests
{
    private const string Question = "How do I open the lid without breaking it?";

    private const string Rules =
        """
        {"WaitAtLeast":"00:00:02","WaitAtMost":"00:00:02","WaitWithoutHistory":"00:00:02","PublicStep":"Board","BoardChannel":"waiting"}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_nobody_answers_is_shown_without_pings_and_taken_down_when_somebody_does(bool restarts)
    {
        await using var story = await Story.BeginAsync(Rules);
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);
        await story.RestartAsync(restarts);

        await story.Bot.UntilAsync(() => Task.FromResult(story.Board().Any(text => text.Contains("open the lid", StringComparison.Ordinal))), "the question on the board");
        Assert.All(story.Sent(), call => Assert.Empty(call["allowed_mentions"]!["parse"]!.AsArray()));
        Assert.Contains(story.Board(), text => text.Contains($"{story.Help}/{question}", StringComparison.Ordinal));

        await story.RestartAsync(restarts);
        await story.Discord.SayAsync(story.Help, story.Bob, "turn it to the left", question);

        await story.Bot.UntilAsync(() => Task.FromResult(!story.Board().Any(text => text.Contains("open the lid", StringComparison.Ordinal))), "the question to leave the board");
    }

    [Fact]
    public async Task As_a_reply_it_stands_under_the_question_until_somebody_answers()
    {
        await using var story = await Story.BeginAsync(Rules.Replace("\"Board\"", "\"Reply\"", StringComparison.Ordinal));
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.Replies(question).Count == 1), "a reply under the question");

        await story.Discord.SayAsync(story.Help, story.Bob, "turn it to the left", question);

        await story.Bot.UntilAsync(() => Task.FromResult(story.Replies(question).Count == 0), "the reply to be taken away");
    }

    [Fact]
    public async Task In_a_forum_the_post_has_a_tag_until_somebody_answers()
    {
        await using var story = await Story.BeginAsync(Rules.Replace("\"Board\"", "\"Tag\"", StringComparison.Ordinal));
        var (forum, tag) = await story.OpenForumAsync();
        var post = await story.PostAsync(forum, Question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.Discord.World.Tells(post).Contains($"\"applied_tags\":[\"{tag}\"]", StringComparison.Ordinal)), "the tag");

        await story.Discord.SayAsync(post, story.Bob, "turn it to the left");

        await story.Bot.UntilAsync(() => Task.FromResult(story.Discord.World.Tells(post).Contains("\"applied_tags\":[]", StringComparison.Ordinal)), "the tag to be taken off");
    }

    [Fact]
    public async Task A_question_that_is_answered_before_is_never_shown()
    {
        await using var story = await Story.BeginAsync(Rules);
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);
        await story.Discord.SayAsync(story.Help, story.Bob, "turn it to the left", question);
        await story.Bot.UntilStoredAsync(2);

        var other = await story.AskElsewhereAsync();
        await story.Bot.UntilAsync(() => Task.FromResult(story.Board().Any(text => text.Contains($"{other}", StringComparison.Ordinal))), "the other question on the board");

        Assert.All(story.Sent(), call => Assert.DoesNotContain("open the lid", call["content"]!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mark_that_is_taken_back_no_longer_settles_a_question()
    {
        await using var story = await Story.BeginAsync(Rules);
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);
        await story.Discord.ReactAsync(story.Help, question, story.Bob, "✅");
        await story.Bot.UntilStoredAsync(1);
        var other = await story.AskElsewhereAsync();
        await story.Bot.UntilAsync(() => Task.FromResult(story.Board().Any(text => text.Contains($"{other}", StringComparison.Ordinal))), "the other question on the board");
        Assert.All(story.Sent(), call => Assert.DoesNotContain("open the lid", call["content"]!.ToString(), StringComparison.Ordinal));

        await story.Discord.ReactAsync(story.Help, question, story.Bob, "✅", isTakenBack: true);

        await story.Bot.UntilAsync(() => Task.FromResult(story.Board().Any(text => text.Contains("open the lid", StringComparison.Ordinal))), "the question on the board");
    }

    [Fact]
    public async Task While_the_line_is_cut_nothing_is_said_and_what_was_answered_meanwhile_is_never_shown()
    {
        await using var story = await Story.BeginAsync(Rules);
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);
        await story.Bot.UntilStoredAsync(1);
        story.Discord.Gateway.IsDown = true;
        story.Discord.Gateway.DropConnections();
        await story.Discord.SayAsync(story.Help, story.Bob, "turn it to the left", question);
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System); // Twice the wait: it ends while nothing is heard.
        Assert.Empty(story.Sent());

        story.Discord.Gateway.IsDown = false;
        var other = await story.AskElsewhereAsync();
        await story.Bot.UntilAsync(() => Task.FromResult(story.Board().Any(text => text.Contains($"{other}", StringComparison.Ordinal))), "the other question on the board");

        Assert.All(story.Sent(), call => Assert.DoesNotContain("open the lid", call["content"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, story.Discord.Gateway.Identifies);
        Assert.Empty(await story.Bot.RowsAsync($"SELECT 1 FROM nudges n JOIN messages m ON m.id = n.post WHERE m.number = {question}"));
    }

    [Fact]
    public async Task Where_it_may_not_write_the_list_of_communities_says_what_to_do_and_the_log_has_no_text()
    {
        await using var story = await Story.BeginAsync(Rules);
        story.Discord.World.Denied[story.BoardChannel] = Permissions.SendMessages;
        await story.Discord.SayAsync(story.Help, story.Ada, Question);
        await story.Bot.UntilAsync(async () => (await story.Bot.RowsAsync("SELECT 1 FROM health")).Count == 1, "the refusal to be kept");

        var (_, output, _) = await story.Bot.RunAsync("community", "list");
        Assert.Contains($"{ListeningTests.Guild(story.Discord)} #waiting: The bot could not write where it was to: the bot lacks a permission in the channel", output, StringComparison.Ordinal);
        Assert.Equal(0, await story.Bot.StopAsync());
        var printed = await story.Bot.PrintedAsync();
        Assert.Contains($"Board in channel {story.BoardChannel} of Discord {ListeningTests.Guild(story.Discord)} could not be said", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("open the lid", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_gone_is_not_shown()
    {
        await using var story = await Story.BeginAsync(Rules);
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);
        story.Discord.World.Forget(story.Help, question); // Nobody tells the bot.

        var other = await story.AskElsewhereAsync();
        await story.Bot.UntilAsync(() => Task.FromResult(story.Board().Any(text => text.Contains($"{other}", StringComparison.Ordinal))), "the other question on the board");

        Assert.All(story.Sent(), call => Assert.DoesNotContain("open the lid", call["content"]!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_agreed_is_asked_in_private_says_that_he_will_reply_and_does()
    {
        await using var story = await Story.BeginAsync(Rules.Replace("{\"WaitAtLeast\"", "{\"FewestHelpers\":1,\"WaitAtLeast\"", StringComparison.Ordinal));
        var on = await story.Discord.CommandAsync(story.Help, story.Bob, "engage", "helper", ("state", "on"));
        await story.Bot.UntilAsync(() => Task.FromResult(on.Answered is not null), "the consent to be stored");
        var question = await story.Discord.SayAsync(story.Help, story.Ada, Question);

        await story.Bot.UntilAsync(() => Task.FromResult(story.Discord.MessagesTo(story.Bob).Count == 1), "a direct message");
        var ask = story.Discord.MessagesTo(story.Bob)[0];
        Assert.Contains($"“{Question}”", ask["content"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{story.Help}/{question}", ask["content"]!.ToString(), StringComparison.Ordinal);
        var buttons = ask["components"]![0]!["components"]!.AsArray();
        Assert.Equal(["I'll reply", "Not for me", "Not needed", "Stop asking me"], buttons.Select(button => button!["label"]!.ToString()));

        var (conversation, id) = (Snowflake.Parse(ask["channel_id"]!.ToString()), Snowflake.Parse(ask["id"]!.ToString()));
        var pressed = await story.Discord.PressAsync(conversation, story.Bob, buttons[0]!["custom_id"]!.ToString(), id);
        await story.Bot.UntilAsync(() => Task.FromResult(pressed.Answered is not null), "an answer to the press");
        Assert.Contains("Thank you!", pressed.Data!["content"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(pressed.Data["components"]!.AsArray());
        await story.Bot.UntilAsync(() => Task.FromResult(!story.Board().Any(text => text.Contains("open the lid", StringComparison.Ordinal))), "the board to be without it");

        await story.Discord.SayAsync(story.Help, story.Bob, "turn it to the left", question);

        await story.Bot.UntilAsync(() => Task.FromResult(story.Discord.MessagesTo(story.Bob)[0]["content"]!.ToString() == "You answered. Thank you!"), "the message to be changed");
        Assert.Single(story.Discord.MessagesTo(story.Bob));
        Assert.Empty(story.Discord.MessagesTo(story.Bob)[0]["components"]!.AsArray());
    }

    /// <summary>A guild with a help channel and a waiting board, in which the bot is live.</summary>
    private sealed class Story : IAsyncDisposable
    {
        private readonly Snowflake _elsewhere;

        private Story(LiveDiscord discord, LiveBot bot, Snowflake help, Snowflake board, Snowflake elsewhere)
        {
            (Discord, Bot, Help, BoardChannel, _elsewhere) = (discord, bot, help, board, elsewhere);
            var guild = ListeningTests.Guild(discord);
            (Ada, Bob) = (discord.World.AddMember(guild, "ada"), discord.World.AddMember(guild, "bob"));
        }

        public LiveDiscord Discord { get; }

        public LiveBot Bot { get; }

        public Snowflake Help { get; }

        public Snowflake BoardChannel { get; }

        public Snowflake Ada { get; }

        public Snowflake Bob { get; }

        public static async Task<Story> BeginAsync(string rules)
        {
            var discord = await LiveDiscord.StartAsync();
            var (help, _) = ListeningTests.Begin(discord);
            var board = discord.World.AddChannel(ListeningTests.Guild(discord), "waiting");
            var elsewhere = discord.World.AddChannel(ListeningTests.Guild(discord), "lamps");
            var bot = new LiveBot(discord, rules);
            bot.Start();
            await ListeningTests.UntilListeningAsync(discord, bot);
            var guild = new CommunityId(Platform.Discord, ListeningTests.Guild(discord).ToString());
            await new CommunitySwitch(bot.Database).GoLiveAsync(guild, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            return new Story(discord, bot, help, board, elsewhere);
        }

        public async Task RestartAsync(bool restarts)
        {
            if (restarts)
            {
                await Bot.KillAsync();
                Bot.Start();
            }
        }

        /// <summary>Somebody else asks something somewhere else.</summary>
        public Task<Snowflake> AskElsewhereAsync()
        {
            var guild = ListeningTests.Guild(Discord);
            return Discord.SayAsync(_elsewhere, Discord.World.AddMember(guild, "carol"), "Where can I find a new lamp for the hall?");
        }

        /// <summary>What stands in the board's channel.</summary>
        public IReadOnlyList<string> Board() => [.. Discord.World.MessagesOf(BoardChannel).Select(message => message["content"]!.ToString())];

        /// <summary>What the bot has written under a post.</summary>
        public IReadOnlyList<JsonNode> Replies(Snowflake post) =>
        [
            .. Discord.World.MessagesOf(Help).Where(message =>
                message["author"]!["id"]!.ToString() == Discord.World.BotId.ToString() && message["message_reference"]?["message_id"]?.ToString() == post.ToString()),
        ];

        public async Task<(Snowflake Forum, Snowflake Tag)> OpenForumAsync()
        {
            var guild = ListeningTests.Guild(Discord);
            var forum = Discord.World.AddChannel(guild, "questions", ChannelType.GuildForum);
            var tag = Discord.World.AddTag(forum, "needs an answer");
            await Discord.Gateway.DispatchAsync("CHANNEL_CREATE", Discord.World.Tells(forum), guild);
            return (forum, tag);
        }

        /// <summary>A post in a forum: a thread whose first message has its id.</summary>
        public async Task<Snowflake> PostAsync(Snowflake forum, string text)
        {
            var guild = ListeningTests.Guild(Discord);
            var post = Discord.World.AddThread(forum, "about a lid", Ada);
            await Discord.Gateway.DispatchAsync("THREAD_CREATE", Discord.World.Tells(post), guild);
            await Discord.SayAsync(post, Ada, text, id: post);
            return post;
        }

        /// <summary>All that the bot ever said or changed.</summary>
        public IReadOnlyList<JsonNode> Sent() => [.. Discord.Rest.Calls.Where(call => call.Body?["content"] is not null).Select(call => call.Body!)];

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Discord.DisposeAsync();
        }
    }
}
