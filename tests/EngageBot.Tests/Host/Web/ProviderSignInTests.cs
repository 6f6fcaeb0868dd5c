using System.Net;
using System.Text.Json;
using EngageBot.Chat;
using EngageBot.Host.Configuration;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Host.Web.Dashboard.Providers;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Web;

/// <summary>Signing in to the moderators' pages by a platform.</summary>
public sealed class ProviderSignInTests
{
    private const string Begin = "/dashboard/sign-in/discord";

    private static readonly CommunityId Other = new(TestTime.Community.Platform, "other");
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachEngine]
    public async Task A_moderator_is_signed_in_and_what_the_platform_gave_out_is_kept_nowhere(TestEngine engine)
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority, await LiveStory.BeginAsync(engine));
        using var browser = site.Browser();
        Assert.Contains($"href=\"{Begin}\"", await browser.GetStringAsync(DashboardPart.SignedOut), StringComparison.Ordinal);

        using var entered = await FollowAsync(browser, Begin);
        Assert.Equal(DashboardPart.Home, entered.Headers.Location?.OriginalString);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith(DashboardSessions.CookieName, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Texts["dashboard.overview"], await browser.GetStringAsync(DashboardPart.Home), StringComparison.Ordinal);
        Assert.Empty(authority.Violations);
        Assert.Equal(new Uri(site.Address, "/dashboard/sign-in/discord/callback").AbsoluteUri, authority.Registered);
        var kept = string.Join('\n', (await site.Story.Database.RowsAsync("SELECT * FROM dashboard_sessions")).Concat(await site.Story.Database.RowsAsync("SELECT * FROM dashboard_links")));
        Assert.Contains("mod", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeAuthority.Token, kept + string.Concat(entered.Headers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("ada")]
    public async Task Who_manages_nothing_as_the_bot_itself_sees_it_is_refused(string account)
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority);
        authority.Account = account;
        using var browser = site.Browser();
        using var refused = await FollowAsync(browser, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("/engage-mod dashboard", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, authority.Exchanges);
        Assert.Equal(["0"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM dashboard_sessions"));
    }

    [Fact]
    public async Task Where_the_platform_does_not_tell_the_bot_nobody_is_signed_in()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority);
        site.Story.Platform.HidesManagers = true;
        using var browser = site.Browser();
        using var refused = await FollowAsync(browser, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Who_manages_several_communities_chooses_one()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority);
        await site.Story.HappenAsync(new ChannelSeen(Other, TestTime.Noon, new ChannelId(Other, "lounge")) { Name = "lounge", Visibility = ChannelVisibility.Everyone });
        site.Story.Platform.Managers.Add(new MemberId(Other, "mod"));
        using var browser = site.Browser();
        using var choice = await FollowAsync(browser, Begin);
        var forms = DashboardSite.Forms(await choice.Content.ReadAsStringAsync()).Where(form => form.Action == "/dashboard/enter").ToList();
        Assert.Equal(2, forms.Count);
        using (var early = await browser.GetAsync(DashboardPart.Home))
        {
            Assert.Equal(DashboardPart.SignedOut, early.Headers.Location?.OriginalString);
        }

        var other = Assert.Single(forms, form => form.Html.Contains("#lounge", StringComparison.Ordinal));
        using var entered = await browser.PostAsync(other.Action, new FormUrlEncodedContent(other.Fields));
        Assert.Equal(DashboardPart.Home, entered.Headers.Location?.OriginalString);
        Assert.Equal(["other | mod"], await site.Story.Database.RowsAsync("SELECT community, account FROM dashboard_sessions"));
    }

    [Fact]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority);
        using var victim = site.Browser();
        var answer = await AnswerAsync(victim, Begin);
        using (var stolen = site.Browser())
        using (var forged = await stolen.GetAsync(answer))
        {
            Assert.Equal(DashboardPart.SignedOut, forged.Headers.Location?.OriginalString);
        }

        using (var entered = await victim.GetAsync(answer))
        {
            Assert.Equal(DashboardPart.Home, entered.Headers.Location?.OriginalString);
        }

        using var again = await victim.GetAsync(answer);
        Assert.Equal(DashboardPart.SignedOut, again.Headers.Location?.OriginalString);
        using var made = await victim.GetAsync($"{Begin}/callback?code=code-1&state=made-up");
        Assert.Equal(DashboardPart.SignedOut, made.Headers.Location?.OriginalString);
        Assert.Equal((1, "1"), (authority.Exchanges, Assert.Single(await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM dashboard_sessions"))));
    }

    [Fact]
    public async Task Nobody_is_sent_anywhere_but_to_the_pages_own_address()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority, settings: new DashboardSettings(IsOn: true, new Uri("https://bot.example.org")));
        using var browser = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Begin}?returnUrl=https://evil.example&redirect_uri=https://evil.example");
        request.Headers.Host = "evil.example";
        using var sent = await browser.SendAsync(request);
        Assert.Contains("redirect_uri=https%3A%2F%2Fbot.example.org%2Fdashboard%2Fsign-in%2Fdiscord%2Fcallback&", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", sent.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Contains("secure", Assert.Single(sent.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_secret_that_the_platform_does_not_take_signs_nobody_in()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority, provider: authority.Provider("another secret"));
        using var browser = site.Browser();
        using var refused = await FollowAsync(browser, Begin);
        Assert.Equal(DashboardPart.SignedOut, refused.Headers.Location?.OriginalString);
        Assert.Equal(0, authority.Exchanges);
    }

    [Fact]
    public async Task It_is_not_tried_more_often_than_a_person_could()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await using var site = await OpenAsync(authority);
        using var browser = site.Browser();
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < 30; attempt++)
        {
            using var answer = await browser.GetAsync($"{Begin}/callback?code=x&state=y");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests), (answers[0], answers[^1]));
    }

    [Theory]
    [InlineData("""{"ok":true,"https://slack.com/user_id":"U1","https://slack.com/team_id":"T1","sub":"U1"}""", "U1", "T1")]
    [InlineData("""{"ok":false,"error":"invalid_auth"}""", null, null)]
    [InlineData("""{"https://slack.com/user_id":7,"https://slack.com/team_id":"T1"}""", null, null)]
    [InlineData("[]", null, null)]
    public void Slack_says_of_which_workspace_somebody_is(string said, string? account, string? community)
    {
        using var json = JsonDocument.Parse(said);
        Assert.Equal(account is null ? null : new SignInAccount(account, community), SignInProvider.Slack("id", "secret").Read(json.RootElement));
    }

    [Fact]
    public void A_platform_is_one_by_which_to_sign_in_where_its_client_is_named_with_its_secret()
    {
        Assert.Empty(new WebOptions().Pages().Providers);
        var both = new WebOptions { DiscordClientId = "1", DiscordClientSecret = "very-secret", SlackClientId = "2", SlackClientSecret = "very-secret" }.Pages();
        Assert.Equal(["discord", "slack"], both.Providers.Select(provider => provider.ToString()));
        Assert.Contains("DiscordClientSecret", Assert.Throws<ConfigurationException>(() => new WebOptions { DiscordClientId = "1" }.Pages()).Message, StringComparison.Ordinal);
        Assert.Contains("SlackClientSecretFile", Assert.Throws<ConfigurationException>(() => new WebOptions { SlackClientId = "1", SlackClientSecretFile = "/nowhere/secret" }.Pages()).Message, StringComparison.Ordinal);
    }

    /// <summary>"ada" is known and manages nothing.</summary>
    private static async Task<DashboardSite> OpenAsync(FakeAuthority authority, LiveStory? story = null, DashboardSettings? settings = null, SignInProvider? provider = null)
    {
        story ??= await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.HappenAsync(new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("ada")) { Name = "Ada" });
        return await DashboardSite.OpenAsync(story, (settings ?? new DashboardSettings(IsOn: true, PublicUrl: null)) with { Providers = [provider ?? authority.Provider()] });
    }

    /// <summary>Where the platform sends whoever asks.</summary>
    private static async Task<Uri> AnswerAsync(HttpClient browser, string path)
    {
        using var sent = await browser.GetAsync(path);
        using var signedIn = await browser.GetAsync(sent.Headers.Location);
        return signedIn.Headers.Location!;
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient browser, string path) => await browser.GetAsync(await AnswerAsync(browser, path));
}
