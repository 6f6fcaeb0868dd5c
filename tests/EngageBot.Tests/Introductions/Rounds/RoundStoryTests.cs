using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Tests.Database;
using EngageBot.Tests.Introductions.Proposals;
using EngageBot.TestKit;

namespace EngageBot.Tests.Introductions.Rounds;

/// <summary>Rounds bring those together who opted in.</summary>
public sealed class RoundStoryTests
{
    private static readonly string[] People = ["ada", "bob", "cid", "dan"];

    [Theory, EachEngine]
    public async Task A_round_is_told_of_a_day_before_and_makes_groups_who_find_a_place_and_the_next_repeats_nobody(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.SkipAsync(TimeSpan.FromDays(4));
        await story.PassAsync(2);
        Assert.Empty(IntroducerTests.Private(story));

        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(2);
        Assert.Equal(People, IntroducerTests.Private(story).Select(sent => sent.To!.Value.Value).Order(StringComparer.Ordinal));
        Assert.All(IntroducerTests.Private(story), sent => Assert.StartsWith("The next round of introductions is on 2026-01-12 12:0", sent.Text, StringComparison.Ordinal));
        Assert.Empty(story.Platform.Places);

        await story.SkipAsync(TimeSpan.FromDays(2));
        await story.RestartAsync();
        await story.PassAsync(5);
        var first = Groups(story);
        Assert.Equal(2, first.Count);
        Assert.Equal(People, first.SelectMany(group => group.Split('+')).Order(StringComparer.Ordinal));
        Assert.All(IntroducerTests.Private(story), sent => Assert.Equal("The round has begun: you are in a group.", sent.Text));

        await story.SkipAsync(TimeSpan.FromDays(5)); // What came of it is asked first; the next notice waits for a day.
        await story.SkipAsync(TimeSpan.FromDays(1.1));
        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(5);
        var all = Groups(story);
        Assert.Equal(4, all.Count);
        Assert.Equal(4, all.Distinct().Count());
    }

    [Theory, EachEngine]
    public async Task Who_skips_or_pauses_or_opts_out_or_was_not_told_takes_no_part_and_nobody_is_alone(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        story.Platform.Closed.Add(TestTime.Member("dan"));
        await story.HappenAsync(IntroducerTests.Agrees(story, "eve", ContactKind.Round));
        await story.SkipAsync(TimeSpan.FromDays(6));
        await story.PassAsync(2);
        Assert.Equal("You sit this one out. Until next time!", Assert.IsType<CommandReply.Replaces>(await story.PressAsync("cid", "skip")).Text);
        await story.HappenAsync(IntroducerTests.Agrees(story, "eve", ContactKind.Round, isWanted: false));
        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(5);
        Assert.Equal(["ada+bob"], Groups(story));
        Assert.Equal("You sit this one out. Until next time!", story.Platform.Standing.Single(sent => sent.To == TestTime.Member("cid")).Text);
        Assert.DoesNotContain(story.Platform.Standing, sent => sent.To == TestTime.Member("eve"));
    }

    [Theory, EachEngine]
    public async Task Who_pauses_after_he_was_told_takes_no_part(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.SkipAsync(TimeSpan.FromDays(6));
        await story.PassAsync(2);
        await story.PressAsync("dan", "skip");
        await story.TypeAsync("cid", "pause", options: new Dictionary<string, string> { ["days"] = "3" });
        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(5);
        Assert.Equal(["ada+bob"], Groups(story));
    }

    [Theory, EachEngine]
    public async Task However_late_a_round_is_announced_a_day_lies_before_it(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.TypeAsync("mod", "observe", isModerator: true);
        await story.SkipAsync(TimeSpan.FromDays(20));
        await story.TypeAsync("mod", "live", isModerator: true);
        await story.PassAsync(3);
        Assert.Equal(4, IntroducerTests.Private(story).Count);
        await story.SkipAsync(TimeSpan.FromHours(23));
        await story.PassAsync(3);
        Assert.Empty(Groups(story));
        await story.SkipAsync(TimeSpan.FromHours(2));
        await story.PassAsync(5);
        Assert.Equal(2, Groups(story).Count);
    }

