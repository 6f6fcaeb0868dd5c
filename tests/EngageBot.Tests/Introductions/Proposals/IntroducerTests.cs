using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Introductions.Proposals;

/// <summary>People who want it are put in touch.</summary>
public sealed class IntroducerTests
{
    private const string How = "SELECT state, outcome FROM introductions ORDER BY id";

    [Theory, EachEngine]
    public async Task On_request_the_other_is_asked_and_both_find_a_place_and_are_asked_once_what_came_of_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce", options: new Dictionary<string, string> { ["who"] = "bob", ["about"] = "our telescopes" });
        await story.PassAsync(3);

        var asked = Assert.Single(Private(story));
        Assert.Equal(TestTime.Member("bob"), asked.To);
        Assert.Equal(
            "ada would like to get to know you.\n" + Topics(asked.Text) + "\nIt is about: “our telescopes”\n"
            + "ada wrote: “my telescope shows distant galaxies tonight”\nhttps://chat.example/help/1\n"
            + "You wrote: “the galaxies look blurred in my telescope”\nhttps://chat.example/help/2\nIf you don't want it, nobody hears of it.",
            asked.Text);
        Assert.Equal(["Introduce us", "Not now", "We already know each other", "Not with this person"], asked.Buttons.Select(button => button.Label));

        Assert.StartsWith("Thank you! If both of you want it", Assert.IsType<CommandReply.Replaces>(await story.PressAsync("bob", "yes")).Text, StringComparison.Ordinal);
        await story.PassAsync(4);
        var first = Assert.Single(story.Platform.Sent, sent => sent.Opens is not null);
        Assert.Equal([TestTime.Member("ada"), TestTime.Member("bob")], first.Opens!.Members);
        Assert.Equal(first.Opens.Members, first.Mentions);
        Assert.False(first.Opens.IsPrivate);
        Assert.Equal("Getting to know each other: ada, bob", first.Opens.Name);
        Assert.StartsWith("ada, bob: you wanted to get to know each other.\nYou both write about: ", first.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "• ada wrote: “my telescope shows distant galaxies tonight” What do you say to that, bob?\nhttps://chat.example/help/1\n"
            + "• bob wrote: “the galaxies look blurred in my telescope” What do you say to that, ada?\nhttps://chat.example/help/2",
            first.Text,
            StringComparison.Ordinal);
        Assert.StartsWith("You both wanted it. Here is your place:\nhttps://chat.example/place", Private(story).Single().Text, StringComparison.Ordinal);

        await story.SkipAsync(TimeSpan.FromDays(3));
        await story.PassAsync(3);
        Assert.Equal(3, Private(story).Count);
        Assert.Equal(["Helped", "We met", "We made or changed something", "Nothing yet"], Private(story)[^1].Buttons.Select(button => button.Label));
        Assert.Equal("Wonderful. Thank you for telling me!", Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", "made")).Text);
        await story.SkipAsync(TimeSpan.FromDays(3));
        Assert.Equal(3, Private(story).Count);
        Assert.Equal(["4", "-"], await database.RowsAsync("SELECT outcome FROM introduction_people ORDER BY place"));
    }

    [Theory, EachEngine]
    public async Task Who_opts_in_is_asked_first_and_the_other_hears_of_it_only_after_a_yes(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce");
        await story.PassAsync(5);

        var asked = Assert.Single(Private(story));
        Assert.Equal(TestTime.Member("ada"), asked.To);
        Assert.StartsWith("Shall I introduce you to bob?\nYou both write about: ", asked.Text, StringComparison.Ordinal);
        await story.PressAsync("ada", "yes");
        await story.PassAsync(3);
        Assert.Equal([TestTime.Member("ada"), TestTime.Member("bob")], Private(story).Select(sent => sent.To!.Value));
    }

    [Theory, EachEngine]
    public async Task A_no_is_never_shown_to_the_other(TestEngine kind)
    {
        foreach (var action in (string[])["not-now", "known", "never"])
        {
            await NobodyHearsOfAsync(kind, action);
        }
    }

    [Theory, EachEngine]
    public async Task A_no_of_the_second_is_never_shown_to_the_first(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce");
        await story.PassAsync(3);
        await story.PressAsync("ada", "yes");
        await story.PassAsync(3);
        await story.PressAsync("bob", "never");
        await story.PassAsync(3);
        await story.SkipAsync(TimeSpan.FromDays(30));

        var toAda = Private(story).Single(sent => sent.To == TestTime.Member("ada"));
        Assert.StartsWith("Thank you! If both of you want it", toAda.Text, StringComparison.Ordinal);
        Assert.False(toAda.IsGone);
        Assert.Empty(story.Platform.Places);
        Assert.Equal(["4 | They are not to be introduced."], await database.RowsAsync(How));
        Assert.Equal(1, await database.CountAsync("never_pairs"));
    }

