using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.Tests.Introductions.Proposals;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>A newcomer's first post goes to those who chose to greet.</summary>
public sealed class GreetingTests
{
    [Theory, EachEngine]
    public async Task Who_chose_to_greet_is_asked_to_answer_a_newcomers_first_post_and_the_next_goes_its_usual_way(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerDay = 100 });
        await story.AgreeAsync("bob", "cid");
        await story.HappenAsync(IntroducerTests.Agrees(story, "bob", ContactKind.Greeting));
        await story.HappenAsync(new MemberSeen(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("new")) { Name = "new", JoinedAt = story.Clock.GetUtcNow().AddDays(-1) });
        await story.WriteAsync(A.Message("hello, how do I open the box?").Id(1).By("new").In("help"));
        await story.PassAsync(13);

        var ask = Assert.Single(story.Platform.Sent, sent => sent.To is not null);
        Assert.Equal(TestTime.Member("bob"), ask.To);
        Assert.Contains("it is somebody's first post here, and you said that you would like to greet newcomers", ask.Text, StringComparison.Ordinal);

        await story.SkipAsync(TimeSpan.FromDays(4));
        await story.WriteAsync(A.Message("and how do I close it?").Id(2).By("new").In("help"));
        await story.PassAsync(13);
        Assert.Single(story.Platform.Sent, sent => sent.To is not null); // Two helpers are too few to ask one of them.
    }
}
