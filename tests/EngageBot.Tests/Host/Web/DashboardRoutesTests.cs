using System.Net;
using EngageBot.Chat;
using EngageBot.Host.Web.Dashboard;
using EngageBot.TestKit;
using Microsoft.AspNetCore.Routing;

namespace EngageBot.Tests.Host.Web;

/// <summary>Every route of the program's own web server: who may see it, and that nobody sees another community's. A route that is not in here fails.</summary>
public sealed class DashboardRoutesTests
{
    private const string Word = "zanzibar";

    private static readonly CommunityId Other = new(TestTime.Community.Platform, "other");

    /// <summary>For everybody: they tell nothing of any community.</summary>
    private static readonly string[] Public =
        ["GET /assets/{name}", "GET /dashboard/enter/{token}", "POST /dashboard/enter", "GET /dashboard/signed-out", "GET /health/live", "GET /health/ready"];

    private static readonly string[] Pages =
    [
        "/dashboard", "/dashboard/activity", "/dashboard/commands", "/dashboard/digest", "/dashboard/health", "/dashboard/introductions", "/dashboard/people", "/dashboard/privacy",
        "/dashboard/queue", "/dashboard/rules", "/dashboard/waiting",
    ];

    private static readonly string[] Others = ["GET /dashboard/events", "POST /dashboard/do", "POST /dashboard/rules/preview", "POST /dashboard/sign-out"];

    [Fact]
    public async Task Every_route_is_public_by_this_list_or_refuses_who_is_not_signed_in()
    {
        await using var site = await SiteAsync();
        Assert.Equal(
            Public.Concat(Pages.Select(page => $"GET {page}")).Concat(Others).Order(StringComparer.Ordinal),
            site.Routes.SelectMany(NamesOf).Order(StringComparer.Ordinal));
        using var browser = site.Browser();
        foreach (var route in site.Routes.SelectMany(NamesOf).Except(Public))
        {
            using var answer = await SendAsync(browser, route);
            Assert.True(
                answer.Headers.Location?.OriginalString == DashboardPart.SignedOut || (route.StartsWith("POST", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.BadRequest),
                $"{route}: {answer.StatusCode}");
            Assert.DoesNotContain(Word, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_to_another_community_is_shown_nothing_of_this_one_by_any_route()
    {
        await using var site = await SiteAsync();
        using var own = await site.SignedInAsync();
        Assert.Contains(Word, await own.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal); // It would be seen.
        using var stranger = await site.SignedInAsync(new MemberId(Other, "boss"));
        foreach (var page in Pages)
        {
            using var answer = await stranger.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(Word, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }

        var chosen = DashboardSite.Forms(await own.GetStringAsync("/dashboard/waiting")).First(form => form.Fields.GetValueOrDefault("kind") == "choose").Fields;
        var pressed = await DoAsync(stranger, [.. chosen.Where(field => field.Key is not "token")]);
        Assert.DoesNotContain(Word, pressed, StringComparison.OrdinalIgnoreCase);
        foreach (var button in (string[])["queue:accept:1", "answered:undo:1", "no-reply:undo:1", "rules:undo:1", "ask:will:1", "inbox:will:1", "log:page:1000"])
        {
            Assert.DoesNotContain(Word, await DoAsync(stranger, [new("kind", "press"), new("button", button)]), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains(Word, await own.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal); // It still waits.
        Assert.Equal(["0"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM dismissals"));
    }

    [Fact]
    public async Task A_page_that_stands_open_hears_that_something_happened_here_and_nothing_of_another_community()
    {
        await using var site = await SiteAsync();
        using var own = await site.SignedInAsync();
        using var stranger = await site.SignedInAsync(new MemberId(Other, "boss"));
        var (state, before) = (await ServerEvents.FirstAsync(own, last: null), await ServerEvents.FirstAsync(stranger, last: null));
        Assert.DoesNotContain("changed", state, StringComparison.Ordinal);
        site.Story.Clock.MoveTo(site.Story.Clock.GetUtcNow().AddMinutes(1));
        await site.Story.WriteAsync(A.Message("one more").Id(70).By("bob").In("help"));
        Assert.Contains("event: changed", await ServerEvents.FirstAsync(own, state["id: ".Length..]), StringComparison.Ordinal);
        Assert.DoesNotContain("changed", await ServerEvents.FirstAsync(stranger, before["id: ".Length..]), StringComparison.Ordinal);
    }

    /// <summary>Something is known of each community; the other one has a channel of the same id.</summary>
    private static async Task<DashboardSite> SiteAsync()
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.HappenAsync(
            new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("help")) { Name = $"help-{Word}", Visibility = ChannelVisibility.Everyone },
            new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("ada")) { Name = $"Ada {Word}" },
            new ChannelSeen(Other, TestTime.Noon, new ChannelId(Other, "help")) { Name = "help", Visibility = ChannelVisibility.Everyone });
        await story.WriteAsync(A.Message($"does anybody know how to open the {Word} box?").Id(1).In("help"));
        await story.PassAsync(12);
        await story.TypeAsync("mod", "channel", isModerator: true, options: new Dictionary<string, string> { ["state"] = "promotion", ["channel"] = "help" });
        return await DashboardSite.OpenAsync(story);
    }

    private static IEnumerable<string> NamesOf(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{route.RoutePattern.RawText!.Trim('/')}");

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{token}", "x", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal));
        return method == "GET" ? browser.GetAsync(path) : browser.PostAsync(path, new FormUrlEncodedContent([new("kind", "type"), new("command", "stats")]));
    }

    /// <summary>With a good token.</summary>
    private static async Task<string> DoAsync(HttpClient browser, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = DashboardSite.Forms(await browser.GetStringAsync("/dashboard/health"))[0].Fields["token"];
        using var answer = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent([.. fields, new("token", token)]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
