using System.Globalization;
using EngageBot.Outbox;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>Helpers are asked in private, and what they say counts.</summary>
public sealed class HelperStories : TownStory
{
    private const string Elsewhere = "Where can I find a new lamp for the hall?";

    [Theory, EachPlatform]
    public async Task The_members_of_a_role_are_helpers_each_is_told_once_and_one_press_is_enough_to_be_none(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, "\"HelperRole\":\"helpers\",");
        foreach (var helper in (string[])["bob", "carol"])
        {
            await town.SayAsync(helper, "lamps", "Good morning to all.");
            await town.MakeHelperAsync(helper);
        }

        await town.PassAsync(TimeSpan.FromMinutes(2));

        await town.UntilToldAsync("bob", "No thanks");
        await town.PressAsync("carol", await town.UntilToldAsync("carol", "No thanks"), "No thanks");
        await town.PassAsync(TimeSpan.FromMinutes(2));
        await town.Bot.UntilAsync(
            async () => (await town.Bot.RowsAsync("SELECT m.name FROM member_settings s JOIN members m ON m.id = s.member WHERE s.helps_since IS NOT NULL")).SequenceEqual(["bob"]), "one helper to be left");
        Assert.Single(town.To("bob"), said => said.Text.Contains("The moderators here say that you help people", StringComparison.Ordinal));
        Assert.Single(town.To("carol"), said => said.Text.Contains("The moderators here say that you help people", StringComparison.Ordinal));
    }

    [Theory, EachPlatform]
    public async Task Not_for_me_goes_to_the_next_Not_needed_leaves_the_post_in_peace_and_Stop_asking_me_is_kept(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks);
        await town.AgreeAsync("bob", "carol", "dan");
        await town.SayAsync("ada", "help", Question);
        var first = await AskedAsync(town, ["bob", "carol", "dan"]);
        await town.PressAsync(first, await town.UntilToldAsync(first, "Not for me"), "Not for me");
        await town.UntilToldInWordsAsync(first, "All right, thank you for looking.");
        string[] others = [.. ((string[])["bob", "carol", "dan"]).Where(helper => helper != first)];
        var second = await AskedAsync(town, others);
        await town.PressAsync(second, await town.UntilToldAsync(second, "Not needed"), "Not needed");
        await town.UntilToldInWordsAsync(second, "Thank you, then I leave it in peace.");

        await town.SayAsync("eve", "lamps", Elsewhere);
        var third = Assert.Single(others, helper => helper != second);
        var ask = await town.UntilToldAsync(third, "Stop asking me");
        Assert.Contains(Elsewhere, ask.Text, StringComparison.Ordinal); // And nothing of the first question, which needs nobody any more.
        await town.PressAsync(third, ask, "Stop asking me");
        await town.UntilOnBoardAsync(Elsewhere); // Nobody is left whom to ask today.
        Assert.False(town.IsOnBoard(Question));
        Assert.Equal(["2"], await town.Bot.RowsAsync("SELECT COUNT(*) FROM member_settings WHERE helps_since IS NOT NULL"));
    }

    [Theory, EachPlatform]
    public async Task I_will_reply_shows_the_author_eyes_for_two_hours_and_an_unkept_claim_lapses_without_a_word(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks);
        await town.AgreeAsync("bob");
        var question = await town.SayAsync("ada", "help", Question);
        await town.PressAsync("bob", await town.UntilToldAsync("bob", "I'll reply"), "I'll reply");
        await town.UntilAsync(() => town.HasEyes("help", question), "eyes under the question");
        await town.UntilOffBoardAsync(Question);

        await town.PassAsync(TimeSpan.FromMinutes(121));
        await town.UntilAsync(() => !town.HasEyes("help", question), "the eyes to go");
        await town.UntilOnBoardAsync(Question);
        Assert.Single(town.To("bob"));
    }

    [Theory, EachPlatform]
    public async Task A_helper_hears_in_one_line_that_the_author_took_up_his_answer_and_of_more_only_after_a_week(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks + "\"BetweenAsks\":\"00:00:00\",");
        await town.AgreeAsync("bob");
        await HelpsAsync(town, "ada", "help", Question);
        await town.PassAsync(TimeSpan.FromDays(1));
        await town.UntilToldInWordsAsync("bob", "It helped: the author of");
        await town.PassAsync(TimeSpan.FromDays(1));
        await HelpsAsync(town, "eve", "lamps", Elsewhere);

        await town.PassAsync(TimeSpan.FromDays(1));
        await town.PassAsync(TimeSpan.FromDays(6));
        await town.UntilAsync(() => town.To("bob").Count(said => said.Text.StartsWith("It helped", StringComparison.Ordinal)) == 2, "the next one");
        var told = await town.Bot.RowsAsync($"SELECT sent_at FROM outbox WHERE kind = {OutboxKind.Thanks:D} ORDER BY id");
        Assert.InRange(long.Parse(told[1], CultureInfo.InvariantCulture) - long.Parse(told[0], CultureInfo.InvariantCulture), TimeSpan.FromDays(7).TotalMilliseconds, TimeSpan.FromDays(14).TotalMilliseconds);
    }

    [Theory, EachPlatform]
    public async Task A_helper_is_asked_once_a_day_and_three_times_a_week_and_what_he_is_not_asked_about_comes_to_the_board(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks + "\"BetweenAsks\":\"00:00:00\",");
        await town.AgreeAsync("bob");
        for (var day = 1; day <= 3; day++)
        {
            await town.SayAsync($"ada{day}", "help", $"How do I open box number {day}0?");
            await town.UntilAsync(() => AsksTo(town, "bob").Count == day, $"ask {day}");
            await town.SayAsync($"eve{day}", "lamps", $"Where do I find lamp number {day}1?");
            await town.UntilOnBoardAsync($"lamp number {day}1");
            await town.PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        }

        await town.SayAsync("ada4", "help", "How do I open box number 40?");
        await town.UntilOnBoardAsync("box number 40");
        Assert.Equal(3, AsksTo(town, "bob").Count);
        await town.PassAsync(TimeSpan.FromDays(5)); // Tuesday of the next week.
        await town.SayAsync("bob", "lamps", "Good morning to all.");
        await town.SayAsync("ada5", "help", "How do I open box number 50?");
        await town.UntilAsync(() => AsksTo(town, "bob").Count == 4, "the next ask");
    }

    [Theory, EachPlatform]
    public async Task In_quiet_hours_nobody_is_asked_and_afterwards_he_is(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks + "\"QuietHours\":{\"From\":\"11:00\",\"To\":\"19:00\",\"TimeZone\":\"America/New_York\"},");
        await town.AgreeAsync("bob");
        await town.SayAsync("ada", "help", Question);
        await town.Bot.UntilStoredAsync(1);
        town.Wait(TimeSpan.FromHours(2));
        var night = town.Bot.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await town.PassAsync(TimeSpan.FromHours(18)); // It is Tuesday morning in New York.
        Assert.Contains(Question, (await town.UntilToldAsync("bob", "I'll reply")).Text, StringComparison.Ordinal);
        Assert.Empty(await town.Bot.RowsAsync($"SELECT text FROM outbox WHERE member IS NOT NULL AND sent_at <= {night}"));
    }

    [Theory, EachPlatform]
    public async Task A_post_that_is_held_out_is_asked_about_to_nobody_and_is_on_the_board_all_the_same(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks + "\"HoldOutShare\":0.1,");
        await town.AgreeAsync("bob");
        var before = await town.Bot.RowsAsync("SELECT MAX(id) FROM messages");
        await town.SayAsync("ada", "help", Question);
        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT MAX(id) FROM messages")) is [var last] && last != before[0], "the question to be stored");
        await town.Bot.ExecuteAsync("INSERT INTO hold_out_cases (post, community, at, is_held, exemption) SELECT MAX(m.id), 1, MAX(m.at), 1, 0 FROM messages m");

        await town.UntilOnBoardAsync(Question);
        Assert.Contains(Question, (await town.TypeAsync("carol", "engage", "inbox")).Text, StringComparison.Ordinal);
        Assert.Empty(town.To("bob"));
    }

    [Theory, EachPlatform]
    public async Task Who_chose_to_greet_is_asked_to_answer_a_newcomers_first_post(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks);
        await town.AgreeAsync("bob", "carol");
        await town.ChooseAsync("bob", "introduce", "I like to greet newcomers");
        await town.JoinAsync("nova");
        await town.SayAsync("nova", "help", "Hello, how do I open the box?");
        var ask = await town.UntilToldAsync("bob", "I'll reply");
        Assert.Contains("it is somebody's first post here, and you said that you would like to greet newcomers", ask.Text, StringComparison.Ordinal);
        Assert.Empty(town.To("carol"));
    }

    /// <summary>Who of some is asked.</summary>
    private static Task<string> AskedAsync(Town town, IReadOnlyList<string> helpers) => town.UntilAsync(() => helpers.FirstOrDefault(helper => town.To(helper).Count > 0), "somebody to be asked");

    private static IReadOnlyList<Shown> AsksTo(Town town, string member) => [.. town.To(member).Where(said => said.Text.Contains("Somebody is waiting", StringComparison.Ordinal))];

    /// <summary>Somebody asks, Bob says that he will reply and does, and the author thanks him.</summary>
    private static async Task HelpsAsync(Town town, string author, string channel, string question)
    {
        var post = await town.SayAsync(author, channel, question);
        var ask = await town.UntilAsync(() => town.To("bob").LastOrDefault(said => said.Text.Contains(question, StringComparison.Ordinal) && said.Labels.Contains("I'll reply")), "an ask");
        await town.PressAsync("bob", ask, "I'll reply");
        var answer = await town.SayAsync("bob", channel, "turn it to the left, and then lift it with both hands", post);
        await town.UntilToldInWordsAsync("bob", "You answered. Thank you!");
        await town.SayAsync(author, channel, "thank you so much, that worked", answer);
    }
}