    [Theory, EachEngine]
    public async Task Not_with_this_person_holds_for_good_and_both_ways_and_the_answer_to_the_other_is_as_ever(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"), Agrees(story, "ada"));
        await story.TypeAsync("ada", "why"); // What is offered once is behind them.
        await story.TypeAsync("bob", "why");
        var before = await AskForAsync(story, "ada", "bob");
        await story.PassAsync(3);
        await story.PressAsync("bob", "never");
        await story.SkipAsync(TimeSpan.FromDays(400));

        Assert.Equal(Said(before), Said(await AskForAsync(story, "ada", "bob")));
        Assert.Equal(Said(before), Said(await AskForAsync(story, "bob", "ada")));
        await story.PassAsync(5);
        Assert.Single(Private(story));
    }

    [Theory, EachEngine]
    public async Task Silence_ends_it_without_a_word(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await AskForAsync(story, "ada", "bob");
        await story.PassAsync(3);
        await story.SkipAsync(TimeSpan.FromDays(8));
        await story.PassAsync(3);

        Assert.True(Assert.Single(Private(story)).IsGone);
        Assert.Equal("This is over already.", Said(await story.RunAsync(new CommandRequest.Pressed(AskerOf(story, "bob"), Private(story)[0].Buttons[0].Id, Message: null))));
        Assert.Equal(["4 | Somebody said nothing."], await database.RowsAsync(How));
    }

