using EngageBot.Discord.Models;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>The story on Discord, and what only Discord has.</summary>
public sealed class StoryTests : StorySuite
{
    [Fact]
    public async Task In_a_forum_the_post_has_a_tag_until_somebody_answers()
    {
        await using var story = await DiscordStory.BeginAsync(Story.Rules.Replace("\"Board\"", "\"Tag\"", StringComparison.Ordinal));
        var (forum, tag) = await story.OpenForumAsync();
        var post = await story.PostAsync(forum, Story.Question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.Discord.World.Tells(post).Contains($"\"applied_tags\":[\"{tag}\"]", StringComparison.Ordinal)), "the tag");

        await story.ReplyInAsync(post);
        await story.Bot.UntilAsync(() => Task.FromResult(story.Discord.World.Tells(post).Contains("\"applied_tags\":[]", StringComparison.Ordinal)), "the tag to be taken off");
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_solved_tag_takes_the_other_one_off_and_so_does_a_lock(bool isLocked)
    {
        await using var story = await DiscordStory.BeginAsync(Story.Rules.Replace("\"Board\"", "\"Tag\"", StringComparison.Ordinal));
        var (forum, tag) = await story.OpenForumAsync();
        var solved = story.Discord.World.AddTag(forum, "✅ Solved");
        await story.Discord.Gateway.DispatchAsync("CHANNEL_UPDATE", story.Discord.World.Tells(forum), story.Guild);
        var post = await story.PostAsync(forum, Story.Question);
        await UntilTagsAsync(tag);
        await (isLocked ? story.Discord.TurnAsync(post, [tag], isLocked: true) : story.Discord.TurnAsync(post, [tag, solved]));
        await UntilTagsAsync(isLocked ? [] : [solved]);

        Task UntilTagsAsync(params IEnumerable<Snowflake> tags) => story.Bot.UntilAsync(
            () => Task.FromResult(story.Discord.World.Tells(post).Contains($"\"applied_tags\":[{string.Join(',', tags.Select(one => $"\"{one}\""))}]", StringComparison.Ordinal)), "the tags");
    }

    [Fact]
    public async Task Only_its_author_and_moderators_say_that_a_post_is_answered()
    {
        await using var story = await DiscordStory.BeginAsync(Story.Rules);
        var question = await story.AskAsync(Story.Question);
        await story.Bot.UntilStoredAsync(1);
        Assert.Equal(TextBook.In("en")["answered.not-yours"], (await story.ChooseAsync("bob", "Mark as answered", question)).Text);

        story.Discord.Managers.Add(story.Bob);
        Assert.Equal(TextBook.In("en")["answered.done"], (await story.ChooseAsync("bob", "Mark as answered", question)).Text);
        await story.UntilShownAsync(await story.AskElsewhereAsync());
        Assert.False(story.IsShown(question));
    }

    [Fact]
    public async Task After_a_cut_line_the_session_goes_on()
    {
        await using var story = await DiscordStory.BeginAsync(Story.Rules);
        await story.CutAsync();
        await story.MendAsync();
        await story.UntilShownAsync(await story.AskElsewhereAsync());

        Assert.Equal(1, story.Discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Where_it_may_not_write_the_list_of_communities_says_what_to_do_and_the_log_has_no_text()
    {
        await using var story = await DiscordStory.BeginAsync(Story.Rules);
        story.Discord.World.Denied[story.BoardChannel] = Permissions.SendMessages;
        await story.AskAsync(Story.Question);
        await story.Bot.UntilAsync(async () => (await story.Bot.RowsAsync("SELECT 1 FROM health")).Count == 1, "the refusal to be kept");

        var (_, output, _) = await story.Bot.RunAsync("community", "list");
        Assert.Contains($"{story.Guild} #waiting: The bot could not write where it was to: the bot lacks a permission in the channel", output, StringComparison.Ordinal);
        Assert.Equal(0, await story.Bot.StopAsync());
        var printed = await story.Bot.PrintedAsync();
        Assert.Contains($"Board in channel {story.BoardChannel} of Discord {story.Guild} could not be said", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("open the lid", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_asked_who_left_or_was_silenced_is_taken_off_the_board_where_members_are_heard()
    {
        await using var story = await DiscordStory.BeginAsync(await LiveDiscord.StartAsync(), discord => new LiveBot(discord, Story.Rules, more: ",\"Members\":true"));
        var carol = await story.Discord.JoinAsync(story.Guild, "carol");
        var asked = (await story.Discord.SayAsync(story.Help, carol, "Where do I find a shade for the lamp?")).ToString();
        var question = await story.AskAsync(Story.Question);
        await story.UntilShownAsync(asked);
        await story.UntilShownAsync(question);

        await story.Discord.ChangeAsync(story.Guild, carol, "communication_disabled_until", FakeJson.Time(TimeProvider.System.GetUtcNow().AddHours(1)));
        await story.UntilHiddenAsync(asked);
        await story.Discord.ChangeAsync(story.Guild, carol, "communication_disabled_until", null);
        await story.UntilShownAsync(asked);
        await story.Discord.LeaveAsync(story.Guild, carol);
        await story.UntilHiddenAsync(asked);

        Assert.True(story.IsShown(question));
        Assert.Equal(["carol"], await story.Bot.RowsAsync("SELECT name FROM members WHERE left_at IS NOT NULL"));
    }

    private protected override async Task<Story> BeginAsync(string rules) => await DiscordStory.BeginAsync(rules);

    private protected override async Task<Story> BeginAskingAsync() => await DiscordStory.BeginAsync(Story.AskingRules);
}
