namespace EngageBot.EndToEndTests.Stories;

/// <summary>People are put in touch who want it.</summary>
public sealed class MeetingStories : TownStory
{
    [Theory, EachPlatform]
    public async Task A_round_has_a_days_notice_which_one_can_sit_out_and_three_days_later_each_says_what_came_of_it(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        town.Wait(TimeSpan.FromDays(2));
        string[] people = ["ada", "bob", "carol", "dan"];
        foreach (var who in people.Append("kim"))
        {
            await town.SayAsync(who, "help", $"{who} likes telescopes and galaxies");
            var answer = await town.TypeAsync(who, "engage", "introduce");
            await town.PressAsync(who, answer, "Only rounds");
        }

        Assert.Contains("So many take part: 5.", (await town.TypeAsync(Town.Moderator, "engage-mod", "round", ("what", "start"), ("every", "week"), ("size", "2"))).Text, StringComparison.Ordinal);
        await town.PassAsync(TimeSpan.FromDays(6));
        foreach (var who in people)
        {
            await town.UntilToldAsync(who, "Skip this one");
        }

        await town.PressAsync("kim", await town.UntilToldAsync("kim", "Skip this one"), "Skip this one");
        Assert.Empty(town.Meetings());
        await town.PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(5));
        await town.UntilAsync(() => town.Meetings().Count == 2, "two places");
        Assert.Equal(people, town.Meetings().SelectMany(town.Pinged).Order(StringComparer.Ordinal));
        Assert.All(town.Meetings(), place => Assert.Contains("this round brings you together.\nYou both write about: ", place.Text, StringComparison.Ordinal));
        Assert.All(town.Meetings(), place => Assert.All(town.Pinged(place), who => Assert.Contains($"“{who} likes telescopes and galaxies”", place.Text, StringComparison.Ordinal)));

        await town.PassAsync(TimeSpan.FromDays(5));
        foreach (var (who, said) in people.Zip((string[])["Helped", "We met", "We made or changed something", "Nothing yet"]))
        {
            await town.PressAsync(who, await town.UntilToldAsync(who, said), said);
        }

        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT outcome FROM introduction_people WHERE outcome IS NOT NULL ORDER BY outcome")).SequenceEqual(["1", "2", "3", "4"]), "the four answers");
        Assert.StartsWith("Introductions of the last 30 days: ", (await town.TypeAsync(Town.Moderator, "engage-mod", "report")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(town.To("kim"), said => said.Labels.Contains("Helped"));
    }

    [Theory, EachPlatform]
    public async Task Of_two_who_fit_the_second_is_asked_after_the_first_said_yes_and_a_no_is_never_shown(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform, "\"SuggestsIntroductions\":true,");
        await town.SayAsync("ada", "help", "my telescope shows distant galaxies tonight");
        await town.SayAsync("bob", "help", "the galaxies look blurred in my telescope");
        await town.ChooseAsync("ada", "introduce");
        await town.ChooseAsync("bob", "introduce");
        string[] both = ["ada", "bob"];
        var first = await town.UntilAsync(() => both.FirstOrDefault(who => town.To(who).Count > 0), "a proposal");
        var second = both.Single(who => who != first);
        var proposal = await town.UntilToldAsync(first, "Introduce us");
        Assert.Contains("You both write about: ", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("galaxies look blurred", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("shows distant galaxies", proposal.Text, StringComparison.Ordinal);
        Assert.Empty(town.To(second));

        await town.PressAsync(first, proposal, "Introduce us");
        await town.PressAsync(second, await town.UntilToldAsync(second, "Not with this person"), "Not with this person");
        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT 1 FROM never_pairs")).Count == 1, "the no to be kept");
        await town.PassAsync(TimeSpan.FromDays(8));
        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT state FROM introductions")).SequenceEqual(["4"]), "it to end");
        Assert.StartsWith("Thank you! If both of you want it", Assert.Single(town.To(first)).Text, StringComparison.Ordinal);
        Assert.Empty(town.Meetings());
    }
}
