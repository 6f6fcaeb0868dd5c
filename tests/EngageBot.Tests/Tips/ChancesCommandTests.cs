using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Tips;

/// <summary>An author asks what would help his post.</summary>
public sealed class ChancesCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, EachEngine]
    public async Task Its_author_alone_is_given_tips_that_fit_it(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        Assert.Equal($"{English["chances.title"]}\n• {English["chances.tried"]}", await TipsAsync(story, "ada"));
        Assert.Equal(English["chances.not-yours"], await TipsAsync(story, "eve"));

        await story.AnswerAsync(2);
        Assert.Equal(English["chances.replied"], await TipsAsync(story, "ada"));
        Assert.Equal(English["chosen.reply"], await TipsAsync(story, "bob", 2));
    }

    [Theory, EachEngine]
    public async Task Where_others_are_answered_more_often_and_at_which_hours_is_told(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await FillAsync(story);
        await story.WriteAsync(A.Message("how do I open it? I tried a key").Id(900).In("help"));
        Assert.Equal(
            $"{English["chances.title"]}\n• {English.Of("chances.channel", ("channel", "#second"))}\n• {English.Of("chances.hour", ("from", "20:00"), ("until", "00:00"), ("zone", "UTC"))}",
            await TipsAsync(story, "ada", 900));

        story.Platform.Access[(TestTime.Member("ada"), TestTime.Channel("second"))] = ReadAccess.Cannot;
        Assert.DoesNotContain("second", await TipsAsync(story, "ada", 900), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_is_settled_or_left_to_people_gets_none(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.ChooseAsync("ada", "answered", 1);
        await story.WriteAsync(A.Message("I don't want to live any more, what is the point?").Id(2).By("kim").In("help"));
        Assert.Equal(English["chances.settled"], await TipsAsync(story, "ada"));
        Assert.Equal(English["chances.none"], await TipsAsync(story, "kim", 2));
        Assert.Equal(English["chosen.unknown"], await TipsAsync(story, "ada", 77));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task They_fit_into_a_message_in_every_language(string language)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.WriteAsync(A.Message("what? why? how? when?\nvar a = b();\nvar c = d();\nvar e = f();").Id(1).In("help"));
        var by = new Asker(TestTime.Community, TestTime.Member("ada"), story.Clock.GetUtcNow()) { Language = language };
        var said = await story.RunAsync(new CommandRequest.OnMessage(by, "chances", new MessagePlace(TestTime.Channel("help"), null, new MessageId(1))));

        var (text, book) = (Assert.IsType<CommandReply.Says>(said).Text, TextBook.In(language));
        Assert.StartsWith(book["chances.title"], text, StringComparison.Ordinal);
        Assert.Contains(book["chances.code"], text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, 1_900);
    }

    /// <summary>In "help" nobody answers; in "second" everybody does; and in "help" people talk in the evening.</summary>
    private static async Task FillAsync(LiveStory story)
    {
        List<ChatEvent> events = [];
        for (var post = 0; post < 50; post++)
        {
            var evening = TestTime.Noon.AddDays(-3 - (post % 10)).AddHours(8 + (post % 4));
            var id = 100 + (4 * post);
            var channel = post < 15 ? "second" : "help";
            events.Add(A.Message($"how do I open box number {post}?").Id(id).By($"author{post}").In(channel).At(evening));
            events.Add(post < 15
                ? A.Message("with a key").Id(id + 1).By("bob").In(channel).At(evening.AddMinutes(5)).ReplyingTo(id)
                : A.Message("the weather is fine today").Id(id + 1).By("bob").In(channel).At(evening.AddMinutes(5)));
            if (post >= 15)
            {
                events.Add(A.Message("yes, and warm").Id(id + 2).By("cid").In(channel).At(evening.AddMinutes(6)).ReplyingTo(id + 1));
                events.Add(A.Message("too warm").Id(id + 3).By("bob").In(channel).At(evening.AddMinutes(7)).ReplyingTo(id + 2));
            }
        }

        await story.HappenAsync(events.OrderBy(happened => happened.At));
    }

    private static async Task<string> TipsAsync(LiveStory story, string member, long message = 1) =>
        Assert.IsType<CommandReply.Says>(await story.ChooseAsync(member, "chances", message)).Text;
}
