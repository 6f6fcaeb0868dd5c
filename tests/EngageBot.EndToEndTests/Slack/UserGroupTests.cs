using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>User groups of Slack are what roles are on Discord: their members can be helpers.</summary>
public sealed class UserGroupTests
{
    private const string Helpers = "SELECT name FROM members WHERE roles LIKE '%' || char(10) || 'helpers' || char(10) || '%' ORDER BY name";

    [Fact]
    public async Task Who_is_in_a_group_is_known_and_who_comes_and_goes()
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        var (bob, carol) = (workspace.World.AddUser("bob"), workspace.World.AddUser("carol"));
        var group = workspace.World.AddUserGroup("helpers", ada, bob);
        workspace.World.AddUserGroup("painters", carol);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(ada, channel, "hello");
        Assert.Equal(["ada", "bob"], await bot.RowsAsync(Helpers));

        await workspace.ChangeUserGroupAsync(group, added: [carol], removed: [ada]);
        Assert.Equal(["bob", "carol"], await bot.RowsAsync(Helpers));

        await workspace.ChangeUserGroupAsync(group, "answerers");
        Assert.Empty(await bot.RowsAsync(Helpers));
        await workspace.ChangeUserGroupAsync(group, "helpers");
        Assert.Equal(["bob", "carol"], await bot.RowsAsync(Helpers));
        await workspace.ChangeUserGroupAsync(group, "helpers", isDisabled: true);
        Assert.Empty(await bot.RowsAsync(Helpers));
    }

    [Fact]
    public async Task An_app_without_the_scope_works_on_and_says_what_it_lacks()
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        workspace.World.Scopes.Remove("usergroups:read");
        var group = workspace.World.AddUserGroup("helpers", ada);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(ada, channel, "hello");
        await workspace.ChangeUserGroupAsync(group, added: [], removed: [ada]);

        await bot.UntilStoredAsync(1);
        Assert.Empty(await bot.RowsAsync(Helpers));
        Assert.Contains("usergroups:read", Assert.Single(await bot.RowsAsync("SELECT sentence FROM health WHERE code = 'user-groups' AND solved_at IS NULL")), StringComparison.Ordinal);
    }
}
