using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>Pictures of all pages, for somebody to look at: of the Playground's community in light, in dark and on a phone.</summary>
[Collection(BrowserSuite.Name)]
public sealed class PicturesTests(Chromium chromium)
{
    /// <summary>The folder in which they are put.</summary>
    private const string Variable = "ENGAGEBOT_PICTURES";

    private static readonly string[] Pages =
    [
        "overview", "waiting", "activity", "people", "introductions", "queue", "rules", "digest", "privacy", "health", "commands",
    ];

    [PicturesFact]
    public async Task Every_page_in_light_in_dark_and_on_a_phone()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable(Variable)!);
        using var house = await PlaygroundHouse.OpenAsync();
        foreach (var (name, isDark, isPhone) in (IEnumerable<(string, bool, bool)>)[("light", false, false), ("dark", true, false), ("phone", false, true)])
        {
            await using var visit = await chromium.VisitAsync(house.Address, isDark: isDark, isPhone: isPhone);
            await visit.OpenAsync("/");
            await Expect(visit.Page.Locator("#spotlight")).ToBeVisibleAsync();
            await TakeAsync(visit, folder, $"playground-{name}");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Moderators' pages", Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
            foreach (var page in Pages)
            {
                await visit.OpenAsync(page == Pages[0] ? "/dashboard" : $"/dashboard/{page}");
                await TakeAsync(visit, folder, $"{page}-{name}");
            }
        }

        Assert.Equal(3 * (Pages.Length + 1), folder.EnumerateFiles("*.png").Count());
    }

    private static Task TakeAsync(Visit visit, DirectoryInfo folder, string name) =>
        visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder.FullName, $"{name}.png"), FullPage = true });

    private sealed class PicturesFactAttribute : FactAttribute
    {
        public PicturesFactAttribute() => Skip = Chromium.Path is null || string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? $"Nobody asked for pictures ({Variable}=FOLDER), or there is no Chromium." : null;
    }
}
