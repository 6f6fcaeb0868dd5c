using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>The whole way, by clicking: from a post in the Playground to what the moderators' pages tell of it, and from a rule on these to what the bot does.</summary>
[Collection(BrowserSuite.Name)]
public sealed partial class TownVisits(Chromium chromium)
{
    private const string Question = "how do I stop long flat prints from lifting at the corners?";
    private const string Answer = "Slower and warmer, and change one thing at a time. That did it for me.";

    private const int MostJumps = 12;

    [ChromiumFact]
    public async Task From_a_post_that_nobody_answers_to_the_figures_and_the_log_of_the_moderators()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address);
        var page = visit.Page;
        await OpenAsync(visit);
        await page.GetByRole(AriaRole.Link, new() { Name = "# off-topic" }).ClickAsync();
        await ChooseAsync(page, 6);
        await SayAsync(page, Question);
        await Expect(page.Locator("#opinion")).ToContainTextAsync("Somebody who may know is asked in private");
        var number = (await page.Locator("#messages > li.chosen").GetAttributeAsync("id"))!;
        await ToPagesAsync(page);
        var asked = await FigureAsync(page, "Times I asked somebody to answer");
        await BackAsync(page);

        var ask = page.Locator("#private > li").Filter(new() { HasText = Question[..20] }).First;
        await JumpUntilAsync(page, ask);
        var helper = (await ask.Locator(".by b").InnerTextAsync())["To ".Length..];
        await ToPagesAsync(page);
        Assert.True(await FigureAsync(page, "Times I asked somebody to answer") > asked);
        var open = await FigureAsync(page, "Open posts");
        await BackAsync(page);

        await ask.GetByRole(AriaRole.Button, new() { Name = "I'll reply", Exact = true }).ClickAsync();
        await Expect(page.Locator("#private > li").Filter(new() { HasText = "I ask nobody else for two hours" })).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "# off-topic" }).ClickAsync();
        await Expect(page.Locator($"#{number}")).ToContainTextAsync("👀"); // The author sees that somebody looks at it.
        await page.GetByLabel("Write as").SelectOptionAsync([new SelectOptionValue { Label = helper }]);
        await page.Locator($"#{number}").ClickAsync();
        await page.Locator($"#{number}").GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        await SayAsync(page, Answer);
        await Expect(page.Locator($"#{number}")).Not.ToContainTextAsync("waiting");

        await ToPagesAsync(page);
        Assert.Equal(open - 1, await FigureAsync(page, "Open posts"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Activity", Exact = true }).ClickAsync();
        await page.Locator("#member").FillAsync(helper);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        var entry = page.Locator("tbody > tr").Filter(new() { HasText = "to a member, about #off-topic" }).Locator("td");
        await Expect(entry.Nth(2)).ToHaveTextAsync("Somebody waited for an answer, and who is asked has agreed to that.");
        await Expect(entry.Nth(3)).ToHaveTextAsync("Somebody replied.");
    }

    [ChromiumFact]
    public async Task A_rule_is_edited_refused_previewed_saved_heeded_and_taken_back()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address);
        var page = visit.Page;
        await OpenAsync(visit);
        await Expect(page.Locator("#opinion")).ToContainTextAsync("Somebody who may know is asked in private In 12 minutes");
        await ToPagesAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Rules", Exact = true }).ClickAsync();
        await FillAsync(page, "Shortest wait", "3 h");
        await FillAsync(page, "Left in peace after", "3 d");
        await PressAsync(page, "Save");
        await ExpectRefusedAsync(page);
        foreach (var (label, wait) in (IEnumerable<(string, string)>)[("Shortest wait", "8 min"), ("Longest wait", "9 min"), ("Wait where nothing is known yet", "9 min")])
        {
            await FillAsync(page, label, wait);
        }

        await PressAsync(page, "Preview");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Nudges in all" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Longest wait")).ToHaveValueAsync("9 min");
        await PressAsync(page, "Save");
        await Expect(page.Locator("main")).ToContainTextAsync("between 8 min and 9 min");
        await BackAsync(page);
        await Expect(page.Locator("#opinion")).ToContainTextAsync("is asked in private In a minute");
        await JumpUntilAsync(page, page.Locator("#private > li").Filter(new() { HasText = "what makes long flat hulls lift" }).First);
        await Expect(page.Locator("#outcome")).ToHaveTextAsync(new Regex("^(?<later>At once|A minute later) the bot wrote in private to ", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await ToPagesAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Rules", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the last change" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("between 5 min and 20 min");
        await BackAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "# off-topic" }).ClickAsync();
        await ChooseAsync(page, 6);
        await SayAsync(page, Question);
        await Expect(page.Locator("#opinion")).ToContainTextAsync(new Regex("is asked in private In (?<minutes>19|20) minutes", RegexOptions.None, TimeSpan.FromSeconds(1))); // As long as before.
    }

    /// <summary>What was typed stands there still, and what is to be changed at its field.</summary>
    private static async Task ExpectRefusedAsync(IPage page)
    {
        var least = page.GetByLabel("Shortest wait");
        await Expect(least).ToHaveValueAsync("3 h");
        await Expect(least).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(least).ToHaveAccessibleDescriptionAsync(new Regex("longer than “Longest wait”", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(least).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Left in peace after")).ToHaveValueAsync("3 d");
        await Expect(page.Locator("[aria-invalid]")).ToHaveCountAsync(1);
    }

    private static Task FillAsync(IPage page, string label, string text) => page.GetByLabel(label).FillAsync(text);

    private static Task PressAsync(IPage page, string button) =>
        page.Locator("form", new() { Has = page.GetByLabel("Shortest wait") }).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task OpenAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator("#spotlight")).ToBeVisibleAsync();
        await visit.Page.Locator(".speed").First.ClickAsync(); // Time stands still, but for jumps.
        await Expect(visit.Page.Locator(".speed").First).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static Task ChooseAsync(IPage page, int member) => page.GetByLabel("Write as").SelectOptionAsync([new SelectOptionValue { Index = member }]);

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByLabel("Message, or a command").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.Locator("#messages > li").Filter(new() { HasText = text })).ToHaveCountAsync(1);
    }

    private static async Task JumpUntilAsync(IPage page, ILocator there)
    {
        for (var jump = 0; jump < MostJumps && await there.CountAsync() == 0; jump++)
        {
            await page.RunAndWaitForResponseAsync(() => page.Locator("#jump").ClickAsync(), "**/playground/api/jump");
            while (await page.EvaluateAsync<bool>("async () => (await (await fetch('/playground/api/state')).json()).isJumping")) // Playwright itself would not wait for what an asynchronous function says.
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }

            await Expect(page.Locator("#outcome")).ToHaveTextAsync(await page.EvaluateAsync<string>("async () => (await (await fetch('/playground/api/state')).json()).outcome"));
        }

        await Expect(there).ToBeVisibleAsync();
    }

    private static async Task ToPagesAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Moderators' pages", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
    }

    private static async Task BackAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the Playground", Exact = true }).ClickAsync();
        await Expect(page.Locator("#messages > li").First).ToBeVisibleAsync();
    }

    private static async Task<int> FigureAsync(IPage page, string name) => int.Parse(
        Digits().Match(await page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) }).Locator("td").First.InnerTextAsync()).Value,
        CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Digits();
}
