using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Communities;

/// <summary>What moderators say in chat about the rules, from the command to what the bot then does.</summary>
public sealed class RulesCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task The_rules_are_shown_changed_by_a_form_and_taken_back_by_a_press(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        var rules = new RulesCommand(story.Book, StoreOf(story), new ChannelNames(database.Source));
        var shown = Says(await RunAsync(rules, Ask.Typed("rules")));
        Assert.Contains("Waits: between 1 s and 20 s", shown.Text, StringComparison.Ordinal);
        Assert.Contains("on a board in #board.", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["Change waits", "More", "Everything else"], shown.Buttons.Select(button => button.Label));

        var form = Assert.IsType<CommandReply.Opens>(await RunAsync(rules, Ask.Pressed(shown.Buttons[0]))).Form;
        Assert.Equal(["1 s", "20 s", "10 s", "1 min", "2 h"], form.Fields.Select(field => field.Value));
        var changed = Says(await RunAsync(rules, Filled(form, ("least", "2 s"), ("rest", "3 h"))));
        Assert.StartsWith("Done. From now on:\n\nWaits: between 2 s and 20 s", changed.Text, StringComparison.Ordinal);
        Assert.EndsWith("Last changed 2026-01-05 12:00 UTC.", changed.Text, StringComparison.Ordinal);

        var undone = Assert.IsType<CommandReply.Replaces>(await RunAsync(rules, Ask.Pressed(changed.Buttons[3])));
        Assert.Contains("Waits: between 1 s and 20 s", undone.Text, StringComparison.Ordinal);
        Assert.Equal(English["rules.overtaken"], Says(await RunAsync(rules, Ask.Pressed(changed.Buttons[3]))).Text);
        Assert.Equal(2, await database.CountAsync("rule_revisions WHERE changed_by = 'ada'"));
    }

    [Theory]
    [InlineData("waits", "least", "soon", "I can't make sense of “soon”")]
    [InlineData("waits", "least", "", "I can't make sense of “”")]
    [InlineData("waits", "least", "30 s", "nothing was changed: “Shortest wait” (30 s) is longer than “Longest wait” (20 s).")]
    [InlineData("more", "shown", "loud", "I can't make sense of “loud”")]
    [InlineData("more", "shown", "1", "I can't make sense of “1”")]
    [InlineData("more", "asks", "many", "I can't make sense of “many”")]
    [InlineData("more", "asks", "6", "“People asked about one post” must be 0 to 5")]
    [InlineData("more", "language", "tlh", "language must be one of")]
    [InlineData("asked", "day", "many", "I can't make sense of “many”")]
    [InlineData("asked", "day", "10001", "“Asked a day at most” must be 0 to 10000")]
    [InlineData("more", "asks", "", "I can't make sense of “”")]
    [InlineData("asked", "between", "31 d", "“Time between two asks” must be between 0 and 30 days")]
    [InlineData("asked", "held-out", "51 %", "“Posts nobody is asked about” must be 0 to 0.5")]
    [InlineData("asked", "held-out", "half", "I can't make sense of “half”")]
    [InlineData("people", "suggests", "perhaps", "I can't make sense of “perhaps”")]
    [InlineData("people", "private", "", "I can't make sense of “”")]
    [InlineData("people", "balance", "21", "balance must be 0 to 20")]
    [InlineData("team", "approvals", "-1", "I can't make sense of “-1”")]
    [InlineData("team", "approvals", "101", "approvals must be 0 to 100")]
    [InlineData("team", "role", "@everyone", "“Role or group of moderators” must be the id or name of a role that not everybody has")]
    [InlineData("team", "role", "Here", "“Role or group of moderators” must be the id or name of a role that not everybody has")]
    [InlineData("team", "role", "<@>", "“Role or group of moderators” must be the id or name of a role that not everybody has")]
    [InlineData("team", "role", "<@&test>", "“Role or group of moderators” must be the id or name of a role that not everybody has")] // The id of the community itself, as Discord's role of everybody has it.
    public async Task What_cannot_be_is_refused_with_the_reason_and_nothing_changes(string which, string field, string value, string reason)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        var rules = new RulesCommand(story.Book, StoreOf(story), new ChannelNames(database.Source));
        var form = Assert.IsType<CommandReply.Opens>(await RunAsync(rules, Ask.Pressed("rules", which))).Form;

        var complaint = Assert.Single(Assert.IsType<CommandReply.Complains>(await RunAsync(rules, Filled(form, (field, value)))).ByField);
        Assert.Equal(field, complaint.Key);
        Assert.Contains(reason, complaint.Value, StringComparison.Ordinal);
        Assert.Equal(0, await database.CountAsync("rule_revisions"));
    }

    [Fact]
    public void Every_field_of_the_forms_that_a_reason_may_name_has_its_label()
    {
        string[] named = ["waitAtLeast", "waitAtMost", "waitWithoutHistory", "boardAtMost", "restAfter", "publicStep", "boardChannel", "answeredEmoji", "asksPerPost", "asksPerDay", "fewestHelpers",
            "betweenAsks", "holdOutShare", "helperRole", "introductionChannel", "repliesPerDay", "solvedTags", "moderatorRole", "moderatorChannel", "digestChannel", "digestDay", "digestHour"];
        Assert.Empty(named.Except(RulesForms.Labels.Keys));
        Assert.All(RulesForms.Labels.Keys, rule => Assert.NotNull(typeof(CommunityRules).GetProperty(char.ToUpperInvariant(rule[0]) + rule[1..])));
        Assert.All(RulesForms.Labels.Values, label => Assert.NotEmpty(English[label]));
    }

    [Theory, EachEngine]
    public async Task More_rules_are_heeded_by_what_runs_the_language_the_board_and_the_emoji(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { BoardChannel = null });
        var rules = new RulesCommand(story.Book, StoreOf(story), new ChannelNames(database.Source));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Empty(story.Platform.Standing);

        var form = Assert.IsType<CommandReply.Opens>(await RunAsync(rules, Ask.Pressed("rules", "more"))).Form;
        await RunAsync(rules, Filled(form, ("board", "board"), ("language", "de"), ("emoji", ":solved: 🦉")));
        await story.PassAsync(2);
        Assert.StartsWith("Wartet auf eine Antwort:\n• „how do I open it?“ in #help", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(1), Member = TestTime.Member("bob"), Emoji = "solved" });
        await story.PassAsync(2);
        Assert.Equal("Gerade wartet niemand auf eine Antwort. Danke!", Assert.Single(story.Platform.Standing).Text);
    }

    [Theory, EachEngine]
    public async Task Shorter_waits_count_for_what_waits_already(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { WaitAtMost = TimeSpan.FromMinutes(50), WaitWithoutHistory = TimeSpan.FromMinutes(40), BoardAtMost = TimeSpan.FromHours(1) });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Empty(story.Platform.Standing);

        var other = new RulesBook(database.Source, story.Book.Defaults, story.Clock); // As another process.
        await new RulesStore(database.Source, other, story.Clock).ChangeAsync(
            TestTime.Community, rules => rules with { Channels = [new ChannelRules { Channel = "help", WaitAtMost = TimeSpan.FromSeconds(5), WaitWithoutHistory = TimeSpan.FromSeconds(5) }] }, RulesStore.File, CancellationToken.None);
        await story.PassAsync(3);
        await story.WriteAsync(A.Message("anybody?").Id(2).By("bob").In("second")); // Wakes what listens, as the look every few seconds does.
        await story.PassAsync(2);
        Assert.Contains("how do I open it?", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Quiet_stops_the_board_and_one_press_goes_on(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        var quiet = new QuietCommand(new CommunitySwitch(database.Source));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Single(story.Platform.Standing);

        var said = Says(await RunAsync(quiet, Ask.Typed("quiet")));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
        Assert.Single(Says(await RunAsync(quiet, Ask.Typed("quiet"))).Buttons); // Said twice it is as before.

        var resumed = Assert.IsType<CommandReply.Replaces>(await RunAsync(quiet, Ask.Pressed(Assert.Single(said.Buttons))));
        Assert.Equal(English["quiet.resumed"], resumed.Text);
        await story.PassAsync(3);
        Assert.Contains("how do I open it?", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
        Assert.Equal(English["quiet.not-stopped"], Assert.IsType<CommandReply.Replaces>(await RunAsync(quiet, Ask.Pressed(said.Buttons[0]))).Text);
    }

    [Theory, EachEngine]
    public async Task Observe_is_not_undone_by_the_button_of_an_earlier_quiet(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        var communities = new CommunitySwitch(database.Source);
        var resume = Assert.Single(Says(await RunAsync(new QuietCommand(communities), Ask.Typed("quiet"))).Buttons);
        var observe = new ObserveCommand(communities, StoreOf(story), new ChannelNames(database.Source));
        Assert.Equal(English["observe.done"], Says(await RunAsync(observe, Ask.Typed("observe"))).Text);
        Assert.Equal(English["observe.already"], Says(await RunAsync(observe, Ask.Typed("observe"))).Text);
        await RunAsync(new QuietCommand(communities), Ask.Pressed(resume));
        Assert.Null(Assert.Single(await communities.ListAsync(CancellationToken.None)).LiveSince);

        var live = new LiveCommand(communities, story.Book, StoreOf(story), new ChannelNames(database.Source));
        Assert.Equal(English["live.done"], Says(await RunAsync(live, Ask.Typed("live"))).Text);
        Assert.Equal(English["live.already"], Says(await RunAsync(live, Ask.Typed("live"))).Text);
    }

    [Theory, EachEngine]
    public async Task Moderators_are_told_that_about_some_posts_nobody_is_asked_and_switch_it_off_with_one_press(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { HoldOutShare = 0.1 });
        var live = new LiveCommand(new CommunitySwitch(database.Source), story.Book, StoreOf(story), new ChannelNames(database.Source));
        var told = Says(await RunAsync(live, Ask.Typed("live")));
        Assert.Contains("I ask nobody about 10% of the posts", told.Text, StringComparison.Ordinal);

        Assert.Equal(English["live.hold-out.off"], Says(await RunAsync(live, Ask.Pressed(Assert.Single(told.Buttons)))).Text);
        Assert.Equal(0, story.Book.Of(TestTime.Community).HoldOutShare);
        Assert.Empty(Says(await RunAsync(live, Ask.Typed("live"))).Buttons);
    }

    [Theory, EachEngine]
    public async Task Who_goes_live_without_a_board_opens_the_form_that_names_its_channel_with_one_press(TestEngine engine)
    {
        await using var story = await LiveStory.BeginAsync(engine, rules => rules with { BoardChannel = null });
        var told = Says(await story.TypeAsync("mod", "live", isModerator: true));
        Assert.Contains(English["live.no-board"], told.Text, StringComparison.Ordinal);
        var form = await story.ModerateAsync(told.Buttons[0].Id);
        await story.FillInAsync(form, "mod", isModerator: true, ("board", "#second"));
        Assert.Equal("#second", story.Book.Of(TestTime.Community).BoardChannel);
        told = Says(await story.TypeAsync("mod", "live", isModerator: true));
        Assert.DoesNotContain(told.Buttons, button => button.Label == English["live.button.board"]);
    }

    [Theory, EachEngine]
    public async Task A_channel_that_is_left_alone_is_shown_nowhere_any_more(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database);
        var channel = new ChannelCommand(story.Book, StoreOf(story), new ChannelNames(database.Source), story.Clock);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Equal("I leave #help alone from now on.", Says(await RunAsync(channel, Ask.Typed("channel", ("state", "ignore"), ("channel", "help")))).Text);
        await story.PassAsync(2);
        Assert.DoesNotContain("open", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        Assert.Equal(English["channel.unknown"], Reply.WordsOf(await RunAsync(channel, Ask.Typed("channel", ("state", "ignore"), ("channel", "c-404")))));
        Assert.Equal(English["channel.usage"], Says(await RunAsync(channel, Ask.Typed("channel", ("state", "mute"), ("channel", "help")))).Text);
        Assert.Equal(1, await database.CountAsync("rule_revisions"));
    }

    [Theory, EachEngine]
    public async Task What_stands_under_a_post_goes_when_its_channel_is_left_alone(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = PublicStep.Reply });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Single(story.Platform.Standing);
        await RunAsync(new ChannelCommand(story.Book, StoreOf(story), new ChannelNames(database.Source), story.Clock), Ask.Typed("channel", ("state", "ignore"), ("channel", "help")));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
    }

    [Theory]
    [InlineData("22:00", "8:00", "Europe/Berlin", "Quiet hours are from 22:00 to 08:00 now (Europe/Berlin).")]
    [InlineData("off", null, null, "There are no quiet hours any more.")]
    [InlineData("22:00", "08:00", "Europe/Atlantis", "nothing was changed: the time zone Europe/Atlantis is not known.")]
    [InlineData("22:00", "22:00", "Etc/UTC", "quietHours must be longer than 0")]
    [InlineData("22:00", "08:00", null, "Say from when to when")]
    [InlineData("late", "08:00", "Etc/UTC", "Say from when to when")]
    [InlineData("22:00", null, "Etc/UTC", "Say from when to when")]
    public async Task Quiet_hours_are_set_switched_off_or_explained(string from, string? to, string? zone, string answer)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        (string, string?)[] given = [("from", from), ("to", to), ("zone", zone)];
        var said = await RunAsync(
            new QuietHoursCommand(story.Book, StoreOf(story)), Ask.Typed("quiet-hours", [.. given.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!))]));
        Assert.Contains(answer, Reply.WordsOf(said), StringComparison.Ordinal);
        Assert.Equal(zone == "Europe/Berlin" ? new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), zone) : null, story.Book.Of(TestTime.Community).QuietHours);
    }

    [Fact]
    public void In_every_language_the_rules_fit_into_one_message_whatever_they_say()
    {
        string[] many = [.. Enumerable.Range(0, 500).Select(number => $"a-channel-with-a-name-that-is-long-{number}")];
        var rules = new CommunityRules
        {
            WatchedChannels = ["*", .. many],
            IgnoredChannels = many,
            PromotionChannels = many,
            Channels = [.. many.Select(channel => new ChannelRules { Channel = channel })],
            AnsweredEmoji = [.. many.Take(20)],
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "America/Argentina/ComodRivadavia"),
        };
        foreach (var language in TextBook.Languages)
        {
            var text = RulesWords.Of(rules, new Dictionary<string, string>(), new RulesRevision(1, "ada", TestTime.Noon, string.Empty), TextBook.In(language));
            Assert.InRange(text.Length, 100, 1_900);
        }
    }

    private static RulesStore StoreOf(LiveStory story) => new(story.Database.Source, story.Book, story.Clock);

    private static CommandReply.Says Says(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply);

    private static Task<CommandReply> RunAsync(ISlashCommand command, CommandRequest request) => command.RunAsync(request, English, CancellationToken.None);

    /// <summary>A form as it was opened, with some fields changed.</summary>
    private static CommandRequest Filled(CommandForm form, params (string Name, string Value)[] changed)
    {
        var fields = form.Fields.ToDictionary(field => field.Name, field => field.Value);
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return new CommandRequest.Submitted(Ask.ByAda, form.Id, fields);
    }
}