    [Theory, EachEngine]
    public async Task Who_opts_out_in_between_is_named_and_asked_no_more(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce");
        await story.PassAsync(3);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("bob")));
        await story.PassAsync(3);
        Assert.True(Assert.Single(Private(story)).IsGone);

        await using var other = await TestDatabase.CreateAsync(kind);
        await using var second = await BeginAsync(other);
        await second.HappenAsync(Agrees(second, "bob"));
        await AskForAsync(second, "ada", "bob");
        await second.PassAsync(3);
        await second.HappenAsync(Agrees(second, "ada", isWanted: false));
        await second.PassAsync(3);
        Assert.True(Assert.Single(Private(second)).IsGone);
    }

    [Theory, EachEngine]
    public async Task Nobody_is_contacted_who_did_not_opt_in_and_what_is_answered_does_not_tell(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "why"); // What is offered once is behind her.
        var toBob = Said(await AskForAsync(story, "ada", "bob"));
        Assert.Equal(toBob, Said(await AskForAsync(story, "ada", "cid")));
        Assert.Equal(toBob, Said(await AskForAsync(story, "ada", "nobody-there")));
        await story.PassAsync(5);
        Assert.Equal([TestTime.Member("bob")], Private(story).Select(sent => sent.To!.Value));
    }

    [Theory, EachEngine]
    public async Task A_closed_door_ends_it_and_the_first_hears_nothing_of_it(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        story.Platform.Closed.Add(TestTime.Member("bob"));
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce");
        await story.PassAsync(3);
        await story.PressAsync("ada", "yes");
        await story.PassAsync(4);
        Assert.StartsWith("Thank you! If both of you want it", Assert.Single(Private(story)).Text, StringComparison.Ordinal);
        Assert.Equal(["4 | Somebody could not be asked."], await database.RowsAsync(How));
    }

    [Theory, EachEngine]
    public async Task Where_one_has_left_no_place_is_opened_and_the_other_is_told(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await AskForAsync(story, "ada", "bob");
        await story.PassAsync(3);
        story.Platform.Left.Add(TestTime.Member("ada"));
        await story.PressAsync("bob", "yes");
        await story.PassAsync(5);
        Assert.Empty(story.Platform.Places);
        Assert.Equal("You both wanted it, but I could not open a place for you. Just write to: ada", Assert.Single(Private(story)).Text);
    }

    [Theory, EachEngine]
    public async Task What_the_reader_cannot_read_is_not_shown_to_him(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        story.Platform.Access[(TestTime.Member("bob"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        await story.HappenAsync(Agrees(story, "bob"));
        await AskForAsync(story, "ada", "bob");
        await story.PassAsync(5);
        Assert.Empty(Private(story));

        story.Platform.Access.Clear();
        await using var other = await TestDatabase.CreateAsync(kind);
        await using var later = await BeginAsync(other);
        await later.HappenAsync(Agrees(later, "bob"));
        await AskForAsync(later, "ada", "bob");
        await later.PassAsync(3);
        later.Platform.Access[(TestTime.Member("bob"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Equal("This is over already.", Said(await later.PressAsync("bob", "yes")));
    }

    [Theory, EachEngine]
    public async Task Of_what_is_written_in_their_place_only_that_they_wrote_is_kept(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await AskForAsync(story, "ada", "bob");
        await story.PassAsync(3);
        await story.PressAsync("bob", "yes");
        await story.PassAsync(4);
        var place = story.Platform.Sent.Single(sent => sent.Opens is not null).Place;
        await story.HappenAsync(LiveStory.Channel(place.Channel.Value, ChannelVisibility.Readers));
        await story.WriteAsync(A.Message("a secret between us").Id(50).By("ada").In(place.Channel.Value));
        await story.WriteAsync(A.Message("in a thread of the message").Id(51).By("bob").In("help").InThread(place.Id.Number));
        await story.WriteAsync(A.Message("in a thread of another").Id(52).By("bob").In("help").InThread(1));
        Assert.Equal(["50 | -", "51 | -", "52 | in a thread of another"], await database.RowsAsync("SELECT number, text FROM messages WHERE number BETWEEN 50 AND 52 ORDER BY number"));
    }

    [Theory, EachEngine]
    public async Task Members_who_talk_about_the_same_are_proposed_to_each_other_once_an_hour_at_most_and_never_after_a_quarrel(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database, rules => rules with { SuggestsIntroductions = true });
        await story.HappenAsync(Agrees(story, "bob"), Agrees(story, "ada"), Agrees(story, "cid"), Agrees(story, "dan"));
        await story.WriteAsync(A.Message("bread with rye and seeds").Id(10).By("cid").In("second"));
        await story.WriteAsync(A.Message("rye bread, seeds inside").Id(11).By("dan").In("second"));
        await database.ExecuteAsync("UPDATE messages SET kind = 10 WHERE number = 10");
        await story.PassAsync(5);
        Assert.Equal(1, await database.CountAsync("introductions"));
        Assert.Contains(Assert.Single(Private(story)).To!.Value.Value, (string[])["ada", "bob"]);
        Assert.Equal(1, await database.CountAsync("introduction_scans"));
    }

    internal static async Task<LiveStory> BeginAsync(TestDatabase database, Func<CommunityRules, CommunityRules>? rules = null) => await BegunAsync(await LiveStory.BeginAsync(database, rules));

    internal static async Task<LiveStory> BeginAsync(TestEngine kind) => await BegunAsync(await LiveStory.BeginAsync(kind));

    private static async Task<LiveStory> BegunAsync(LiveStory story)
    {
        await story.WriteAsync(A.Message("my telescope shows distant galaxies tonight").Id(1).By("ada").In("help"));
        await story.WriteAsync(A.Message("the galaxies look blurred in my telescope").Id(2).By("bob").In("help"));
        return story;
    }

    internal static MemberChoice Agrees(LiveStory story, string member, ContactKind kind = ContactKind.Introduction, bool isWanted = true) =>
        new MemberChoice.Agrees(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(member), kind, isWanted);

    internal static IReadOnlyList<FakeMessage> Private(LiveStory story) => [.. story.Platform.Sent.Where(sent => sent.To is not null)];

    private static async Task NobodyHearsOfAsync(TestEngine kind, string action)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce");
        await story.PassAsync(3);
        await story.PressAsync("ada", action);
        await story.PassAsync(3);
        await story.SkipAsync(TimeSpan.FromDays(10));
        Assert.Equal([TestTime.Member("ada")], Private(story).Select(sent => sent.To!.Value));
        Assert.Empty(story.Platform.Places);
    }

    private static Task<CommandReply> AskForAsync(LiveStory story, string member, string who) => story.TypeAsync(member, "introduce", options: new Dictionary<string, string> { ["who"] = who });

    private static Asker AskerOf(LiveStory story, string member) => new(TestTime.Community, TestTime.Member(member), story.Clock.GetUtcNow()) { Name = member };

    private static string Said(CommandReply reply) => reply switch { CommandReply.Says says => says.Text, CommandReply.Replaces replaces => replaces.Text, _ => string.Empty };

    private static string Topics(string text) => text.Split('\n')[1];
}
