using System.Net;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Dashboard;
using EngageBot.Host.Web.Dashboard;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Tests.Host.Web;

/// <summary>Signing in to the moderators' pages without a password.</summary>
public sealed class SignInTests
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachEngine]
    public async Task A_link_is_used_up_by_its_button_and_by_nothing_else(TestEngine engine)
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(engine));
        var link = await site.LinkAsync();
        using var browser = site.Browser();
        Assert.Contains(Texts["dashboard.enter.button"], await browser.GetStringAsync(link), StringComparison.Ordinal); // A preview.
        using var other = site.Browser();
        using (var forged = await browser.PostAsync("/dashboard/enter", new FormUrlEncodedContent([new("link", link.Segments[^1])])))
        {
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        using var entered = await DashboardSite.PressAsync(browser, link.PathAndQuery, "/dashboard/enter");
        Assert.Equal("/dashboard", entered.Headers.Location?.OriginalString);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith(DashboardSessions.CookieName, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase); // This machine alone.
        Assert.Contains(Texts["dashboard.overview"], await browser.GetStringAsync("/dashboard"), StringComparison.Ordinal);

        using var again = await DashboardSite.PressAsync(other, link.PathAndQuery, "/dashboard/enter");
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Contains("/engage-mod dashboard", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(other, "/dashboard"));
    }

    [Fact]
    public async Task Nothing_but_hashes_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(database));
        var link = await site.LinkAsync();
        var rows = string.Join('\n', await database.RowsAsync("SELECT * FROM dashboard_links"));
        Assert.Contains("mod", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Segments[^1], rows, StringComparison.Ordinal);
        Assert.Equal(43, link.Segments[^1].Length); // 256 bits.
    }

    [Fact]
    public async Task A_link_is_good_for_ten_minutes_and_the_newest_only()
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite));
        var first = await site.LinkAsync();
        var second = await site.LinkAsync();
        using var browser = site.Browser();
        using var old = await DashboardSite.PressAsync(browser, first.PathAndQuery, "/dashboard/enter");
        Assert.Equal(HttpStatusCode.Forbidden, old.StatusCode);
        site.Story.Clock.MoveTo(site.Story.Clock.GetUtcNow() + SignIns.LinkGoodFor);
        using var late = await DashboardSite.PressAsync(browser, second.PathAndQuery, "/dashboard/enter");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_without_a_look_or_a_week()
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite));
        using var browser = await site.SignedInAsync();
        var almost = SignIns.SessionGoodFor - TimeSpan.FromMinutes(10);
        for (var passed = TimeSpan.Zero; passed + almost < SignIns.LongestSession; passed += almost)
        {
            site.Story.Clock.MoveTo(site.Story.Clock.GetUtcNow() + almost);
            Assert.Null(await LocationAsync(browser, "/dashboard/health"));
        }

        site.Story.Clock.MoveTo(site.Story.Clock.GetUtcNow() + almost);
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(browser, "/dashboard/health"));
        using var other = await site.SignedInAsync();
        site.Story.Clock.MoveTo(site.Story.Clock.GetUtcNow() + SignIns.SessionGoodFor);
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(other, "/dashboard/health"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_manages_the_community_no_more_or_nobody_knows_whether_is_signed_out_for_good(bool isHidden)
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite));
        using var browser = await site.SignedInAsync();
        _ = isHidden ? site.Story.Platform.HidesManagers = true : site.Story.Platform.Managers.Remove(TestTime.Member("mod"));
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(browser, "/dashboard/rules"));
        site.Story.Platform.HidesManagers = false;
        site.Story.Platform.Managers.Add(TestTime.Member("mod"));
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(browser, "/dashboard/rules"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_has_the_role_of_moderators_is_let_in_as_long_as_he_has_it_and_it_is_that(bool isTakenFromHim)
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { ModeratorRole = "mods" }));
        var kim = TestTime.Member("kim");
        site.Story.Platform.Roles.Add((kim, "mods"));
        using var browser = await site.SignedInAsync(kim);
        site.Story.Platform.Managers.Remove(kim);
        using var page = await browser.GetAsync("/dashboard/rules");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var refused = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", "name=\"button\" value=\"rules:team:0\"", ("f.role", "everybody-else"));
        Assert.Contains("Who is a moderator is for those to say", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("mods", site.Story.Book.Of(TestTime.Community).ModeratorRole);

        _ = isTakenFromHim
            ? site.Story.Platform.Roles.Remove((kim, "mods"))
            : (await site.Story.Services.GetRequiredService<RulesStore>().ChangeAsync(TestTime.Community, rules => rules with { ModeratorRole = null }, "mod", CancellationToken.None)) is RulesOutcome.Changed;
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(browser, "/dashboard/rules"));
    }

    [Fact]
    public async Task Who_signs_out_is_out_even_with_the_cookie_that_he_had()
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite));
        using var browser = await site.SignedInAsync();
        using var left = await DashboardSite.PressAsync(browser, "/dashboard/health", "/dashboard/sign-out");
        Assert.Equal(DashboardPart.SignedOut, left.Headers.Location?.OriginalString);
        Assert.Equal(["0"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM dashboard_sessions"));
        Assert.Equal(DashboardPart.SignedOut, await LocationAsync(browser, "/dashboard/health"));
    }

    [Fact]
    public async Task At_a_public_address_links_lead_there_and_the_cookie_is_for_encrypted_ways_only()
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite), new DashboardSettings(IsOn: true, new Uri("https://bot.example/")));
        var link = await site.LinkAsync();
        Assert.StartsWith("https://bot.example/dashboard/enter/", link.AbsoluteUri, StringComparison.Ordinal);
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var opened = await browser.GetAsync(link.PathAndQuery);
        var form = Assert.Single(DashboardSite.Forms(await opened.Content.ReadAsStringAsync()));
        using var post = new HttpRequestMessage(HttpMethod.Post, "/dashboard/enter") { Content = new FormUrlEncodedContent(form.Fields) };
        post.Headers.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));
        using var entered = await browser.SendAsync(post);
        Assert.Contains("secure", Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith(DashboardSessions.CookieName, StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_address_the_command_says_so_and_gives_the_figures()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        Assert.Null(story.Services.GetRequiredService<DashboardAddress>().At);
        var said = Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "dashboard", isModerator: true));
        Assert.Null(said.Link);
        Assert.StartsWith(Texts["dashboard.no-address"], said.Text, StringComparison.Ordinal);
        Assert.Contains(Texts["stats.none"], said.Text, StringComparison.Ordinal);
        Assert.Equal(Texts["command.moderators-only"], Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "dashboard")).Text);
    }

    [Fact]
    public async Task Whoever_tries_often_has_to_wait()
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite));
        using var browser = site.Browser();
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < 60; attempt++)
        {
            using var answer = await browser.GetAsync("/dashboard/enter/guess");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task Behind_a_proxy_one_who_tries_often_keeps_nobody_else_waiting()
    {
        await using var site = await DashboardSite.OpenAsync(await LiveStory.BeginAsync(TestEngine.Sqlite), new DashboardSettings(IsOn: true, new Uri("https://bot.example/")));
        using var browser = site.Browser();
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < 60; attempt++)
        {
            answers.Add(await TriedFromAsync(browser, "203.0.113.7"));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, await TriedFromAsync(browser, "198.51.100.9, 203.0.113.8"));
    }

    private static async Task<HttpStatusCode> TriedFromAsync(HttpClient browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/enter/guess");
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Where a page sends one on to; null where it is shown.</summary>
    private static async Task<string?> LocationAsync(HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(page);
        return answer.StatusCode == HttpStatusCode.OK ? null : answer.Headers.Location?.OriginalString ?? answer.StatusCode.ToString();
    }
}
