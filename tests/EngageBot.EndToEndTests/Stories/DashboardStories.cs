using System.Net;
using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>A moderator asks in chat for the pages, follows the link, and settles a post there.</summary>
public sealed partial class DashboardStories : TownStory
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachPlatform]
    public async Task A_moderator_follows_the_link_from_chat_and_settles_a_post(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        await town.SayAsync("ada", "help", Question);
        await town.UntilAsync(() => town.In("waiting").Any(board => board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question on the board");

        var shown = await town.TypeAsync(Town.Moderator, "engage-mod", "dashboard");
        Assert.Contains(Texts["dashboard.link.here"], shown.Text, StringComparison.Ordinal);
        var link = new Uri(Link().Match(shown.Text).Value);
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(link, "/") };
        Assert.Contains(Texts["dashboard.overview"], await PressAsync(browser, await browser.GetStringAsync(link), "/dashboard/enter"), StringComparison.Ordinal);
        foreach (var page in (string[])["people", "introductions", "queue", "activity", "rules", "digest", "privacy", "health", "commands"])
        {
            Assert.Contains("<h1>", await browser.GetStringAsync($"/dashboard/{page}"), StringComparison.Ordinal);
        }

        var waiting = await browser.GetStringAsync("/dashboard/waiting");
        Assert.Contains("open the lid", waiting, StringComparison.Ordinal);
        Assert.Contains(Texts["answered.done"], await PressAsync(browser, waiting, "/dashboard/do", "value=\"answered\""), StringComparison.Ordinal);
        await town.UntilAsync(() => !town.In("waiting").Any(board => board.Text.Contains("open the lid", StringComparison.Ordinal)), "the question to leave the board");
        Assert.DoesNotContain("open the lid", await browser.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal);
    }

    /// <summary>Sends in the first form of a page that leads somewhere and has something in it; what is shown then.</summary>
    private static async Task<string> PressAsync(HttpClient browser, string page, string action, string having = "")
    {
        var form = Form().Matches(page).Select(match => match.Value).First(form => form.Contains($"action=\"{action}\"", StringComparison.Ordinal) && form.Contains(having, StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var answer = await browser.PostAsync(action, new FormUrlEncodedContent(fields));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/dashboard/enter/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hidden();
}
