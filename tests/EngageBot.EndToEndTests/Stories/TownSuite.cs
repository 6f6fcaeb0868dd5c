using System.Text;
using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>What the bot does for a community, told as its people see it: the same on each platform.</summary>
public abstract partial class TownSuite
{
    private const string Quick = Town.Quick;

    /// <summary>Where it cannot, chat gets the shares as text.</summary>
    private static readonly bool MakesPictures = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "rsvg-convert")));

    private static readonly string[] FollowUp = ["Helped", "We met", "We made or changed something", "Nothing yet"];

    [Fact]
    public async Task The_first_day_of_a_community_without_helpers_in_which_something_useful_happens_without_one_unasked_private_message()
    {
        await using var town = await BeginAsync(Quick.Replace("\"Approvals\":0", "\"Approvals\":3", StringComparison.Ordinal), daysBefore: 3);
        var hello = await town.UntilAsync(() => town.In("mods").Concat(town.To(Town.Moderator)).FirstOrDefault(), "the first words to the moderators");
        Assert.Contains("Hello! I am EngageBot.", hello.Text, StringComparison.Ordinal);
        Assert.Equal(["Set up", "What would you have done?", "Privacy"], hello.Labels);

        var form = await town.PressAsync(Town.Moderator, await town.PressAsync(Town.Moderator, hello, "Set up"), "Fill in the form");
        Assert.Equal(["all", "sign-up", "en", "22:00-08:00 UTC"], new[] { "watched", "helpers", "language", "hours" }.Select(field => form.Form![field]));
        Assert.Contains("Thank you", (await town.FillInAsync(Town.Moderator, form, ("moderators", "mods"), ("hours", ""))).Text, StringComparison.Ordinal);
        var report = await town.UntilAsync(() => town.In("mods").FirstOrDefault(said => said.Id != hello.Id), "the report");
        Assert.Contains("5 posts invited a reply", report.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody to ask yet", report.Text, StringComparison.Ordinal);
        Assert.Contains("Which glue holds wood to glass?", report.Text, StringComparison.Ordinal);
        Assert.Equal(MakesPictures, report.Picture is not null);
        Assert.Contains("60", report.Picture ?? report.Text, StringComparison.Ordinal);

        await town.GoLiveAsync();
        var question = await town.SayAsync("ada", "help", Story.Question);
        var proposed = await town.UntilAsync(() => town.In("mods").FirstOrDefault(said => said.Labels.Contains("Send")), "the board before moderators");
        Assert.Contains("open the lid", proposed.Text, StringComparison.Ordinal);
        Assert.Empty(town.In("waiting"));
        await town.PressAsync(Town.Moderator, proposed, "Send");
        await town.UntilAsync(() => town.In("waiting").Any(board => board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question on the board");

        await town.SayAsync("bob", "help", "turn it to the left", question);
        await town.UntilAsync(() => town.In("waiting").All(board => !board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question to leave the board");
        Assert.Empty(town.Contacted().Except([Town.Moderator]));
    }

    [Fact]
    public async Task Your_turn_comes_once_a_day_after_a_question_and_No_ends_it()
    {
        await using var town = await LiveAsync(Quick);
        await AskBackAsync(town, Story.Question);
        await town.PassAsync(TimeSpan.FromHours(25));
        var reminder = await town.UntilAsync(() => town.To("ada") is [var first, ..] ? first : null, "a reminder");
        Assert.Contains("Somebody got back to you", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("open the lid", reminder.Text, StringComparison.Ordinal);
        Assert.Equal(["Remind me like this", "No"], reminder.Labels);

        await town.PressAsync("ada", reminder, "No");
        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT is_agreed FROM agreements")).SequenceEqual(["0"]), "the no to be kept");

        await AskBackAsync(town, "How do I close the lid again?");
        await AskBackAsync(town, "Where do I find the key?", "carol");
        await town.PassAsync(TimeSpan.FromHours(25));
        await town.UntilAsync(() => town.To("carol") is [var first, ..] ? first : null, "a reminder for somebody else");
        Assert.Single(town.To("ada"));
    }

    [Fact]
    public async Task Who_wants_to_meet_somebody_does_where_both_want_it_and_both_are_asked_once_what_came_of_it()
    {
        await using var town = await LiveAsync(Quick);
        await town.SayAsync("ada", "help", "my telescope shows distant galaxies tonight");
        await town.SayAsync("bob", "help", "the galaxies look blurred in my telescope");
        await town.TypeAsync("bob", "engage", "introduce");
        await town.TypeAsync("ada", "engage", "introduce", ("who", "@bob"));
        var asked = await town.UntilAsync(() => town.To("bob") is [var first, ..] ? first : null, "the proposal");
        Assert.Contains("ada would like to get to know you.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(["Introduce us", "Not now", "We already know each other", "Not with this person"], asked.Labels);

        await town.PressAsync("bob", asked, "Introduce us");
        var place = await town.UntilAsync(() => town.Meetings() is [var first, ..] ? first : null, "a place for them");
        Assert.Equal(["ada", "bob"], town.Pinged(place).Order(StringComparer.Ordinal));
        Assert.Contains("galaxies look blurred", place.Text, StringComparison.Ordinal);
        await town.SayAsync("ada", place.Place, "hello bob");
        await town.SayAsync("bob", place.Place, "hello ada");

        await town.PassAsync(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(5));
        var (ada, bob) = (await FollowedUpAsync(town, "ada"), await FollowedUpAsync(town, "bob"));
        await town.PressAsync("ada", ada, "We met");
        await town.PressAsync("bob", bob, "Nothing yet");
        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT 1 FROM introduction_people WHERE outcome IS NOT NULL")).Count == 2, "both answers");
        await using var session = new WriteSession(town.Bot.Database);
        await session.OpenAsync(CancellationToken.None);
        var outcome = Assert.Single(await new IntroducedOutcomeQuery(session).SinceAsync(1, 0, CancellationToken.None));
        Assert.Equal((IntroductionOutcome.Met, true), (outcome.Confirmed, outcome.HaveTalked));
        Assert.Empty(await town.Bot.RowsAsync("SELECT text FROM messages WHERE text LIKE '%hello%'"));
    }

    [Fact]
    public async Task Promotion_comes_before_moderators_alone_and_Leave_it_is_kept()
    {
        await using var town = await LiveAsync(Quick.Replace("\"Approvals\"", "\"ModeratorChannel\":\"mods\",\"Approvals\"", StringComparison.Ordinal));
        foreach (var channel in new[] { "help", "lamps" })
        {
            await town.SayAsync("ada", channel, "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=ada");
            await town.PassAsync(TimeSpan.FromMinutes(12));
        }

        var shown = await town.UntilAsync(() => town.In("mods").FirstOrDefault(said => said.Labels.Contains("Leave it")), "the promotion before moderators");
        Assert.Contains("Big sale in our shop", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["It is promotion", "Leave it"], shown.Labels);
        await town.PressAsync(Town.Moderator, shown, "Leave it");
        await town.UntilAsync(() => town.In("mods").Any(said => said.Id == shown.Id && said.Buttons.Count == 0 && said.Text.Contains("is fine. Thank you!", StringComparison.Ordinal)), "the message to say so");
        Assert.Equal(["0"], await town.Bot.RowsAsync("SELECT is_accepted FROM promotion_queue"));
        Assert.Empty(town.Contacted().Except([Town.Moderator]));
    }

    [Fact]
    public async Task Who_signs_up_as_a_helper_is_asked_about_the_next_post()
    {
        await using var town = await LiveAsync(Quick.Replace("\"Approvals\"", "\"FewestHelpers\":1,\"AsksPerPost\":1,\"AsksPerDay\":10,\"Approvals\"", StringComparison.Ordinal));
        var form = await town.TypeAsync(Town.Moderator, "engage-mod", "helpers", ("action", "signup"), ("channel", "#help"));
        await town.FillInAsync(Town.Moderator, form);
        var sign = await town.UntilAsync(() => town.In("help") is [var first, ..] ? first : null, "the sign-up message");
        Assert.Equal(["Ask me sometimes"], sign.Labels);

        var own = await town.PressAsync("bob", sign, "Ask me sometimes");
        await town.FillInAsync("bob", own, ("topics", "lids"), ("hours", ""));
        Assert.Equal(["1 | lids"], await town.Bot.RowsAsync("SELECT helps_since IS NOT NULL, topics FROM member_settings WHERE helps_since IS NOT NULL"));
        Assert.Empty(town.To("bob"));

        await town.SayAsync("ada", "help", Story.Question);
        var ask = await town.UntilAsync(() => town.To("bob") is [var first, ..] ? first : null, "a private message");
        Assert.Contains("open the lid", ask.Text, StringComparison.Ordinal);
        Assert.Equal(["I'll reply", "Not for me", "Not needed", "Stop asking me"], ask.Labels);
    }

    [Fact]
    public async Task The_week_is_summed_up_where_and_when_moderators_want_it()
    {
        await using var town = await LiveAsync(Quick);
        var rules = await town.TypeAsync(Town.Moderator, "engage-mod", "rules");
        var form = await town.PressAsync(Town.Moderator, await town.PressAsync(Town.Moderator, rules, "Everything else"), "Weekly digest");
        var now = town.Bot.Clock.GetUtcNow();
        var due = new DateTimeOffset(now.Date.AddDays(3), TimeSpan.Zero).AddHours(10);
        await town.FillInAsync(Town.Moderator, form, ("channel", "lamps"), ("day", $"{due.DayOfWeek}"), ("hour", "10"));
        var before = await StoredAsync(town);
        await town.SayAsync("bob", "help", "turn it to the left", await town.SayAsync("ada", "help", Story.Question));
        await town.SayAsync("carol", "help", "Which glue holds wood to glass?");
        await town.Bot.UntilStoredAsync(before + 3);

        await town.PassAsync(due - now + TimeSpan.FromMinutes(5));
        var digest = await town.UntilAsync(() => town.In("lamps") is [var first, ..] ? first : null, "the digest");
        Assert.Matches("(?s)The week here.*Posts that got an answer: 1.*open the lid.*Still waiting for an answer:.*wood to glass.*They answered others: bob. Thank you!", digest.Text);
        Assert.Empty(town.Pinged(digest));
        Assert.Empty(town.Contacted().Except([Town.Moderator]));
    }

    [Fact]
    public async Task Figures_are_told_in_chat_to_whoever_asks_and_more_of_them_to_moderators()
    {
        await using var town = await LiveAsync(Quick);
        var before = await StoredAsync(town);
        string[] people = ["ada", "bob", "carol", "zoe", Town.Moderator];
        foreach (var who in people)
        {
            await town.SayAsync(who, "help", "How do I open the lid?");
        }

        await town.Bot.UntilStoredAsync(before + people.Length);
        var figures = await town.TypeAsync("ada", "engage", "stats");
        Assert.StartsWith("The last 28 days, in the channels that everybody here can read", figures.Text, StringComparison.Ordinal);
        Assert.Contains("Response rate: not enough yet", figures.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the team answered first", figures.Text, StringComparison.Ordinal);

        Assert.Contains("the team answered first", (await town.TypeAsync(Town.Moderator, "engage-mod", "stats")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The last 7 days in #help", (await town.TypeAsync(Town.Moderator, "engage-mod", "stats", ("days", "7"), ("channel", "#help"))).Text, StringComparison.Ordinal);
        Assert.StartsWith("Days are a number from 1 to 365", (await town.TypeAsync(Town.Moderator, "engage-mod", "stats", ("days", "400"))).Text, StringComparison.Ordinal);
        Assert.StartsWith("Only people who manage", (await town.TypeAsync("ada", "engage-mod", "stats")).Text, StringComparison.Ordinal);
        Assert.Contains("Reciprocity:", (await town.TypeAsync("ada", "engage", "help", ("topic", "stats"))).Text, StringComparison.Ordinal);
        Assert.Empty(town.Contacted().Except([Town.Moderator]));
    }

    [Fact]
    public async Task The_authors_cross_takes_the_bots_message_under_his_post_away()
    {
        await using var town = await LiveAsync(Quick.Replace("\"Board\"", "\"Reply\"", StringComparison.Ordinal));
        await town.SayAsync("ada", "help", Story.Question);
        var reply = await town.UntilAsync(() => town.In("help") is [var first, ..] ? first : null, "a reply under the question");
        await town.RefuseAsync("ada", reply);
        await town.UntilAsync(() => town.In("help").Count == 0, "the reply to be taken away");
    }

    [Fact]
    public async Task Who_looks_for_something_to_answer_finds_it_and_says_so_and_what_came_of_it_is_told_to_him_and_to_moderators()
    {
        await using var town = await BeginAsync(Quick, daysBefore: 3);
        await town.GoLiveAsync();
        await town.SayAsync("ada", "help", Story.Question);
        await town.UntilAsync(() => town.In("waiting").Any(board => board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question on the board");

        var inbox = await town.TypeAsync("bob", "engage", "inbox");
        var line = Assert.Single(inbox.Text.Split('\n'), line => line.Contains("open the lid", StringComparison.Ordinal));
        Assert.Contains("Thank you! I ask nobody else", (await town.PressAsync("bob", inbox, $"I'll reply to {line[0]}")).Text, StringComparison.Ordinal);
        await town.UntilAsync(() => town.In("waiting").All(board => !board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question to leave the board");
        Assert.DoesNotContain("open the lid", (await town.TypeAsync("carol", "engage", "inbox")).Text, StringComparison.Ordinal);

        Assert.Contains("Replies you gave: 2 (people: 2)", (await town.TypeAsync("zoe", "engage", "me")).Text, StringComparison.Ordinal);
        Assert.Contains("no messages and no names", (await town.TypeAsync(Town.Moderator, "engage-mod", "export", ("format", "json"))).Text, StringComparison.Ordinal);
        Assert.Contains("5 posts invited a reply", (await town.TypeAsync(Town.Moderator, "engage-mod", "report")).Text, StringComparison.Ordinal);
    }

    /// <summary>The bot has just come.</summary>
    /// <param name="daysBefore">So long before, five people asked in help, and two were answered; 0 for an empty community.</param>
    private protected abstract Task<Town> BeginAsync(string rules, int daysBefore = 0);

    /// <summary>Somebody asks, is asked back, and is seen elsewhere afterwards.</summary>
    private static async Task AskBackAsync(Town town, string question, string author = "ada")
    {
        var before = await StoredAsync(town);
        var post = await town.SayAsync(author, "help", question);
        await town.SayAsync("bob", "help", "Which lid do you mean, the red one?", post);
        await town.Bot.UntilStoredAsync(before + 2);
        town.Wait(TimeSpan.FromSeconds(1));
        await town.SayAsync(author, "lamps", "Good morning to all.");
    }

    private static async Task<Shown> FollowedUpAsync(Town town, string member)
    {
        var shown = await town.UntilAsync(() => town.To(member).LastOrDefault(said => said.Labels.SequenceEqual(FollowUp)), "the question what came of it");
        Assert.Contains("Some days ago I introduced you to:", shown.Text, StringComparison.Ordinal);
        return shown;
    }

    /// <summary>Marks that turn a line around, lines that somebody else wrote, and addresses behind other words.</summary>
    [GeneratedRegex(@"[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|^Mods:|(?<!\\)\[[xy]\]\(|<https?://evil", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Deceit();

    private static async Task<int> StoredAsync(Town town) => (await town.Bot.RowsAsync("SELECT 1 FROM messages")).Count;

    /// <summary>In any file beside it too: the log of what was written, its index, and what is kept apart.</summary>
    private static bool IsInDatabase(LiveBot bot, string word) => Directory.EnumerateFiles(bot.Folder).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    });

    private async Task<Town> LiveAsync(string rules)
    {
        var town = await BeginAsync(rules);
        await town.GoLiveAsync();
        return town;
    }
}
