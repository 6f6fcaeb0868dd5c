using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Posts by people who are gone, silenced or not let in yet, and helpers who are.</summary>
public sealed class AbsentAuthorTests
{
    private const string Nudged = "SELECT DISTINCT m.number FROM nudges n JOIN messages m ON m.id = n.post ORDER BY m.number";

    [Theory, EachEngine]
    public async Task Posts_by_people_who_are_gone_silenced_or_not_let_in_are_left_alone_until_they_are_back(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("bob").In("help"));
        await story.WriteAsync(A.Message("how do I glue it?").Id(3).By("cid").In("help"));
        await story.WriteAsync(A.Message("how do I paint it?").Id(4).By("dan").In("help"));
        await story.HappenAsync(
            Left(story, "ada"), Seen(story, "bob", new MemberStanding(IsPending: true)), Seen(story, "cid", new MemberStanding(TimedOutUntil: story.Clock.GetUtcNow().AddHours(1))));
        await story.PassAsync(30);
        Assert.Equal(["4"], await story.Database.RowsAsync(Nudged));

        await story.RestartAsync();
        await story.PassAsync(30);
        Assert.Equal(["4"], await story.Database.RowsAsync(Nudged));

        await story.HappenAsync(Seen(story, "ada", new MemberStanding()), Seen(story, "bob", new MemberStanding()), Seen(story, "cid", new MemberStanding()));
        await story.PassAsync(30);
        Assert.Equal(["1", "2", "3", "4"], await story.Database.RowsAsync(Nudged));
    }

    [Theory, EachEngine]
    public async Task What_was_written_before_a_silence_is_left_alone_after_it_too_and_what_is_written_later_is_not(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.HappenAsync(Seen(story, "ada", new MemberStanding(TimedOutUntil: story.Clock.GetUtcNow().AddSeconds(5))));
        await story.PassAsync(8);
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("ada").In("second"));
        await story.PassAsync(30);

        Assert.Equal(["2"], await story.Database.RowsAsync(Nudged));
    }

    [Theory, EachEngine]
    public async Task What_stands_about_a_post_is_taken_away_when_its_author_leaves(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Contains("open it", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        await story.HappenAsync(Left(story, "ada"), Left(story, "ada"));
        await story.PassAsync(3);
        Assert.DoesNotContain(story.Platform.Standing, message => message.Text.Contains("open it", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Who_left_or_is_silenced_is_not_asked(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { FewestHelpers = 1, AsksPerDay = 10 });
        await story.AgreeAsync("bob", "cid");
        await story.HappenAsync(Left(story, "bob"), Seen(story, "cid", new MemberStanding(TimedOutUntil: story.Clock.GetUtcNow().AddDays(2))));
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);

        await story.HappenAsync(Left(story, "cid"));
        await story.AskElsewhereAsync();
        await story.PassAsync(15);
        Assert.Contains("Waiting board: nobody here has agreed to be asked yet.", await story.Database.RowsAsync("SELECT reason FROM nudges"));
    }

    [Theory, EachEngine]
    public async Task Who_leaves_between_decision_and_sending_is_not_asked(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { FewestHelpers = 1, AsksPerDay = 10 });
        await story.AgreeAsync("bob");
        await story.AskAsync();
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        await story.PassAsync(12);
        await story.HappenAsync(Left(story, "bob"));
        await story.PassAsync(10);

        Assert.DoesNotContain(story.Platform.Standing, message => message.To is not null);
        Assert.Contains(await story.OutboxAsync(), row => row.StartsWith("ask | withdrawn", StringComparison.Ordinal));
    }

    private static MemberLeft Left(LiveStory story, string member) => new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(member));

    private static MemberSeen Seen(LiveStory story, string member, MemberStanding standing) =>
        new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(member)) { Name = member, Standing = standing };
}
