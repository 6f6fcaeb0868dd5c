using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion.Notes;

/// <summary>Where there is no note, the author of an announcement without a reply is offered a closing question.</summary>
public sealed class ClosingQuestionStoryTests
{
    private const string Announcement = "From May on all lines run by the timetable at https://trains.example/timetable";

    [Theory, EachEngine]
    public async Task The_author_of_an_announcement_without_a_reply_is_offered_a_closing_question_once(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { ClosingQuestion = true });
        await story.WriteAsync(A.Message(Announcement).Id(1).In("help"));
        await story.SkipAsync(TimeSpan.FromHours(23));
        Assert.Empty(story.Platform.Sent);
        await story.SkipAsync(TimeSpan.FromHours(2));

        var offer = Assert.Single(story.Platform.Sent);
        Assert.Equal(TestTime.Member("ada"), offer.To);
        Assert.StartsWith("Your post “From May on all lines run by the timetable at (link)” in #help has no reply yet. A question at its end often brings one", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["More like this", "No more of these"], offer.Buttons.Select(button => button.Label));

        await story.RestartAsync();
        await story.WriteAsync(A.Message("All fares are at https://trains.example/fares from May on").Id(2).In("second"));
        await story.SkipAsync(TimeSpan.FromDays(15));
        await story.WriteAsync(A.Message(Announcement).Id(3).In("second"));
        await story.SkipAsync(TimeSpan.FromHours(25));
        Assert.Single(story.Platform.Sent); // Silence means no.
    }

    [Theory]
    [InlineData("answered"), InlineData("not on Slack"), InlineData("switched off"), InlineData("a question")]
    public async Task Nobody_else_is(string why)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with
        {
            BoardChannel = null,
            ClosingQuestion = why switch { "not on Slack" => null, "switched off" => false, _ => true },
        });
        await story.WriteAsync(A.Message(why == "a question" ? "where is the timetable?" : Announcement).Id(1).In("help"));
        if (why == "answered")
        {
            await story.WriteAsync(A.Message("that is good to know, thank you").Id(2).By("bob").In("help").ReplyingTo(1));
        }

        await story.SkipAsync(TimeSpan.FromHours(25));
        await story.PassMinutesAsync(6);
        Assert.Empty(story.Platform.Sent);
    }
}
