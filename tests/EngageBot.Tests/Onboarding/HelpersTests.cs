using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using static EngageBot.Tests.Onboarding.FirstMinutes;

namespace EngageBot.Tests.Onboarding;

/// <summary>Finding helpers.</summary>
public sealed class HelpersTests
{
    private const string Helpers = "SELECT m.platform_id, s.topics, s.own_hours FROM member_settings s JOIN members m ON m.id = s.member WHERE s.helps_since IS NOT NULL ORDER BY m.platform_id";

    [Theory, EachEngine]
    public async Task The_first_day_of_a_community_without_helpers_in_which_something_useful_happens_without_one_unasked_private_message(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await RememberAsync(story);
        await story.PassAsync(2);
        await story.FillInAsync(await story.ModerateAsync(new ButtonId("setup", "fill", 0)), "mod", isModerator: true, ("hours", ""));
        await story.PassAsync(2);
        Assert.Contains("Nobody to ask yet in #help", In(story, "mods")[1].Text, StringComparison.Ordinal);
        await ModeratorTypesAsync(story, "live");

        await story.WriteAsync(A.Message("how do I open the lid?").Id(1).In("help"));
        await story.PassAsync(15); // While a channel has fewer than three helpers its open posts go to the waiting board at once.
        Assert.Contains("how do I open the lid?", Assert.Single(In(story, "board")).Text, StringComparison.Ordinal);

        await story.WriteAsync(A.Message("with a spoon").Id(2).By("zoe").In("help").ReplyingTo(1));
        await story.PassAsync(3);
        Assert.DoesNotContain("lid", Assert.Single(In(story, "board")).Text, StringComparison.Ordinal);
        await story.PassMinutesAsync(60 * 4);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
    }

    [Theory, EachEngine]
    public async Task The_press_is_the_consent_and_a_private_form_takes_topics_and_hours(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.FillInAsync(await ModeratorTypesAsync(story, "helpers", ("action", "signup"), ("channel", "help")), "mod", isModerator: true);
        await story.PassAsync(2);
        var asked = Assert.Single(In(story, "help"));
        Assert.StartsWith("Would you like to answer somebody now and then?", asked.Text, StringComparison.Ordinal);

        var form = await story.PressAsync("bob", Assert.Single(asked.Buttons).Id);
        Assert.Equal(["bob | - | -"], await database.RowsAsync(Helpers));
        Assert.Contains("late", Assert.IsType<CommandReply.Complains>(await story.FillInAsync(form, "bob", isModerator: false, ("hours", "late"))).InWords, StringComparison.Ordinal);
        await story.FillInAsync(form, "bob", isModerator: false, ("topics", "printers"), ("hours", "22-8 UTC"));
        Assert.Equal(["bob | printers | 22:00-08:00 UTC"], await database.RowsAsync(Helpers));

        var again = await story.PressAsync("bob", Assert.Single(asked.Buttons).Id);
        Assert.Equal(["printers", "22:00-08:00 UTC", ""], Assert.IsType<CommandReply.Opens>(again).Form.Fields.Select(field => field.Value));
        await story.FillInAsync(again, "bob", isModerator: false, ("hours", ""));
        Assert.Equal(["bob | printers | -"], await database.RowsAsync(Helpers));

        var list = Said(await ModeratorTypesAsync(story, "helpers")).Text;
        Assert.StartsWith("People who agreed to be asked: 1.\nNobody to ask yet in ", list, StringComparison.Ordinal);
        Assert.EndsWith("I ask nobody before 3 people have agreed; until then open posts go straight to the waiting board.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", list, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Hours_without_a_zone_are_those_of_his_own_clock(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerDay = 100, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(20), BoardAtMost = TimeSpan.FromHours(20) });
        await story.TypeAsync("bob", "helper", options: new Dictionary<string, string> { ["state"] = "on", ["hours"] = "6:00-9:00", ["zone"] = "America/New_York" });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassMinutesAsync(118);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
        await story.PassMinutesAsync(183);
        Assert.Contains(story.Platform.Sent, sent => sent.To == TestTime.Member("bob"));
    }

    [Theory, EachEngine]
    public async Task In_hours_that_a_helper_chose_he_is_not_asked(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerDay = 100, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(10) });
        await story.HappenAsync(new MemberChoice.Helps(TestTime.Community, TestTime.Noon, TestTime.Member("bob"), Topics: null) { Hours = "11:00-14:00 UTC" });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassMinutesAsync(100);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
        await story.PassMinutesAsync(240);
        Assert.Contains(story.Platform.Sent, sent => sent.To == TestTime.Member("bob"));
    }

    [Theory, EachEngine]
    public async Task The_members_of_a_role_are_each_told_once_with_no_thanks(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { HelperRole = "Helpers" });
        await story.HappenAsync(Member("bob", "77", "helpers"), Member("cid", "77", "helpers"), Member("dan", "78", "cooks"));
        await story.HappenAsync(new MemberChoice.HelpsNoMore(TestTime.Community, TestTime.Noon, TestTime.Member("eve")), Member("eve", "77", "helpers"));
        await story.PassAsync(2);
        Assert.Equal(["bob", "cid"], story.Platform.Sent.Select(sent => sent.To!.Value.Value).Order(StringComparer.Ordinal));
        Assert.All(story.Platform.Sent, sent => Assert.Equal("No thanks", Assert.Single(sent.Buttons).Label));

        await story.PressAsync("cid", "off");
        await story.RestartAsync();
        await story.PassAsync(5);
        Assert.Equal(2, story.Platform.Sent.Count());
        Assert.Equal(["bob | - | -"], await database.RowsAsync(Helpers));
    }

    private static MemberSeen Member(string name, params string[] roles) => new(TestTime.Community, TestTime.Noon, TestTime.Member(name)) { Name = name, Roles = roles };
}
