using System.Globalization;
using System.Net;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Playground;
using EngageBot.Texts;
using Microsoft.AspNetCore.Routing;

namespace EngageBot.Tests.Host.Web;

/// <summary>From the Playground straight to the moderators' pages of its town, whichever is open; on this machine alone.</summary>
public sealed class TownPagesTests
{
    private static readonly string[] Pages =
    [
        "/dashboard", "/dashboard/activity", "/dashboard/commands", "/dashboard/digest", "/dashboard/health", "/dashboard/introductions", "/dashboard/people", "/dashboard/privacy",
        "/dashboard/queue", "/dashboard/rules", "/dashboard/waiting",
    ];

    private static readonly string[] Others =
    [
        "GET /", "GET /assets/{name}", "GET /dashboard/events", "POST /dashboard/do", "POST /dashboard/rules/preview", "POST /playground/{what}", "GET /playground/api/state",
        "GET /playground/api/opinion/{number:long}", "GET /playground/api/file/{number:long}", "GET /playground/report", "GET /playground/card", "POST /playground/api/history",
        "POST /playground/api/{what}",
    ];

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Fact]
    public async Task Every_route_is_for_this_machine_alone_and_takes_no_forged_form()
    {
        await using var site = await TownSite.OpenAsync();
        Assert.Equal(Pages.Select(page => $"GET {page}").Concat(Others).Order(StringComparer.Ordinal), site.Routes.SelectMany(NamesOf).Order(StringComparer.Ordinal));
        using var browser = site.Browser();
        foreach (var route in site.Routes.SelectMany(NamesOf))
        {
            using var elsewhere = await SendAsync(browser, route, host: "evil.example");
            Assert.True(elsewhere.StatusCode == HttpStatusCode.MisdirectedRequest, route);
            if (route.StartsWith("POST", StringComparison.Ordinal))
            {
                using var forged = await SendAsync(browser, route, host: null);
                Assert.True(forged.StatusCode == HttpStatusCode.BadRequest, route);
            }
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_Playground_leads_straight_into_every_page_and_each_leads_back(string language)
    {
        await using var site = await TownSite.OpenAsync();
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var texts = TextBook.In(language);
        Assert.Contains($"href=\"/dashboard\">{texts["playground.pages"]}</a>", WebUtility.HtmlDecode(await browser.GetStringAsync("/")), StringComparison.Ordinal);
        foreach (var page in Pages)
        {
            using var answer = await browser.GetAsync(page);
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
            Assert.Equal(WebPages.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"/\">{texts["dashboard.playground"]}</a>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("sign-out", html, StringComparison.Ordinal);
            Assert.DoesNotContain("playground.invalid", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Time_on_the_pages_is_the_towns_and_what_is_done_there_is_done_in_it()
    {
        await using var site = await TownSite.OpenAsync();
        using var browser = site.Browser();
        site.Town.Clock.Speed = 0;
        site.Town.Clock.JumpTo(site.Town.Clock.Now.AddDays(1));
        await site.Town.WriteAsync(site.Town.Cast[1].Id, "C001", "does anybody know how to open the zanzibar box?", replyTo: null, thread: null, CancellationToken.None);
        var waiting = await browser.GetStringAsync("/dashboard/waiting");
        Assert.Matches("class=\"post\"[^>]*>does anybody", waiting);
        Assert.Contains(site.Town.Clock.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), waiting, StringComparison.Ordinal);
        var number = site.Town.World.In("C001", string.Empty, 1)[0].Number;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"href=\"/?channel=C001&amp;message={number}#m{number}\""), waiting, StringComparison.Ordinal);

        using var settled = await DashboardSite.PressAsync(browser, "/dashboard/waiting", "/dashboard/do", string.Create(CultureInfo.InvariantCulture, $"value=\"{number}\""), ("command", "no-reply"));
        Assert.Equal(HttpStatusCode.OK, settled.StatusCode);
        Assert.DoesNotContain(number, await site.Town.WaitingAsync(CancellationToken.None));
        Assert.DoesNotMatch("class=\"post\"[^>]*>does anybody", await browser.GetStringAsync("/dashboard/waiting"));
    }

    [Fact]
    public async Task Another_town_is_shown_at_once_and_a_page_of_the_old_one_does_nothing_in_it()
    {
        await using var site = await TownSite.OpenAsync();
        using var browser = site.Browser();
        Assert.Contains("#help", await browser.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal);
        await browser.GetStringAsync("/dashboard"); // What takes long to count may be kept.
        var old = DashboardSite.Forms(await browser.GetStringAsync("/dashboard/waiting")).First(form => form.Html.Contains("no-reply", StringComparison.Ordinal)).Fields;

        await site.RestartAsync("atelier");
        foreach (var page in Pages)
        {
            Assert.DoesNotContain("#help", await browser.GetStringAsync(page), StringComparison.Ordinal);
        }

        Assert.Contains("#atelier", await browser.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal);
        using (var late = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(old)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        }

        Assert.NotEmpty(await site.Town.WaitingAsync(CancellationToken.None));
        using var good = await DashboardSite.PressAsync(browser, "/dashboard/waiting", "/dashboard/do", "no-reply");
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Empty(await site.Town.WaitingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task While_no_town_is_open_the_pages_lead_to_the_Playground()
    {
        await using var site = await TownSite.OpenAsync();
        using var browser = site.Browser();
        await site.Town.DisposeAsync();
        foreach (var page in Pages.Append("/dashboard/events"))
        {
            using var answer = await browser.GetAsync(page);
            Assert.Equal("/", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task An_open_page_hears_what_happens_in_the_town_and_that_another_began()
    {
        await using var site = await TownSite.OpenAsync();
        using var browser = site.Browser();
        var state = await ServerEvents.FirstAsync(browser, last: null);
        Assert.DoesNotContain("changed", state, StringComparison.Ordinal);
        await site.Town.WriteAsync(site.Town.Cast[1].Id, "C001", "one more", replyTo: null, thread: null, CancellationToken.None);
        var after = await ServerEvents.FirstAsync(browser, state["id: ".Length..]);
        Assert.Contains("event: changed", after, StringComparison.Ordinal);
        await site.RestartAsync("atelier");
        Assert.Contains("event: changed", await ServerEvents.FirstAsync(browser, after.Split('\n')[0]["id: ".Length..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_gives_the_moderator_the_way_in_and_nobody_else()
    {
        await using var site = await TownSite.OpenAsync();
        foreach (var (member, leads) in (IEnumerable<(int, bool)>)[(0, true), (1, false)])
        {
            var id = site.Town.Cast[member].Id;
            await site.Town.AskAsync(commands => commands.TypeAsync(id, "C001", "/engage dashboard", CancellationToken.None), CancellationToken.None);
            var said = site.Town.World.In("C001", id, 1)[0];
            Assert.Equal(leads ? new Uri(site.Address, "dashboard") : null, said.Link);
            var shown = await new PlaygroundView(site.Playground.Stage!, TextBook.In("en")).StateAsync(id, "C001", CancellationToken.None);
            Assert.Equal(said.Link?.AbsoluteUri, shown.Messages[^1].Link);
        }
    }

    private static IEnumerable<string> NamesOf(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{route.RoutePattern.RawText!.Trim('/')}");

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string route, string? host)
    {
        var path = route.Split(' ')[1].Replace("{name}", "pages.css", StringComparison.Ordinal).Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{what}", "jump", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(route.Split(' ')[0]), path.EndsWith("/history", StringComparison.Ordinal) ? path + "?name=x.txt" : path);
        request.Headers.Host = host;
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([new("kind", "type"), new("command", "stats")]);
        }

        return browser.SendAsync(request);
    }
}