    [Theory, EachEngine]
    public async Task Who_know_each_other_meet_others_first(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.Database.ExecuteAsync("INSERT INTO known_pairs (one, other, at) SELECT a.id, b.id, 0 FROM members a JOIN members b ON b.platform_id = 'bob' WHERE a.platform_id = 'ada' AND a.id < b.id");
        await HoldAsync(story);
        Assert.Equal(2, Groups(story).Count);
        Assert.DoesNotContain("ada+bob", Groups(story));
    }

    [Theory, EachEngine]
    public async Task Who_have_been_seen_talking_meet_others_first_however_well_they_fit(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.WriteAsync(A.Message("galaxies are sharp in my telescope since I cleaned it").Id(3).By("bob").In("help").ReplyingTo(1));
        await HoldAsync(story);
        Assert.Equal(2, Groups(story).Count);
        Assert.DoesNotContain("ada+bob", Groups(story));
    }

    [Theory, EachEngine]
    public async Task A_group_is_told_why_it_fits_with_links_to_what_each_wrote_as_long_as_everybody_can_read_that(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.WriteAsync(A.Message("bread rises faster in summer").Id(3).By("cid").In("second"));
        await story.WriteAsync(A.Message("a bicycle with two chains").Id(4).By("dan").In("second"));
        await story.WriteAsync(A.Message("good morning everybody").Id(5).By("ada").In("help"));
        await HoldAsync(story);

        var (stars, others) = (TextOf(story, "ada+bob"), TextOf(story, "cid+dan"));
        Assert.StartsWith("ada, bob: this round brings you together.\nYou both write about: ", stars, StringComparison.Ordinal);
        Assert.Equal(["galaxies", "telescope"], stars.Split('\n')[1]["You both write about: ".Length..].TrimEnd('.').Split(", ").Order(StringComparer.Ordinal));
        Assert.EndsWith(
            "• ada wrote: “my telescope shows distant galaxies tonight” What do you say to that, bob?\nhttps://chat.example/help/1\n"
            + "• bob wrote: “the galaxies look blurred in my telescope” What do you say to that, ada?\nhttps://chat.example/help/2",
            stars,
            StringComparison.Ordinal);
        Assert.StartsWith("cid, dan: this round brings you together.\nYou both write in #second.\n• cid wrote: “bread rises", others, StringComparison.Ordinal);

        await story.HappenAsync(LiveStory.Channel("second", ChannelVisibility.Readers));
        await story.PassAsync(2);
        Assert.Equal("cid, dan: this round brings you together.\n• cid, what are you busy with these days?\n• dan, what are you busy with these days?", TextOf(story, "cid+dan"));
    }

