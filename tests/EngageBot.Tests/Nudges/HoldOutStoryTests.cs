using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Outcomes;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Some posts are not asked about, to see what asking changes.</summary>
public sealed class HoldOutStoryTests
{
    [Theory, EachEngine]
    public async Task A_post_that_is_held_out_is_never_asked_about_and_is_measured_and_still_comes_to_the_board(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, share: 1, casesBefore: 300);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.RestartAsync();
        Assert.Empty(story.Platform.Sent);
        Assert.Contains("how do I open it?", Assert.IsType<CommandReply.Says>(await story.TypeAsync("eve", "inbox")).Text, StringComparison.Ordinal);

        await story.PassAsync(15);
        Assert.Null(Assert.Single(story.Platform.Sent).To);
        Assert.Equal(["Waiting board: still open after it waited as long again."], await story.Database.RowsAsync("SELECT reason FROM nudges"));

        await story.WriteAsync(A.Message("with a key").Id(2).By("zoe").In("help").ReplyingTo(1));
        await story.SkipAsync(TimeSpan.FromHours(49));
        var effect = await EffectAsync(story);
        Assert.Equal((1, 1, 0), (effect.HeldOut.Count, effect.HeldOut.Of, effect.Asked.Of));
        Assert.Equal(EffectVerdict.NotEnoughYet, effect.Verdict);
    }

    [Theory, EachEngine]
    public async Task What_a_member_wants_somebody_to_be_asked_about_is_asked_about(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, share: 1, casesBefore: 300);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.ChooseAsync("eve", "find", 1);
        await story.PassAsync(2);
        Assert.NotNull(Assert.Single(story.Platform.Sent).To);
        Assert.Equal([$"0 | {HoldOutExemption.AskedFor:D}"], await story.Database.RowsAsync("SELECT is_held, exemption FROM hold_out_cases WHERE post > 0"));
    }

    [Theory, EachEngine]
    public async Task Also_where_it_was_held_out_before_and_then_it_stays_in_its_arm(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, share: 1, casesBefore: 300);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(12);
        Assert.Empty(story.Platform.Sent);
        await story.ChooseAsync("eve", "find", 1);
        await story.PassAsync(2);
        Assert.NotNull(Assert.Single(story.Platform.Sent).To);
        Assert.Equal([$"1 | {HoldOutExemption.None:D}"], await story.Database.RowsAsync("SELECT is_held, exemption FROM hold_out_cases WHERE post > 0"));
    }

    [Theory, EachEngine]
    public async Task A_post_stays_in_the_arm_it_was_drawn_into_also_where_nobody_was_reached(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, share: 0.000_001, casesBefore: 300);
        story.Platform.Closed.UnionWith([TestTime.Member("bob"), TestTime.Member("cid"), TestTime.Member("dan")]);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(20);
        Assert.Empty(await MeasuredAsync(story, hours: 47));
        Assert.Equal(["asked 0 of 1"], await MeasuredAsync(story, hours: 2));
    }

    [Theory, EachEngine]
    public async Task Where_too_few_cases_are_to_be_expected_nothing_is_held_out(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, share: 1, casesBefore: 30);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.NotNull(Assert.Single(story.Platform.Sent).To);
        Assert.Equal([$"0 | {HoldOutExemption.TooFewCases:D}"], await story.Database.RowsAsync("SELECT is_held, exemption FROM hold_out_cases WHERE post > 0"));
    }

    [Theory, EachEngine]
    public async Task The_first_post_of_somebody_new_is_never_held_out(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, share: 1, casesBefore: 300);
        await story.HappenAsync(new EngageBot.Chat.MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("ada")) { Name = "ada", JoinedAt = TestTime.Noon.AddDays(-1) });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(8);
        Assert.NotNull(Assert.Single(story.Platform.Sent).To);
    }

    private static async Task<LiveStory> BeginAsync(TestEngine kind, double share, int casesBefore)
    {
        var story = await LiveStory.BeginAsync(
            kind, rules => rules with { AsksPerPost = 1, AsksPerDay = 10, HoldOutShare = share, RestAfter = TimeSpan.FromHours(48) });
        await story.AgreeAsync("bob", "cid", "dan");
        var from = TestTime.Noon.AddDays(-60).ToUnixTimeMilliseconds();
        for (var number = 1; number <= casesBefore; number++)
        {
            await story.Database.ExecuteAsync(
                "INSERT INTO hold_out_cases (post, community, at, is_held, exemption) SELECT @post, id, @at, 0, 2 FROM communities", new { post = -number, at = from + (number * 60_000L) });
        }

        return story;
    }

    private static async Task<IReadOnlyList<string>> MeasuredAsync(LiveStory story, int hours)
    {
        await story.SkipAsync(TimeSpan.FromHours(hours));
        var effect = await EffectAsync(story);
        return effect.Asked.Of == 0 ? [] : [$"asked {effect.Asked.Count} of {effect.Asked.Of}"];
    }

    private static Task<EffectEstimate> EffectAsync(LiveStory story) =>
        new EffectReader(story.Database.Source, RulesBook.Fixed(new CommunityRules())).ReadAsync(TestTime.Community, TestTime.Noon.AddDays(-90), story.Clock.GetUtcNow(), onlyForEveryone: false, CancellationToken.None);
}
