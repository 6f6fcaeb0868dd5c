using EngageBot.Communities;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>When the bot is silent, and what it takes back.</summary>
public sealed class CareStories : TownStory
{
    private const string Other = "Where can I find a new lamp for the hall?";

    private const string Offer = "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=ada";

    [Theory, EachPlatform]
    public async Task While_a_crowd_joins_moderators_are_told_and_nothing_is_sent(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        for (var number = 1; number <= 12; number++)
        {
            await town.JoinAsync($"new{number}");
        }

        await town.PassAsync(TimeSpan.FromMinutes(1));
        await town.UntilModeratorsHearAsync("Many people joined at once: ");
        var seen = town.Bot.Clock.GetUtcNow();
        await town.SayAsync("ada", "help", Question);
        await town.PassAsync(TimeSpan.FromHours(25));
        await town.SayAsync("carol", "lamps", Other);
        await town.UntilOnBoardAsync(Other);
        Assert.Empty(await town.Bot.RowsAsync($"SELECT text FROM outbox WHERE message IS NOT NULL AND text LIKE '%open the lid%' AND sent_at < {seen.AddHours(24).ToUnixTimeMilliseconds()}"));
    }

    [Theory, EachPlatform]
    public async Task Where_those_who_are_asked_press_stop_it_goes_back_to_observing_and_says_why(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, Asks.Replace("\"AsksPerPost\":1", "\"AsksPerPost\":3", StringComparison.Ordinal));
        string[] helpers = ["bob", "carol", "dan"];
        await town.AgreeAsync(helpers);
        await town.SayAsync("ada", "help", Question);
        foreach (var helper in helpers)
        {
            await town.PressAsync(helper, await town.UntilToldAsync(helper, "Stop asking me"), "Stop asking me");
        }

        await town.PassAsync(TimeSpan.FromMinutes(2));
        await town.UntilModeratorsHearAsync("of 3 whom I asked in a week, 3 told me to stop");
        Assert.Equal(["-"], await town.Bot.RowsAsync("SELECT live_since FROM communities"));
    }

    [Theory, EachPlatform]
    public async Task Signs_of_a_crisis_reach_moderators_in_words_and_get_no_reply_and_no_place_on_the_board(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        await town.SayAsync("ada", "help", "I can't go on anymore, I want to end my life. Can somebody help me?");
        var note = await town.UntilModeratorsHearAsync("reads as if somebody goes through a crisis or a loss. I say nothing there.");
        Assert.DoesNotContain("end my life", note.Text, StringComparison.Ordinal);
        await town.SayAsync("carol", "lamps", Other);
        await town.UntilOnBoardAsync(Other);
        Assert.False(await town.WasEverSaidAsync("end my life"));
        Assert.Empty(town.In("help"));
        Assert.Empty(town.To("ada"));
    }

    [Theory, EachPlatform]
    public async Task Observe_takes_back_what_stands_and_quiet_stops_everything_until_one_press(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        await town.SayAsync("ada", "help", Question);
        await town.UntilOnBoardAsync(Question);
        Assert.Contains("I only watch now", (await town.TypeAsync(Town.Moderator, "engage-mod", "observe")).Text, StringComparison.Ordinal);
        await town.UntilAsync(() => town.In("waiting").Count == 0, "the board to be taken away");
        await town.GoLiveAsync();
        await town.UntilOnBoardAsync(Question);

        var quiet = await town.TypeAsync(Town.Moderator, "engage-mod", "quiet");
        await town.UntilAsync(() => town.In("waiting").Count == 0, "the board to be taken away again");
        Assert.Contains("I go on where I was.", (await town.PressAsync(Town.Moderator, quiet, "Go on")).Text, StringComparison.Ordinal);
        await town.UntilOnBoardAsync(Question);
    }

    [Theory, EachPlatform]
    public async Task Where_a_moderator_deletes_what_the_bot_said_that_step_rests_there_for_a_week(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        await town.SayAsync("ada", "help", Question);
        await town.UntilOnBoardAsync(Question);
        var board = Assert.Single(town.In("waiting"));
        await town.DeleteAsync("waiting", board.Id);
        var deleted = town.Bot.Clock.GetUtcNow();
        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT 1 FROM outbox WHERE outcome = 'Somebody took it away.'")).Count == 1, "the word to be taken");
        await town.SayAsync("carol", "lamps", Other);
        await town.PassAsync(TimeSpan.FromDays(1));
        await town.SayAsync("eve", "help", "Which glue holds wood to glass?");
        await town.PassAsync(TimeSpan.FromDays(7));
        await town.SayAsync("udo", "lamps", "Does anybody know why the printer prints stripes?");
        await town.UntilOnBoardAsync("prints stripes");
        Assert.Empty(await town.Bot.RowsAsync(
            $"SELECT text FROM outbox WHERE sent_at > {deleted.AddSeconds(1).ToUnixTimeMilliseconds()} AND sent_at < {deleted.AddDays(7).ToUnixTimeMilliseconds()} AND member IS NULL"));
    }

    [Theory, EachPlatform]
    public async Task What_stands_follows_the_post_that_is_edited_and_goes_with_it(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        var question = await town.SayAsync("ada", "help", Question);
        await town.UntilOnBoardAsync(Question);
        await town.EditAsync("help", question, "How do I open the red box without breaking it?");
        await town.UntilOnBoardAsync("red box without");
        Assert.False(town.IsOnBoard(Question));
        await town.DeleteAsync("help", question);
        await town.UntilOffBoardAsync("red box without");
    }

    [Theory, EachPlatform]
    public async Task Who_promotes_hears_in_private_of_people_whom_he_could_answer_and_never_of_promotion(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, "\"PromoterNote\":true,");
        await town.SayAsync("ada", "help", "the new printer driver works with my old printer");
        await town.SayAsync("ada", "lamps", "that printer driver prints in colour too");
        foreach (var channel in (string[])["help", "lamps"])
        {
            await town.SayAsync("ada", channel, Offer);
            await town.PassAsync(TimeSpan.FromMinutes(12));
        }

        await town.SayAsync("bob", "help", "which printer driver do you use for an old printer?");
        var shown = await town.UntilAsync(() => town.In("mods").FirstOrDefault(said => said.Labels.Contains("It is promotion")), "the promotion before moderators");
        await town.PressAsync(Town.Moderator, shown, "It is promotion");
        await town.PassAsync(TimeSpan.FromMinutes(6));
        var note = await town.UntilToldAsync("ada", "No more of these");
        Assert.Contains("Meanwhile people here asked about things that you may know:", note.Text, StringComparison.Ordinal);
        Assert.Contains("which printer driver do you use", note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("promot", note.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["Introduce me", "More like this", "No more of these"], note.Labels);
    }

    [Theory, EachPlatform]
    public async Task The_author_of_an_announcement_without_replies_is_offered_a_closing_question(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, platform == TownPlatform.Slack ? string.Empty : $"\"{nameof(CommunityRules.ClosingQuestion)}\":true,");
        await town.SayAsync("ada", "help", "From May on all lines run by the timetable at https://trains.example/timetable");
        await town.PassAsync(TimeSpan.FromHours(25));
        var offer = await town.UntilToldAsync("ada", "More like this");
        Assert.Contains("has no reply yet. A question at its end often brings one", offer.Text, StringComparison.Ordinal);
    }
}
