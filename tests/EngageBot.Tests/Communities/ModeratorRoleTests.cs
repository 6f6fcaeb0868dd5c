using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Communities;

/// <summary>Members with a role that moderators named are moderators too, but do not say who is one.</summary>
public sealed class ModeratorRoleTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory]
    [InlineData("7", "7")]
    [InlineData("<@&7>", "7")]
    [InlineData("@Mods", "7")]
    [InlineData("mods", "7")]
    [InlineData("Team", "7")] // On Slack a group has a handle and a name.
    [InlineData("painters", null)] // Two are called that.
    [InlineData("9", "9")] // It is the id of one and the name of another.
    [InlineData("nobody", null)]
    [InlineData("", null)]
    public void A_rule_means_the_role_with_that_id_or_the_only_one_of_that_name(string rule, string? id) => Assert.Equal(id, ModeratorRole.MeantBy(
        rule,
        [("7", ["mods", "team"]), ("8", ["painters"]), ("9", ["Painters "]), ("10", ["9"])]));

    [Theory, EachEngine]
    public async Task Who_has_the_role_may_what_moderators_may_and_who_has_not_may_not(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { ModeratorRole = "mods" });
        await story.AskAsync();
        var typed = new CommandRequest.Typed(By(story, hasRole: true), "rules") { IsForModerators = true };
        Assert.Contains("members with the role mods are moderators", Text(await story.RunAsync(typed)), StringComparison.Ordinal);
        Assert.Equal(English["command.moderators-only"], Text(await story.RunAsync(typed with { By = By(story, hasRole: false) })));

        var first = new CommandRequest.Pressed(By(story, hasRole: false), new ButtonId("first", "preview", 0), Message: null);
        Assert.Equal(English["command.moderators-only"], Text(await story.RunAsync(first)));
        Assert.NotEqual(English["command.moderators-only"], Text(await story.RunAsync(first with { By = By(story, hasRole: true) })));

        var answered = new CommandRequest.OnMessage(By(story, hasRole: false), "answered", new MessagePlace(TestTime.Channel("help"), Thread: null, new MessageId(1)));
        Assert.Equal(English["answered.not-yours"], Text(await story.RunAsync(answered)));
        Assert.Equal(English["answered.done"], Text(await story.RunAsync(answered with { By = By(story, hasRole: true) })));
    }

    [Theory, EachEngine]
    public async Task Who_is_a_moderator_by_the_role_alone_changes_other_rules_but_not_the_role(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { ModeratorRole = "mods" });
        var form = await story.RunAsync(new CommandRequest.Pressed(By(story, hasRole: true), new ButtonId("rules", "team", 0), Message: null));
        foreach (var role in (string[])["everybody-else", ""])
        {
            Assert.Contains("Who is a moderator is for those to say", Text(await SendAsync(story, form, ("role", role))), StringComparison.Ordinal);
        }

        var inGerman = new CommandRequest.Submitted(By(story, hasRole: true) with { Language = "de" }, new ButtonId("rules", "team", 0), new Dictionary<string, string> { ["role"] = "few", ["approvals"] = "1" });
        Assert.Contains(TextBook.In("de")["refusal.who-moderates"], Text(await story.RunAsync(inGerman)), StringComparison.Ordinal);
        Assert.StartsWith(English["rules.done"], Text(await SendAsync(story, form, ("approvals", "9"))), StringComparison.Ordinal);
        Assert.Equal(("mods", 9), (story.Book.Of(TestTime.Community).ModeratorRole, story.Book.Of(TestTime.Community).Approvals));
    }

    [Theory, EachEngine]
    public async Task Nor_does_he_by_taking_back_what_others_changed_about_it(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { ModeratorRole = "mods" });
        var form = await story.RunAsync(new CommandRequest.Pressed(By(story, hasRole: false) with { ManagesCommunity = true }, new ButtonId("rules", "team", 0), Message: null));
        var done = Text(await story.FillInAsync(form, "mod", isModerator: true, ("role", "@few")));
        Assert.Contains(English.Of("rules.moderator-role.elsewhere", ("role", "few")), done, StringComparison.Ordinal);

        var undo = new CommandRequest.Pressed(By(story, hasRole: true), new ButtonId("rules", "undo", 1), Message: null);
        Assert.Contains("Who is a moderator is for those to say", Text(await story.RunAsync(undo)), StringComparison.Ordinal);
        Assert.Equal("few", story.Book.Of(TestTime.Community).ModeratorRole);
        Assert.Equal(["moderatorRole: \"mods\" → \"few\""], await database.RowsAsync("SELECT changes FROM rule_revisions"));

        Assert.IsType<CommandReply.Replaces>(await story.RunAsync(undo with { By = By(story, hasRole: false) with { ManagesCommunity = true } }));
        Assert.Equal("mods", story.Book.Of(TestTime.Community).ModeratorRole);
    }

    [Theory]
    [InlineData("everyone")]
    [InlineData("@everyone")]
    [InlineData("@Channel ")]
    [InlineData(" ")]
    public void A_role_that_everybody_has_is_refused_in_a_file_too(string role) =>
        Assert.Contains("moderatorRole", RulesValidator.Problem(new CommunityRules { ModeratorRole = role }), StringComparison.Ordinal);

    private static Asker By(LiveStory story, bool hasRole) => new(TestTime.Community, TestTime.Member("kim"), story.Clock.GetUtcNow()) { HasModeratorRole = hasRole };

    private static Task<CommandReply> SendAsync(LiveStory story, CommandReply opened, (string Field, string Value) change)
    {
        var form = Assert.IsType<CommandReply.Opens>(opened).Form;
        var fields = form.Fields.ToDictionary(field => field.Name, field => field.Name == change.Field ? change.Value : field.Value);
        return story.RunAsync(new CommandRequest.Submitted(By(story, hasRole: true), form.Id, fields));
    }

    private static string Text(CommandReply reply) => reply switch
    {
        CommandReply.Says says => says.Text,
        CommandReply.Replaces replaces => replaces.Text,
        CommandReply.Complains complains => complains.InWords,
        _ => throw new InvalidOperationException(reply.GetType().Name),
    };
}
