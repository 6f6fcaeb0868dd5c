using System.Net;
using EngageBot.Chat;
using EngageBot.Host.Web.Dashboard;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Web;

/// <summary>Rules are tried before they are saved.</summary>
public sealed class PreviewTests
{
    private static readonly TextBook Texts = TextBook.In("en");

    private static readonly (string Name, string Value)[] Slow = [("f.least", "1 s"), ("f.most", "3 h"), ("f.without", "2 h"), ("f.board", "20 h"), ("f.rest", "2 d")];

    [Fact]
    public async Task What_rules_would_have_said_is_shown_against_those_in_force_and_nothing_is_saved()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var html = await PreviewAsync(browser, Slow);
        Assert.Contains(Texts.Of("dashboard.preview.span", ("days", "1"), ("posts", "1")), html, StringComparison.Ordinal);
        Assert.Equal(["0", "1", "0", "0", "0", "1"], Numbers(html));
        Assert.Contains("open the clock", html, StringComparison.Ordinal);
        Assert.Contains(Texts["dashboard.preview.gone"], html, StringComparison.Ordinal);
        Assert.Contains("value=\"2 h\"", html, StringComparison.Ordinal); // As it was typed, to be saved or changed.
        Assert.Equal(["0"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM rule_revisions"));
        Assert.Equal(["1"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM nudges"));

        Assert.Equal(["1", "1", "0", "0", "1", "1"], Numbers(await PreviewAsync(browser, [("f.most", "30 s")])));
    }

    [Fact]
    public async Task What_was_tried_is_saved_told_and_taken_back_from_the_pages()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var form = DashboardSite.Forms(await PreviewAsync(browser, Slow)).Single(one => one.Fields.GetValueOrDefault("button") == "rules:waits:0");
        Assert.Equal("/dashboard/do", form.Action);
        using var saved = await browser.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
        Assert.Contains(Texts["rules.done"], WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("03:00:00", await browser.GetStringAsync("/dashboard/rules"), StringComparison.Ordinal); // In the history.
        using var undone = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", Texts["rules.button.undo"]);
        Assert.Contains(Texts["rules.undone"], WebUtility.HtmlDecode(await undone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(["2"], await site.Story.Database.RowsAsync("SELECT COUNT(*) FROM rule_revisions"));
    }

    [Theory]
    [InlineData("f.least", "9 h", "Shortest wait” (9 h) is longer")]
    [InlineData("f.least", "soon", "soon")]
    public async Task Rules_that_cannot_hold_are_refused_with_the_reason(string field, string value, string reason)
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var html = await PreviewAsync(browser, [(field, value)]);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains(reason, html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"value=\"{value}\"", html, StringComparison.Ordinal);
        Assert.Empty(Numbers(html));
    }

    [Theory, InlineData(ReadAccess.Cannot), InlineData(ReadAccess.Unknown)]
    public async Task Of_a_post_that_a_moderator_cannot_read_nothing_but_that_there_is_one_is_shown(ReadAccess access)
    {
        await using var site = await SiteAsync();
        site.Story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("help"))] = access;
        using var browser = await site.SignedInAsync();
        var html = await PreviewAsync(browser, Slow);
        Assert.Contains(Texts["log.hidden"], html, StringComparison.Ordinal);
        Assert.DoesNotContain("open the clock", html, StringComparison.Ordinal);
        Assert.DoesNotContain("#help", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_forms_that_decide_what_is_said_are_tried()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var forms = DashboardSite.Forms(await browser.GetStringAsync("/dashboard/rules"));
        Assert.Equal(
            ["rules:waits:0", "rules:more:0", "rules:asked:0"],
            forms.Where(form => form.Html.Contains($"formaction=\"{PreviewRoutes.Path}\"", StringComparison.Ordinal)).Select(form => form.Fields["button"]));
        var digest = forms.Single(form => form.Fields.GetValueOrDefault("button") == "rules:digest:0");
        using var refused = await browser.PostAsync(PreviewRoutes.Path, new FormUrlEncodedContent(digest.Fields));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    /// <summary>A post that was shown to everybody after ten seconds, because nobody agreed to be asked.</summary>
    private static async Task<DashboardSite> SiteAsync()
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.WriteAsync(A.Message("how do I open the clock?").Id(1).In("help"));
        await story.PassAsync(60);
        return await DashboardSite.OpenAsync(story);
    }

    /// <summary>The first three rows of figures: all, asked, shown; each by the rules as typed and by those in force.</summary>
    private static string[] Numbers(string html) => html.Split("class=\"numbers\"") is [_, var table]
        ? [.. table.Split("</table>")[0].Split("<td>").Skip(2).Select(cell => cell.Split("</td>")[0].Replace("<b>", string.Empty, StringComparison.Ordinal).Replace("</b>", string.Empty, StringComparison.Ordinal))]
        : [];

    private static async Task<string> PreviewAsync(HttpClient browser, (string Name, string Value)[] changes)
    {
        var form = DashboardSite.Forms(await browser.GetStringAsync("/dashboard/rules")).Single(one => one.Fields.GetValueOrDefault("button") == "rules:waits:0");
        var fields = new Dictionary<string, string>(form.Fields);
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        using var answer = await browser.PostAsync(PreviewRoutes.Path, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
