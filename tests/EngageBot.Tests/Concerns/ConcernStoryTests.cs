using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Concerns;

/// <summary>What calls for silence and a person: moderators are told in words, and nobody else hears a thing.</summary>
public sealed class ConcernStoryTests
{
    private const string Crisis = "I can't go on anymore, I want to end my life";
    private const string Complaint = "this community is terrible, the moderators are incompetent and never listen to anybody here";
    private const string Scam = "I made $5000 with crypto in a week, dm me on telegram and I will show you how to double your bitcoin";

    [Theory, EachEngine]
    public async Task Signs_of_a_crisis_reach_moderators_at_once_without_a_quote(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message(Crisis).Id(1).In("help"));
        await story.PassAsync(2);

        var note = Assert.Single(story.Platform.Standing);
        Assert.Equal((TestTime.Channel("mods"), null), (note.Place.Channel, note.To));
        Assert.Equal("A post in #help reads as if somebody goes through a crisis or a loss. I say nothing there. Please have a look, as a person.\nhttps://chat.example/help/1", note.Text);
        await story.RestartAsync();
        await story.PassMinutesAsync(5);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Complaints_and_frauds_come_together_a_few_times_a_day(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message(Complaint).Id(1).In("help"));
        await story.PassAsync(2);
        await story.WriteAsync(A.Message(Scam).Id(2).By("eve").In("second"));
        await story.WriteAsync(A.Message(Complaint).Id(3).By("dan").In("second"));
        await story.PassMinutesAsync(30);
        Assert.Single(story.Platform.Sent);

        await story.PassMinutesAsync(240);
        Assert.Equal(2, story.Platform.Sent.Count());
        Assert.Equal(
            "People may want to look at these. I go by their words alone, may be wrong, and say nothing there.\n"
            + "• In #second something looks like a fraud, or asks to be written to in private.\nhttps://chat.example/second/2\n"
            + "• In #second somebody seems to complain about the community or what it is about.\nhttps://chat.example/second/3",
            story.Platform.Sent.Last().Text);
    }

    [Fact]
    public async Task What_is_taken_away_before_it_is_told_is_not_told()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database, rules => rules with { QuietHours = new QuietHours(new TimeOnly(11, 0), new TimeOnly(14, 0), "UTC") });
        await story.WriteAsync(A.Message(Complaint).Id(1).In("help"));
        await story.WriteAsync(A.Message(Scam).Id(2).By("eve").In("help"));
        await story.PassMinutesAsync(5);
        await story.RemoveAsync("help", 2);
        Assert.Empty(story.Platform.Sent);

        await story.PassMinutesAsync(120);
        Assert.DoesNotContain("fraud", Assert.Single(story.Platform.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignored_channels_and_those_that_not_everybody_can_read_are_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database, rules => rules with { IgnoredChannels = ["second"] });
        await story.HappenAsync(LiveStory.Channel("secret", ChannelVisibility.Readers));
        await story.WriteAsync(A.Message(Crisis).In("second"));
        await story.WriteAsync(A.Message(Crisis).In("secret"));
        await story.WriteAsync(A.Message(Crisis).In("mods"));
        await story.PassMinutesAsync(5);
        Assert.Empty(story.Platform.Sent);
    }

    [Fact]
    public async Task Where_the_bot_only_observes_moderators_hear_of_it_too()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        await new CommunitySwitch(database.Source).ObserveAsync(TestTime.Community, CancellationToken.None);
        await story.WriteAsync(A.Message(Crisis).In("help"));
        await story.PassAsync(2);
        Assert.Single(story.Platform.Sent);
    }

    private static async Task<LiveStory> BeginAsync(TestDatabase database, Func<CommunityRules, CommunityRules>? rules = null)
    {
        var story = await LiveStory.BeginAsync(database, quick => (rules ?? (own => own))(quick with { ModeratorChannel = "#mods" }));
        await story.HappenAsync(LiveStory.Channel("mods"));
        return story;
    }
}
