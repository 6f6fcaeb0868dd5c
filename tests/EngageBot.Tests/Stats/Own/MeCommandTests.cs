using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.SelfPromotion;
using EngageBot.Stats.Own;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Stats.Own;

/// <summary>A member is told what he gave and received, and nobody else is.</summary>
public sealed class MeCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task What_he_gave_and_received_is_told_with_a_picture_and_to_those_below_it_the_median(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);

        var ada = await AskAsync(story, "ada");
        Assert.Equal(
            [English["me.title"], "• Replies you gave: 1 (people: 1)", "• Replies you received: 3 (people: 2)", "• Both ways: with 1 of 2 people", English.Of("me.median", ("median", "2"))],
            ada.Text.Split('\n')[..5]);
        Assert.True(ada.File is { Name: "network.png", Alt: var alt } ? alt!.Contains("bob", StringComparison.Ordinal) : ada.Text.Contains("• bob: 1, 2", StringComparison.Ordinal));
        Assert.DoesNotContain("replies or more", (await AskAsync(story, "bob")).Text, StringComparison.Ordinal);
        Assert.Equal(English["me.none"], (await AskAsync(story, "nobody")).Text);
    }

    [Theory, EachEngine]
    public async Task What_is_of_channels_that_he_cannot_read_any_more_is_left_out_and_so_is_who_opted_out(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("bob")));
        var ada = await AskAsync(story, "ada");
        Assert.Contains("• Replies you received: 3 (people: 1)", ada.Text, StringComparison.Ordinal); // His replies stay replies.
        Assert.DoesNotContain("bob", ada.Text + ada.File?.Alt, StringComparison.Ordinal);
        Assert.Contains("cid", ada.Text + ada.File?.Alt, StringComparison.Ordinal);

        story.Platform.Access[(TestTime.Member("ada"), TestTime.Channel("second"))] = ReadAccess.Cannot;
        var less = await AskAsync(story, "ada");
        Assert.Contains("• Replies you received: 2 (people: 0)", less.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cid", less.Text + less.File?.Alt, StringComparison.Ordinal);

        story.Platform.Access[(TestTime.Member("ada"), TestTime.Channel("help"))] = ReadAccess.Unknown;
        Assert.Equal(English["me.none"], (await AskAsync(story, "ada")).Text);
        Assert.Equal(English["me.none"], (await AskAsync(story, "bob")).Text);
    }

    [Fact]
    public void Without_a_picture_people_are_told_in_lines_and_a_name_is_no_markup()
    {
        var figures = new OwnFigures { Replies = [], Balance = new Balance(2, 1), Contacts = [new Contact(1, Excerpt.Of("<@everyone> *bob*"), 3, 0)] };
        Assert.Equal($"{English["me.contacts"]}\n• ·someone bob: 3, 0", OwnTexts.Contacts(figures, English));
        Assert.Contains("• Posts about things of your own: 2; people you replied to in that time: 0", OwnTexts.Of(figures, English), StringComparison.Ordinal);
        var chart = OwnTexts.ChartOf(figures, TextBook.In("de"));
        var svg = chart.ToSvg(new ChartLook(ChartTheme.Light));
        Assert.Contains("gegebene Antworten", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">answer each other<", svg, StringComparison.Ordinal);
    }

    private static async Task<CommandReply.Says> AskAsync(LiveStory story, string member) => Assert.IsType<CommandReply.Says>(await story.TypeAsync(member, "me"));

    /// <summary>Bob answered Ada twice in "help", Cid once in "second"; Ada answered Bob; Bob, Cid, Dan and Eve talk much among themselves.</summary>
    private static async Task<LiveStory> BeginAsync(TestEngine kind)
    {
        var story = await LiveStory.BeginAsync(kind);
        var number = 0L;
        async Task TalkAsync(string from, string to, string channel)
        {
            var at = story.Clock.GetUtcNow().AddDays(-2).AddMinutes(10 * number);
            await story.HappenAsync(
                A.Message($"how do I open box {number}?").Id(++number).By(to).In(channel).At(at),
                A.Message("with a key, turn it to the left").Id(++number).By(from).In(channel).ReplyingTo(number - 1).At(at.AddMinutes(1)));
        }

        foreach (var (from, to, channel) in new (string, string, string)[]
        {
            ("bob", "ada", "help"), ("bob", "ada", "help"), ("cid", "ada", "second"), ("ada", "bob", "help"),
            ("cid", "dan", "help"), ("dan", "eve", "help"), ("dan", "bob", "help"), ("eve", "dan", "help"), ("eve", "cid", "help"),
        })
        {
            await TalkAsync(from, to, channel);
        }

        return story;
    }
}
