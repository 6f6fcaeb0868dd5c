using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Why;

/// <summary>Moderators look at what the bot said; that they do is kept.</summary>
public sealed class LogCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task The_log_says_what_was_said_why_and_what_came_of_it_and_neither_words_nor_names(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WhyCommandTests.AskedAsync(database);
        await story.PassAsync(60);

        var text = Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "log", isModerator: true)).Text;
        Assert.Contains(English["why.board"], text, StringComparison.Ordinal);
        Assert.Contains(English.Of("log.private", ("channel", "#help")), text, StringComparison.Ordinal);
        Assert.DoesNotContain("how do I open", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", text, StringComparison.Ordinal);

        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        var blind = Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "log", isModerator: true)).Text;
        Assert.DoesNotContain("#help", blind, StringComparison.Ordinal);
        Assert.Contains(English["log.hidden"], blind, StringComparison.Ordinal);
    }

    /// <summary>And not what the member said to it: that is his own.</summary>
    [Theory, EachEngine]
    public async Task Of_an_ask_it_tells_what_became_of_the_post(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WhyCommandTests.AskedAsync(database);
        foreach (var (text, seconds) in (IEnumerable<(string, int)>)[(English["said.no-reply-yet"], 0), (English["outcome.replied"], 1)])
        {
            if (seconds > 0)
            {
                await story.WriteAsync(A.Message("with a coin").Id(50).By("eve").In("help").ReplyingTo(1));
                await story.PassAsync(seconds);
            }

            var asked = Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "log", isModerator: true)).Text.Split('\n').Where(line => line.Contains(English["why.ask"], StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(asked);
            Assert.All(asked, line => Assert.EndsWith(text, line, StringComparison.Ordinal));
        }
    }

    [Theory, EachEngine]
    public async Task Whoever_looks_is_kept_and_nobody_else_can_look(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WhyCommandTests.AskedAsync(database);
        await story.TypeAsync("mod", "log", isModerator: true);
        await story.TypeAsync("mod", "log", isModerator: true, new Dictionary<string, string> { ["member"] = "bob" });
        var refused = await story.TypeAsync("eve", "log");

        Assert.Equal(English["command.moderators-only"], Assert.IsType<CommandReply.Says>(refused).Text);
        Assert.Equal(["1 | mod | -", "2 | mod | bob"], await database.RowsAsync(
            "SELECT l.id, w.platform_id, a.platform_id AS about FROM log_looks l JOIN members w ON w.id = l.member LEFT JOIN members a ON a.id = l.about ORDER BY l.id"));
    }

    [Theory, EachEngine]
    public async Task It_is_leafed_through_by_buttons_that_are_good_for_their_moderator_alone(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await WhyCommandTests.AskedAsync(database);
        await database.ExecuteAsync(
            """
            INSERT INTO outbox (id, community, kind, channel, text, revision, state, reason, outcome, planned_at, expires_at, attempts, subject)
            SELECT m.id + 1000, c.community, 26, c.id, '', 1, 6, '', 'number ' || m.id, m.id, 0, 0, m.id FROM channels c, (SELECT 1 AS id UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
                UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 10 UNION SELECT 11) m WHERE c.name = 'help'
            """);
        var first = Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "log", isModerator: true));
        var older = Assert.Single(first.Buttons);
        await story.PassAsync(60);

        var second = Assert.IsType<CommandReply.Replaces>(await PressAsync(story, "mod", older));
        var third = Assert.IsType<CommandReply.Replaces>(await PressAsync(story, "mod", second.Buttons[1]));
        Assert.Equal([4, 4, 4], new[] { first.Text, second.Text, third.Text }.Select(text => text.Split('\n').Length - 1));
        Assert.Contains("number 2", third.Text, StringComparison.Ordinal);
        Assert.Equal(first.Text, Assert.IsType<CommandReply.Replaces>(await PressAsync(story, "mod", second.Buttons[0])).Text);
        Assert.Equal(English["log.over"], Assert.IsType<CommandReply.Says>(await PressAsync(story, "other", older)).Text);
    }

    private static Task<CommandReply> PressAsync(LiveStory story, string moderator, MessageButton button) => story.RunAsync(new CommandRequest.Pressed(
        new Asker(TestTime.Community, TestTime.Member(moderator), story.Clock.GetUtcNow()) { ManagesCommunity = true }, button.Id, Message: null));
}
