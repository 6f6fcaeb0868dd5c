using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using static EngageBot.Tests.Onboarding.FirstMinutes;

namespace EngageBot.Tests.Onboarding;

/// <summary>The first ten minutes.</summary>
public sealed class FirstMinutesTests
{
    [Theory, EachEngine]
    public async Task Within_a_minute_moderators_read_once_what_the_bot_can_and_cannot_do_and_members_nothing(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        story.Platform.IsCaughtUp = false; // It still reads: that is no reason to say nothing.
        await story.PassAsync(2);

        var hello = Assert.Single(story.Platform.Sent);
        Assert.Equal(TestTime.Channel("mods"), hello.Place.Channel);
        Assert.Equal(
            "Hello! I am EngageBot. I look for posts that nobody answers, and for people who can answer them.\nChannels here that everybody can read: 3. Those are all that I look at.\n"
            + "Private channels: 1. I leave them alone until somebody who manages one adds it.\nI cannot read: #vault.\nI say nothing to members until you write /engage-mod live. Until then I only watch.",
            hello.Text);
        Assert.Equal(["Set up", "What would you have done?", "Privacy"], hello.Buttons.Select(button => button.Label));

        await story.HappenAsync(Seen(story));
        await story.RestartAsync();
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(60);
        Assert.Single(story.Platform.Sent);
        Assert.StartsWith("I read channels", Said(await story.PressInAsync("mods", "privacy")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Where_the_platform_offers_no_place_it_waits_for_the_first_command(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database, hasPlace: false);
        await story.PassAsync(30);
        Assert.Empty(story.Platform.Sent);

        var first = Said(await ModeratorTypesAsync(story, "rules"));
        Assert.Contains("Hello! I am EngageBot.", first.Text, StringComparison.Ordinal);
        Assert.Contains(first.Buttons, button => button.Label == "Set up");
        Assert.DoesNotContain("Hello", Said(await ModeratorTypesAsync(story, "rules")).Text, StringComparison.Ordinal);
        await story.PassAsync(30);
        Assert.Empty(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Who_brought_the_bot_hears_from_it_in_private(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database, hasPlace: false);
        await story.HappenAsync(Seen(story, hasPlace: false) with { BroughtBy = TestTime.Member("mod") });
        await story.PassAsync(5);
        Assert.Equal(TestTime.Member("mod"), Assert.Single(story.Platform.Sent).To);
    }

    [Theory, EachEngine]
    public async Task Set_up_is_one_form_filled_in_beforehand_and_the_report_comes_at_once(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await RememberAsync(story);
        await story.PassAsync(2);

        var suggested = Said(await story.PressInAsync("mods", "begin"));
        Assert.Contains("• #help: 5 posts, 60% without an answer", suggested.Text, StringComparison.Ordinal);
        var opened = await story.ModerateAsync(Assert.Single(suggested.Buttons).Id);
        Assert.Equal(["mods", "help", "sign-up", "en", "22:00-08:00 UTC"], Assert.IsType<CommandReply.Opens>(opened).Form.Fields.Select(field => field.Value));

        var wrong = Assert.IsType<CommandReply.Complains>(await story.FillInAsync(opened, "mod", isModerator: true, ("watched", "help, cellar"), ("hours", "late"), ("language", "tlh")));
        Assert.Equal(
            [
                "I can't make sense of “late”. Quiet hours are written like 22:00-07:00 Europe/Berlin; nothing means none.",
                "I don't know a channel “cellar”. Write its name as it stands in the list.",
                "I don't speak “tlh”. I speak: de, en, es, fr, ja, pt.",
            ],
            wrong.ByField.Values.Order(StringComparer.Ordinal));
        Assert.Equal(0, await database.CountAsync("rule_revisions"));

        Assert.StartsWith("Thank you", Said(await story.FillInAsync(opened, "mod", isModerator: true)).Text, StringComparison.Ordinal);
        var rules = story.Book.Of(TestTime.Community);
        Assert.Equal(("mods", "help", "UTC"), (rules.ModeratorChannel, Assert.Single(rules.WatchedChannels), rules.QuietHours!.TimeZone));

        await story.PassAsync(3);
        await story.RestartAsync();
        await story.PassAsync(3);
        var report = In(story, "mods")[1];
        Assert.Equal(2, story.Platform.Sent.Count());
        Assert.StartsWith(
            "In 30 days 5 posts invited a reply in the channels that I look after; 3 of them got none.\n• #help: 60% of 5 without an answer\n"
            + "Nobody to ask yet in #help: too few people have agreed to be asked.\n"
            + "I ask nobody before 3 people have agreed; until then open posts go straight to the waiting board.\nThese still wait:\n• “how do I open box 4?” in #help\n  https://chat.example/help/140\n"
            + "  I would have put it on the waiting board after ",
            report.Text,
            StringComparison.Ordinal);
        Assert.Equal(3, report.Text.Split("I would have put it").Length - 1);
    }

    [Theory, EachEngine]
    public async Task What_would_you_have_done_is_told_at_any_time_to_moderators_alone(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await RememberAsync(story);
        await story.AgreeAsync("bob", "cid", "dan");
        await story.PassAsync(2);

        Assert.Contains("I would have asked people in private after", Said(await story.PressInAsync("mods", "preview")).Text, StringComparison.Ordinal);
        var button = In(story, "mods")[0].Buttons[1].Id;
        Assert.Equal("Only people who manage this community can do that.", Said(await story.PressAsync("bob", button)).Text);
    }

    [Theory, EachEngine]
    public async Task Only_where_no_history_can_be_read_it_watches_for_two_days_first(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.SkipAsync(TimeSpan.FromHours(47));
        Assert.Single(story.Platform.Sent);
        await story.SkipAsync(TimeSpan.FromHours(2));
        Assert.Contains("1 posts invited a reply", In(story, "mods")[1].Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_others_cannot_read_is_in_no_report(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await RememberAsync(story);
        await story.HappenAsync(A.Message("how do I open the marmalade vault?").Id(900).In("mods").At(TestTime.Noon.AddDays(-2)));
        await story.SkipAsync(TimeSpan.FromMinutes(11));
        await story.PassAsync(2);
        Assert.Equal(2, In(story, "mods").Count);
        Assert.DoesNotContain("marmalade", In(story, "mods")[1].Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Before_it_speaks_members_are_told_in_words_that_moderators_chose(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.PassAsync(2);
        var opened = await ModeratorTypesAsync(story, "notice", ("channel", "help"));
        for (var press = 0; press < 2; press++)
        {
            Assert.Equal("I say it in #help in a moment.", Said(await story.FillInAsync(opened, "mod", isModerator: true, ("words", "A bot listens here from tomorrow on."))).Text);
            await story.PassAsync(2);
        }

        var notice = Assert.Single(In(story, "help"));
        Assert.Equal("A bot listens here from tomorrow on.", notice.Text);
        Assert.Equal(["Leave me out", "What do you know about me?"], notice.Buttons.Select(button => button.Label));
        await story.WriteAsync(A.Message("hello").Id(1).In("help").By("ada"));
        Assert.StartsWith("Messages of yours that I know of: 1; of these with their text: 1.", Said(await story.PressAsync("ada", notice.Buttons[1].Id)).Text, StringComparison.Ordinal);
        Assert.Equal("I know nothing about you.", Said(await story.PressAsync("nobody", notice.Buttons[1].Id)).Text);
    }
}
