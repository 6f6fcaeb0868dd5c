using EngageBot.EndToEndTests.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>Every page can be used by everybody: with a keyboard, with a reader of screens, on a phone, in bright and in dark.</summary>
[Collection(BrowserSuite.Name)]
public sealed class AccessibilityTests(Chromium chromium) : TownStory
{
    private static readonly string[] Pages =
    [
        "/dashboard", "/dashboard/waiting", "/dashboard/activity", "/dashboard/people", "/dashboard/introductions", "/dashboard/queue", "/dashboard/rules", "/dashboard/digest",
        "/dashboard/privacy", "/dashboard/health", "/dashboard/commands", "/dashboard/signed-out",
    ];

    [ChromiumFact]
    public async Task Everybody_can_use_the_moderators_pages()
    {
        await using var town = await BeginAsync(TownPlatform.Discord);
        await town.SayAsync("ada", "help", Question);
        await town.UntilOnBoardAsync("open the lid");
        await using var light = await EnterAsync(town, isDark: false);
        await using var dark = await EnterAsync(town, isDark: true); // And on a phone.
        var faults = await Task.WhenAll(FaultsOfPagesAsync(light, isDark: false), FaultsOfPagesAsync(dark, isDark: true));
        Assert.True(faults.All(some => some.Count == 0), string.Join('\n', faults.SelectMany(some => some).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>By the page that the link opens, which is looked at as well.</summary>
    private async Task<Visit> EnterAsync(Town town, bool isDark)
    {
        var link = await SignIn.LinkAsync(town);
        var visit = await chromium.VisitAsync(link, isDark: isDark, isPhone: isDark);
        await visit.OpenAsync(link.AbsolutePath);
        Assert.Empty(await Accessibility.FaultsAsync(visit.Page));
        await visit.Button("Sign in now").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
        return visit;
    }

    private static async Task<IReadOnlyList<string>> FaultsOfPagesAsync(Visit visit, bool isDark)
    {
        List<string> faults = [];
        foreach (var page in Pages)
        {
            await visit.OpenAsync(page);
            Assert.Equal(page, new Uri(visit.Page.Url).AbsolutePath);
            faults.AddRange(await Accessibility.FaultsAsync(visit.Page, looksOnly: isDark));
            if (!isDark)
            {
                faults.AddRange(await Accessibility.UnreachedAsync(visit.Page));
            }
        }

        foreach (var (wait, heading) in (IEnumerable<(string, string)>)[("31 d", "Something is to be changed"), ("2 d", "Answer")])
        {
            await visit.OpenAsync("/dashboard/rules");
            await visit.Page.GetByLabel("Left in peace after").FillAsync(wait);
            await visit.Button("Save").First.ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
            faults.AddRange(await Accessibility.FaultsAsync(visit.Page)); // What was refused, and the answer to what was done.
        }

        return faults;
    }

    [ChromiumFact]
    public async Task Everybody_can_use_the_Playground()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        List<string> faults = [];
        foreach (var isDark in (bool[])[false, true])
        {
            await using var visit = await chromium.VisitAsync(house.Address, isDark: isDark, isPhone: isDark);
            await visit.OpenAsync("/");
            await Expect(visit.Page.Locator("#spotlight")).ToBeVisibleAsync();
            if (!isDark)
            {
                await visit.Page.Locator("#jump").ClickAsync();
                await Expect(visit.Page.Locator("#outcome")).ToContainTextAsync("wrote in private to ");
                await visit.Page.Locator(".speed").First.ClickAsync(); // What stands still is not drawn anew.
                await Expect(visit.Page.Locator(".speed").First).ToHaveAttributeAsync("aria-pressed", "true");
                faults.AddRange(await Accessibility.UnreachedAsync(visit.Page));
            }

            faults.AddRange(await Accessibility.FaultsAsync(visit.Page));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The check is worth something: it finds what is put wrong on purpose.</summary>
    [ChromiumFact]
    public async Task What_is_wrong_is_found()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address, isPhone: true);
        await visit.Page.SetContentAsync(
            """
            <html><body><h3>Third</h3><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="><input>
            <p style="color:#999;background:#fff">pale</p><a href="#x" tabindex="-1" style="outline:none">out</a><div style="width:500px">wide</div>
            <button style="position:absolute;left:450px">far</button><a href="#y" style="outline:none">dim</a></body></html>
            """);
        var faults = string.Join('\n', (await Accessibility.FaultsAsync(visit.Page)).Concat(await Accessibility.UnreachedAsync(visit.Page)));
        foreach (var rule in (string[])["html-has-lang", "image-alt", "label", "color-contrast", "region", "not one h1", "Out of sight", "500 wide|far|wide in a window", "Not reached", "No focus to be seen"])
        {
            Assert.Contains(rule.Split('|'), word => faults.Contains(word, StringComparison.Ordinal));
        }
    }
}
