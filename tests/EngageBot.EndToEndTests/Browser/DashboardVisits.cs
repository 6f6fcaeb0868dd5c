using System.Text.RegularExpressions;
using EngageBot.EndToEndTests.Stories;
using EngageBot.Host.Web.Dashboard;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>What a moderator does who follows the link from chat and clicks about.</summary>
[Collection(BrowserSuite.Name)]
public sealed class DashboardVisits(Chromium chromium) : TownStory
{
    [ChromiumFact]
    public async Task A_link_is_used_up_by_its_button_alone_and_begins_a_session_that_no_script_can_read()
    {
        await using var town = await BeginAsync(TownPlatform.Discord);
        var link = await SignIn.LinkAsync(town);
        await using var visit = await chromium.VisitAsync(link);
        await visit.OpenAsync(link.AbsolutePath);
        await visit.OpenAsync(link.AbsolutePath); // Looking at it again does not use it up.
        await visit.Button("Sign in now").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
        var session = Assert.Single(await visit.Context.CookiesAsync(), cookie => cookie.Name == DashboardSessions.CookieName);
        Assert.True(session.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, session.SameSite);
        Assert.DoesNotContain(DashboardSessions.CookieName, await visit.Page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);

        await using var thief = await chromium.VisitAsync(link);
        thief.Expects("403");
        await thief.OpenAsync(link.AbsolutePath);
        await thief.Button("Sign in now").ClickAsync();
        await Expect(thief.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("/engage-mod dashboard");
        await thief.OpenAsync("/dashboard");
        await Expect(thief.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are not signed in");

        await visit.Button("Sign out").ClickAsync();
        await visit.OpenAsync("/dashboard/rules");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are not signed in");
    }

    [ChromiumFact]
    public async Task Rules_are_edited_saved_and_undone_and_a_page_that_stands_open_hears_of_it()
    {
        await using var town = await BeginAsync(TownPlatform.Discord);
        var link = await SignIn.LinkAsync(town);
        await using var visit = await chromium.SignedInAsync(link);
        var other = await visit.Context.NewPageAsync();
        var heard = other.WaitForRequestAsync(new Regex("/dashboard/events$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await other.GotoAsync("/dashboard/health");
        await heard;
        await Expect(other.Locator("#live")).ToBeHiddenAsync();

        await SettlesRulesAsync(visit);
        await Expect(other.Locator("#live")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Without_scripts_all_but_the_news_works()
    {
        await using var town = await BeginAsync(TownPlatform.Discord);
        await town.SayAsync("ada", "help", Question);
        await town.UntilOnBoardAsync("open the lid");
        await using var visit = await chromium.SignedInAsync(await SignIn.LinkAsync(town), hasScripts: false);
        await SettlesRulesAsync(visit);
        await SettlesThePostAsync(visit, town);
    }

    [ChromiumFact]
    public async Task Mark_answered_takes_a_post_off_the_page_and_the_board()
    {
        await using var town = await BeginAsync(TownPlatform.Discord);
        await town.SayAsync("ada", "help", Question);
        await town.UntilOnBoardAsync("open the lid");
        await using var visit = await chromium.SignedInAsync(await SignIn.LinkAsync(town));
        await SettlesThePostAsync(visit, town);
    }

    /// <summary>A wait is changed, and changed back by undoing it.</summary>
    private static async Task SettlesRulesAsync(Visit visit)
    {
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Rules", Exact = true }).ClickAsync();
        var field = page.GetByLabel("On the board at the latest after");
        var before = await field.InputValueAsync();
        await field.FillAsync("3 h");
        await page.Locator("form", new() { Has = field }).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Done. From now on:");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back", Exact = true }).ClickAsync();
        await Expect(field).ToHaveValueAsync("3 h");
        await Expect(page.Locator("ol.plain > li").First).ToContainTextAsync("03:00:00");
        await visit.Button("Undo the last change").First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Taken back.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back", Exact = true }).ClickAsync();
        await Expect(field).ToHaveValueAsync(before);
    }

    private static async Task SettlesThePostAsync(Visit visit, Town town)
    {
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Waiting posts" }).ClickAsync();
        var post = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "open the lid" });
        await post.GetByRole(AriaRole.Button, new() { Name = "Mark as answered" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("It counts as answered");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article).Filter(new() { HasText = "open the lid" })).ToHaveCountAsync(0);
        await town.UntilOffBoardAsync("open the lid");
    }
}