    [Theory, EachEngine]
    public async Task A_larger_group_is_told_what_some_of_it_share(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "4");
        await HoldAsync(story);
        var text = TextOf(story, "ada+bob+cid+dan");
        Assert.Contains("Two of you or more write about: ", text, StringComparison.Ordinal);
        Assert.Contains("https://chat.example/help/1", text, StringComparison.Ordinal);
        Assert.Contains("https://chat.example/help/2", text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Where_the_bot_only_observes_again_what_was_announced_does_not_take_place(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.SkipAsync(TimeSpan.FromDays(6));
        await story.PassAsync(2);
        await story.TypeAsync("mod", "observe", isModerator: true);
        await story.PassAsync(3);
        Assert.DoesNotContain(story.Platform.Standing, sent => sent.To is not null);
        await story.SkipAsync(TimeSpan.FromDays(2));
        await story.TypeAsync("mod", "live", isModerator: true);
        await story.PassAsync(5);
        Assert.Empty(Groups(story));
    }

    [Theory, EachEngine]
    public async Task An_odd_one_joins_a_group_and_those_who_are_never_to_meet_do_not(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        await story.Database.ExecuteAsync("INSERT INTO never_pairs (one, other, at) SELECT a.id, b.id, 0 FROM members a JOIN members b ON b.platform_id = 'bob' WHERE a.platform_id = 'ada' AND a.id < b.id");
        await story.SkipAsync(TimeSpan.FromDays(6));
        await story.PassAsync(2);
        await story.PressAsync("dan", "skip");
        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(5);
        Assert.DoesNotContain(Groups(story), group => group.Contains("ada", StringComparison.Ordinal) && group.Contains("bob", StringComparison.Ordinal));
        Assert.Single(Groups(story));
        Assert.Single(story.Platform.Standing, sent => sent.To is not null && sent.Text.StartsWith("This time there was no company", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Moderators_skip_and_stop_rounds_and_what_was_announced_is_taken_back(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "3");
        await story.SkipAsync(TimeSpan.FromDays(6));
        await story.PassAsync(2);
        Assert.Equal(4, story.Platform.Standing.Count(sent => sent.To is not null));
        Assert.Contains("2026-01-19", await ModeratorsAsync(story, "skip"), StringComparison.Ordinal);
        await story.PassAsync(2);
        Assert.DoesNotContain(story.Platform.Standing, sent => sent.To is not null);
        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(3);
        Assert.Empty(story.Platform.Places);

        Assert.Equal("There are no more rounds from now on.", await ModeratorsAsync(story, "stop"));
        await story.SkipAsync(TimeSpan.FromDays(30));
        await story.PassAsync(3);
        Assert.Empty(story.Platform.Places);
        Assert.StartsWith("There are no rounds here yet", await ModeratorsAsync(story, "show"), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Groups_are_of_people_with_an_interest_in_common_where_moderators_say_so_or_the_community_is_large(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        Assert.DoesNotContain("interest in common", await ModeratorsAsync(story, "show"), StringComparison.Ordinal);
        await story.Database.ExecuteAsync("UPDATE communities SET people = 10001");
        Assert.Contains("interest in common", await ModeratorsAsync(story, "show"), StringComparison.Ordinal);
        Assert.DoesNotContain("interest in common", await ModeratorsAsync(story, "start", ("per", "all")), StringComparison.Ordinal);
        await story.Database.ExecuteAsync("UPDATE communities SET people = 10");
        Assert.Contains("interest in common", await ModeratorsAsync(story, "start", ("per", "interest")), StringComparison.Ordinal);

        await HoldAsync(story);
        Assert.Equal(People, Groups(story).SelectMany(group => group.Split('+')).Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Who_wants_only_rounds_is_introduced_in_no_other_way(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "2");
        var shown = Assert.IsType<CommandReply.Says>(await story.TypeAsync("eve", "introduce"));
        await story.PressAsync("eve", shown.Buttons.Single(button => button.Label == "Only rounds").Id);
        Assert.Equal(["4 | 0", "5 | 1"], await story.Database.RowsAsync("SELECT g.kind, g.is_agreed FROM agreements g JOIN members w ON w.id = g.member AND w.platform_id = 'eve' ORDER BY g.kind"));
        Assert.Contains("So many take part: 5. Members join by /engage settings.", await ModeratorsAsync(story, "show"), StringComparison.Ordinal);
    }

    private static async Task<LiveStory> BeginAsync(TestEngine kind, string size)
    {
        var story = await IntroducerTests.BeginAsync(kind);
        await story.HappenAsync(People.Select(who => (ChatEvent)IntroducerTests.Agrees(story, who, ContactKind.Round)));
        var reply = await story.TypeAsync("mod", "round", isModerator: true, new Dictionary<string, string> { ["what"] = "start", ["every"] = "week", ["size"] = size });
        Assert.Contains($"in groups of {size}. The next one is on 2026-01-12 12:00 UTC. So many take part: 4.", Assert.IsType<CommandReply.Says>(reply).Text, StringComparison.Ordinal);
        return story;
    }

    /// <summary>The round is announced, and its time comes.</summary>
    private static async Task HoldAsync(LiveStory story)
    {
        await story.SkipAsync(TimeSpan.FromDays(6));
        await story.PassAsync(2);
        await story.SkipAsync(TimeSpan.FromDays(1));
        await story.PassAsync(5);
    }

    private static string TextOf(LiveStory story, string group) =>
        story.Platform.Standing.Single(sent => sent.Opens is not null && GroupOf(sent) == group).Text;

    private static async Task<string> ModeratorsAsync(LiveStory story, string what, params IEnumerable<(string Name, string Value)> options)
    {
        var given = options.Append(("what", what)).ToDictionary(option => option.Item1, option => option.Item2);
        return Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "round", isModerator: true, given)).Text;
    }

    private static IReadOnlyList<string> Groups(LiveStory story) =>
        [.. story.Platform.Sent.Where(sent => sent.Opens is not null).Select(GroupOf)];

    private static string GroupOf(FakeMessage opening) => string.Join('+', opening.Opens!.Members.Select(member => member.Value).Order(StringComparer.Ordinal));
}
