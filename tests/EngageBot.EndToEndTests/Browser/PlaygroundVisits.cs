using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>What somebody does who starts the program with nothing configured and clicks about.</summary>
[Collection(BrowserSuite.Name)]
public sealed partial class PlaygroundVisits(Chromium chromium)
{
    private const string Answer = "Warm it up first, then turn it slowly. That did it for me.";

    [ChromiumFact]
    public async Task A_newcomer_sees_a_question_brought_to_somebody_who_claims_and_answers_it_and_the_figures_change()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address);
        var page = visit.Page;
        await visit.OpenAsync("/");
        await Expect(page.Locator("#spotlight")).ToBeVisibleAsync();
        var words = (await page.Locator("#spotlight .words").InnerTextAsync()).Split('“')[1].TrimEnd('”');

        await page.Locator("#jump").ClickAsync();
        await Expect(page.Locator("#outcome")).ToContainTextAsync("wrote in private to ");
        var before = await OpenPostsAsync(page);
        var ask = page.Locator("#private > li").Filter(new() { HasText = words[..Math.Min(20, words.Length)] }).First;
        var helper = (await ask.Locator(".by b").InnerTextAsync())["To ".Length..];
        ask = page.Locator($"#{await ask.GetAttributeAsync("id")}");
        await ask.GetByRole(AriaRole.Button, new() { Name = "I'll reply", Exact = true }).ClickAsync();
        await Expect(ask.GetByRole(AriaRole.Button, new() { Name = "I'll reply", Exact = true })).ToHaveCountAsync(0);

        await page.GetByLabel("Write as").SelectOptionAsync([new SelectOptionValue { Label = helper }]);
        await page.Locator("#spotlight").GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
        var post = page.Locator("#messages > li.chosen");
        await Expect(post).ToContainTextAsync("👀"); // The author sees that somebody looks at it.
        var number = (await post.GetAttributeAsync("id"))!;
        await post.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        await page.GetByLabel("Message, or a command").FillAsync(Answer);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#messages > li").Filter(new() { HasText = Answer })).ToHaveCountAsync(1);
        await Expect(page.Locator($"#{number}")).Not.ToContainTextAsync("waiting");
        await page.Locator($"#{number}").ClickAsync();
        await Expect(page.Locator("#opinion")).ToContainTextAsync("Somebody replied after");
        Assert.Equal(before - 1, await OpenPostsAsync(page));
    }

    [ChromiumFact]
    public async Task Without_scripts_the_same_can_be_done_by_forms_and_links()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address, hasScripts: false);
        var page = visit.Page;
        await visit.OpenAsync("/");
        await Expect(page.Locator("#spotlight")).ToBeVisibleAsync(); // It came back by itself once the community had moved in.
        await Expect(page.Locator("#chat .note")).ToContainTextAsync("Without scripts this page does not change by itself");

        await visit.Button("▶ Show what the bot does next").ClickAsync();
        await Expect(page.Locator("#outcome")).ToContainTextAsync("wrote in private to ");
        var ask = page.Locator("#private > li").First;
        await Expect(page.Locator("body")).Not.ToContainTextAsync("playground.invalid");
        var helper = (await ask.Locator(".by b").InnerTextAsync())["To ".Length..];
        var asked = (await ask.GetByRole(AriaRole.Link, new() { Name = "the message" }).First.GetAttributeAsync("href"))!;
        await ask.GetByRole(AriaRole.Button, new() { Name = "I'll reply", Exact = true }).ClickAsync();
        await Expect(page.Locator("#private > li").First.GetByRole(AriaRole.Link, new() { Name = "the message" })).ToHaveCountAsync(0);
        await visit.OpenAsync(asked);
        var post = page.Locator("#messages > li.chosen");
        await Expect(post).ToContainTextAsync("👀");
        await page.GetByLabel("Write as").SelectOptionAsync([new SelectOptionValue { Label = helper }]);
        await page.GetByLabel("Message, or a command").FillAsync(Answer);
        await visit.Button("Send").ClickAsync();
        await Expect(page.Locator("#messages > li").Filter(new() { HasText = Answer })).ToContainTextAsync("↪");
        await Expect(page.Locator("#opinion")).ToContainTextAsync("Part of a conversation");
    }

    [ChromiumFact]
    public async Task Without_scripts_a_command_opens_its_form_on_the_page_and_says_what_is_wrong_in_it()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address, hasScripts: false);
        var page = visit.Page;
        await visit.OpenAsync("/");
        await Expect(page.Locator("#spotlight")).ToBeVisibleAsync();
        await SayAsync(page, "/engage helper on");
        await page.Locator("#messages").GetByRole(AriaRole.Button, new() { Name = "Topics, hours, time zone" }).ClickAsync();
        var form = page.Locator("form[action='/playground/submit']");
        await form.GetByLabel("Never at").FillAsync("soon");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form.Locator(".error")).ToContainTextAsync("soon");
        await Expect(form.GetByLabel("Never at")).ToHaveValueAsync("soon");
        await form.GetByLabel("Never at").FillAsync("22:00-08:00");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
        var thanks = page.Locator("#messages > li").Filter(new() { HasText = "only annika sees this" });
        await Expect(thanks).ToHaveCountAsync(2);

        await page.GetByLabel("See the chat as").SelectOptionAsync([new SelectOptionValue { Index = 2 }]);
        await visit.Button("Look").ClickAsync();
        await Expect(thanks).ToHaveCountAsync(0);
        await page.Locator("#history").SetInputFilesAsync(house.Program.Write("shopping.txt", "eggs\nmilk\n"));
        await visit.Button("Read it").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.Locator("#history").SetInputFilesAsync(house.Program.Lines(40));
        await visit.Button("Read it").ClickAsync();
        await Expect(page.Locator("#channels")).ToContainTextAsync("# help");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Its report" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_history_that_is_dropped_shows_its_report_and_card_and_moves_in()
    {
        using var house = await PlaygroundHouse.OpenAsync();
        await using var visit = await chromium.VisitAsync(house.Address);
        visit.Expects("503"); // While one town gives way to another.
        var page = visit.Page;
        await visit.OpenAsync("/");
        await Expect(page.Locator("#spotlight")).ToBeVisibleAsync();
        await Expect(page.Locator("#history-links")).ToBeHiddenAsync();
        var text = await File.ReadAllTextAsync(house.Program.Lines(40));
        await page.EvaluateAsync(
            """
            text => {
                const data = new DataTransfer();
                data.items.add(new File([text], "mine.jsonl"));
                document.getElementById("chat").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            text);
        await Expect(page.Locator("#history-links")).ToBeVisibleAsync();
        await Expect(page.Locator("#channels > li").Filter(new() { HasText = "# help" })).ToHaveCountAsync(1);
        await Expect(page.Locator("#channels")).Not.ToContainTextAsync("general");
        foreach (var (link, words) in (IEnumerable<(string, string)>)[("Its report", "mine"), ("its card", "EngageBot")])
        {
            var opened = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
            await Expect(opened.Locator("body")).ToContainTextAsync(words);
            await opened.CloseAsync();
        }
    }

    [ChromiumFact]
    public async Task A_history_that_was_named_at_the_start_has_moved_in()
    {
        using var house = await PlaygroundHouse.OpenAsync(program => program.Lines(40));
        await using var visit = await chromium.VisitAsync(house.Address);
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator("#channels > li").Filter(new() { HasText = "# help" })).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator("#messages > li").Filter(new() { HasText = "why does it do that?" }).First).ToBeVisibleAsync();
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByLabel("Message, or a command").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
    }

    /// <summary>How many posts are open, as a command says.</summary>
    private static async Task<int> OpenPostsAsync(IPage page)
    {
        var said = page.Locator("#messages > li").Filter(new() { HasText = "Open posts: " });
        var before = await said.CountAsync();
        await SayAsync(page, "/engage stats");
        await Expect(said).ToHaveCountAsync(before + 1);
        return int.Parse(OpenPosts().Match(await said.Last.InnerTextAsync()).Groups["posts"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Open posts: (?<posts>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OpenPosts();
}
