using System.Net;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Health;
using EngageBot.Host.Web;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Web;

/// <summary>What moderators see and do on their pages.</summary>
public sealed class DashboardPagesTests
{
    private const string Hostile = "<script>alert(1)</script> how do I open \"it\" & 'them'?";

    private static readonly TextBook Texts = TextBook.In("en");

    private static readonly string[] Pages =
    [
        "/dashboard", "/dashboard/activity", "/dashboard/commands", "/dashboard/digest", "/dashboard/health", "/dashboard/introductions", "/dashboard/people", "/dashboard/privacy",
        "/dashboard/queue", "/dashboard/rules", "/dashboard/waiting",
    ];

    [Fact]
    public async Task Every_page_is_encoded_labelled_and_lets_nothing_run_that_was_written_into_it()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        foreach (var page in Pages)
        {
            using var answer = await browser.GetAsync(page);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {html}");
            Assert.Equal(WebPages.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
            Assert.Contains("aria-current=\"page\"", html, StringComparison.Ordinal);
            Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
            Assert.Single(html.Split("<h1>").Skip(1));
            Assert.All(DashboardSite.Forms(html), form => Assert.Contains("token", form.Fields.Keys));
            AssertLabelled(page, html);
            await KeptPages.KeepAsync(browser, page, html);
        }

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await browser.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal);
    }

    [Theory, InlineData("de"), InlineData("ja")]
    public async Task Pages_speak_the_language_of_the_community(string language)
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { Language = language });
        await using var site = await DashboardSite.OpenAsync(story);
        await story.Book.ReloadAsync(CancellationToken.None);
        using var browser = await site.SignedInAsync();
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync("/dashboard/people"));
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(TextBook.In(language)["dashboard.people.opted-out"], html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_the_bot_from_its_work_is_told_in_the_language_of_the_community_where_that_can_be()
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { Language = "de" });
        await using var site = await DashboardSite.OpenAsync(story);
        await story.Book.ReloadAsync(CancellationToken.None);
        using var book = new HealthBook(story.Database.Source, story.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<HealthBook>.Instance);
        await book.RaiseAsync(HealthKey.In(TestTime.Channel("help"), HealthCode.Permission), "The bot could not write where it was to: the bot is not in the channel: invite it there with /invite.", CancellationToken.None);
        await book.RaiseAsync(HealthKey.In(TestTime.Channel("second"), HealthCode.Permission), "Something that only the platform says.", CancellationToken.None);
        using var browser = await site.SignedInAsync();
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync("/dashboard/health"));
        Assert.Contains("lang=\"de\">Der Bot konnte nicht schreiben, wo er sollte: der Bot ist nicht im Kanal", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\">Something that only the platform says.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_waits_is_marked_as_answered_and_waits_no_more()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var marked = await DashboardSite.PressAsync(browser, "/dashboard/waiting", "/dashboard/do", Texts["command.answered.on-message"]);
        var answer = WebUtility.HtmlDecode(await marked.Content.ReadAsStringAsync());
        Assert.Contains(Texts["answered.done"], answer, StringComparison.Ordinal);
        Assert.Contains(Texts["dashboard.waiting.none"], await browser.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal);

        var undo = DashboardSite.Forms(answer).Single(form => form.Html.Contains(Texts["mark.button.undo"], StringComparison.Ordinal));
        using var undone = await browser.PostAsync(undo.Action, new FormUrlEncodedContent(undo.Fields));
        Assert.Contains("alert(1)", await browser.GetStringAsync("/dashboard/waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_on_a_page_what_he_cannot_read_himself()
    {
        await using var site = await SiteAsync();
        site.Story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        await new HealthBook(site.Story.Database.Source, site.Story.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<HealthBook>.Instance)
            .RaiseAsync(HealthKey.In(TestTime.Channel("help"), HealthCode.Permission), "I may not write in #clockwork.", CancellationToken.None);
        using var browser = await site.SignedInAsync();
        foreach (var page in Pages)
        {
            var html = await browser.GetStringAsync(page);
            Assert.DoesNotContain("alert(1)", html, StringComparison.Ordinal);
            Assert.False(html.Contains("clockwork", StringComparison.Ordinal), page);
        }

        Assert.Contains(Texts["dashboard.health.hidden"], await browser.GetStringAsync("/dashboard/health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_shown_with_what_was_written_around_it_in_its_channel()
    {
        await using var site = await SiteAsync();
        await site.Story.WriteAsync(A.Message("nice weather today").Id(2).By("bob").In("help"));
        await site.Story.WriteAsync(A.Message("somewhere else").Id(3).By("bob").In("second"));
        using var browser = await site.SignedInAsync();
        var html = await browser.GetStringAsync("/dashboard/waiting");
        Assert.Contains("nice weather today", html, StringComparison.Ordinal);
        Assert.DoesNotContain("somewhere else", html, StringComparison.Ordinal);
    }

    [Theory, InlineData(ReadAccess.Can), InlineData(ReadAccess.Cannot), InlineData(ReadAccess.Unknown)]
    public async Task The_last_digest_is_shown_to_who_can_read_its_channel(ReadAccess access)
    {
        await using var site = await SiteAsync();
        await site.Story.Database.ExecuteAsync(
            """
            INSERT INTO outbox (id, community, kind, channel, subject, text, revision, state, reason, planned_at, sent_at, expires_at, attempts)
            SELECT 900, c.community, 16, c.id, 900, 'The week of clocks', 1, 3, '', 0, 0, 0, 1 FROM channels c WHERE c.platform_id = 'second'
            """);
        site.Story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("second"))] = access;
        using var browser = await site.SignedInAsync();
        Assert.Equal(access == ReadAccess.Can, (await browser.GetStringAsync("/dashboard/digest")).Contains("The week of clocks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_are_changed_checked_and_taken_back()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var changed = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", Texts["rules.waits.form"], ("f.least", "3 h"), ("f.most", "5 h"), ("f.without", "4 h"), ("f.board", "20 h"), ("f.rest", "2 d"));
        Assert.Contains(Texts["rules.done"], WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var page = await browser.GetStringAsync("/dashboard/rules");
        Assert.Contains("3 h", page, StringComparison.Ordinal);
        Assert.Contains("WaitAtLeast", page, StringComparison.OrdinalIgnoreCase); // In the history.

        using var bad = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", Texts["rules.waits.form"], ("f.least", "9 h"));
        Assert.DoesNotContain(Texts["rules.done"], WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var undone = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", Texts["rules.button.undo"]);
        Assert.Contains(Texts["rules.undone"], WebUtility.HtmlDecode(await undone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_bot_said_is_told_and_that_somebody_looked_is_kept()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var html = await browser.GetStringAsync("/dashboard/activity");
        Assert.Contains("#board", html, StringComparison.Ordinal);
        Assert.Equal(["1"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM log_looks"));
    }

    [Fact]
    public async Task A_moderator_has_what_is_stored_of_him_as_a_file()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var file = await DashboardSite.PressAsync(browser, "/dashboard/privacy", "/dashboard/do", Texts["dashboard.privacy.button.export"]);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("\"mod\"", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_of_moderators_can_be_given_on_a_page()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var forms = DashboardSite.Forms(await browser.GetStringAsync("/dashboard/commands")).Where(form => form.Fields.ContainsKey("command")).Select(form => form.Fields["command"]);
        Assert.Equal(
            site.Story.EveryCommand.Where(command => command is { IsForModerators: true, IsListed: true, Name: not ("dashboard" or "help") }).Select(command => command.Name).Order(StringComparer.Ordinal),
            forms.Order(StringComparer.Ordinal));
        using var observed = await DashboardSite.PressAsync(browser, "/dashboard/commands", "/dashboard/do", "value=\"quiet\"");
        Assert.Equal(HttpStatusCode.OK, observed.StatusCode);
        Assert.Equal(["-"], await site.Story.Database.RowsAsync("SELECT live_since FROM communities"));
    }

    /// <summary>And so does each button of the answer.</summary>
    [Fact]
    public async Task Every_command_answers_on_a_page_whatever_is_chosen()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var page = await browser.GetStringAsync("/dashboard/commands");
        var token = DashboardSite.Forms(page)[0].Fields["token"];
        foreach (var command in site.Story.EveryCommand.Where(command => command is { IsForModerators: true, IsListed: true, Name: not ("dashboard" or "help") }))
        {
            foreach (var options in Chosen(command))
            {
                List<KeyValuePair<string, string>> fields = [new("token", token), new("kind", "type"), new("command", command.Name), new("back", "/dashboard/commands"), .. options];
                var answer = await AnswerAsync(browser, fields);
                foreach (var button in DashboardSite.Forms(answer).Where(form => form.Fields.GetValueOrDefault("kind") == "press"))
                {
                    await AnswerAsync(browser, button.Fields);
                }
            }
        }
    }

    [Fact]
    public async Task What_came_of_introductions_is_told_without_names()
    {
        await using var site = await SiteAsync();
        await site.Story.Database.ExecuteAsync(
            """
            INSERT INTO introductions (id, community, occasion, state, topics, channel, planned_at, opened_at)
            SELECT 70 + n, (SELECT MIN(id) FROM communities), o, s, '', 1, 0, @at FROM (SELECT 1 AS n, 1 AS o, 3 AS s UNION SELECT 2, 2, 3 UNION SELECT 3, 2, 3 UNION SELECT 4, 4, 1) made
            """,
            new { at = TestTime.Noon.AddDays(-30).ToUnixTimeMilliseconds() });
        await site.Story.Database.ExecuteAsync(
            "INSERT INTO introduction_people (introduction, member, place, outcome) SELECT 72, id, 0, 3 FROM members WHERE id = (SELECT MIN(id) FROM members)");
        using var browser = await site.SignedInAsync();
        var html = await browser.GetStringAsync("/dashboard/introductions");
        string Row(int occasion) => string.Concat(html.Split(Texts[$"dashboard.occasion.{occasion}"] + "</th>")[1].Split("</tr>")[0].Where(char.IsAsciiDigit));
        Assert.Equal("10000", Row(1));
        Assert.Equal("20010", Row(2)); // One pair met.
        Assert.DoesNotContain(Texts["dashboard.occasion.4"] + "</th>", html, StringComparison.Ordinal); // Nobody came together.
    }

    [Fact]
    public async Task Whoever_watches_over_the_program_hears_whether_it_is_ready()
    {
        await using var site = await SiteAsync();
        using var browser = site.Browser();
        Assert.Equal("live", await browser.GetStringAsync("/health/live"));
        Assert.Equal("ready", await browser.GetStringAsync("/health/ready"));
        site.Story.Platform.IsCaughtUp = false;
        using var answer = await browser.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    /// <summary>Each of what can be chosen once, with a channel where one is needed.</summary>
    private static IEnumerable<IEnumerable<KeyValuePair<string, string>>> Chosen(ISlashCommand command)
    {
        var needed = command.Options.Where(option => option is { IsRequired: true, Kind: CommandOptionKind.Channel }).Select(option => KeyValuePair.Create($"o.{option.Name}", "help")).ToList();
        return command.Options.SelectMany(option => option.Choices.Select(choice => needed.Append(new($"o.{option.Name}", choice)))).Prepend(needed);
    }

    private static async Task<string> AnswerAsync(HttpClient browser, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(fields));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var asked = string.Join(' ', fields.Where(field => field.Key != "token").Select(field => field.Value));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{asked}: {answer.StatusCode}");
        Assert.False(html.Contains(Texts["command.failed"], StringComparison.Ordinal) || html.Contains(Texts["command.unknown"], StringComparison.Ordinal), asked);
        Assert.True(answer.Content.Headers.ContentDisposition is not null || html.Contains("class=\"card\"", StringComparison.Ordinal) || html.Contains("role=\"alert\"", StringComparison.Ordinal), asked);
        return html;
    }

    private static async Task<DashboardSite> SiteAsync()
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("help")) { Name = "clockwork", Visibility = ChannelVisibility.Everyone });
        await story.WriteAsync(A.Message(Hostile).Id(1).In("help"));
        await story.PassAsync(12);
        return await DashboardSite.OpenAsync(story);
    }

    /// <summary>Every field that is filled in has a label.</summary>
    private static void AssertLabelled(string page, string html)
    {
        foreach (var tag in html.Split('<').Where(tag => (tag.StartsWith("input ", StringComparison.Ordinal) && !tag.Contains("type=\"hidden\"", StringComparison.Ordinal)) || tag.StartsWith("select ", StringComparison.Ordinal) || tag.StartsWith("textarea ", StringComparison.Ordinal)))
        {
            var id = tag.Split("id=\"")[1].Split('"')[0];
            Assert.True(html.Contains($"<label for=\"{id}\"", StringComparison.Ordinal), $"{page}: {id} has no label");
            Assert.Single(html.Split($" id=\"{id}\"").Skip(1));
        }
    }
}
