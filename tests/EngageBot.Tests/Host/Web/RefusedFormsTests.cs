using System.Net;
using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Web;

/// <summary>What somebody typed stays where it could not be taken, with what is to be changed at its field.</summary>
public sealed partial class RefusedFormsTests
{
    private const string Hostile = "\"><script>alert(1)</script>";

    private static readonly TextBook Texts = TextBook.In("en");

    /// <summary>The form by what its button or its name is; the field that is wrong; what else is typed and must stay.</summary>
    public static TheoryData<string, string, string, string, string> Forms => new()
    {
        { "rules:waits:0", "f.least", "9 h", "f.rest", "3 d" },
        { "rules:waits:0", "f.most", "soon", "f.least", "31 min" },
        { "rules:waits:0", "f.rest", Hostile, "f.least", "31 min" },
        { "rules:more:0", "f.language", "tlh", "f.asks", "3" },
        { "rules:more:0", "f.asks", "6", "f.board", "elsewhere" },
        { "rules:asked:0", "f.held-out", "101", "f.role", "kind" },
        { "rules:people:0", "f.private", "perhaps", "f.balance", "4" },
        { "rules:limits:0", "f.replies", "many", "f.bridges", "one, two" },
        { "rules:team:0", "f.role", "@everyone", "f.approvals", "2" },
        { "rules:digest:0", "f.hour", "24", "f.channel", "help" },
        { "setup:form:0", "f.language", "tlh", "f.hours", "22:00-08:00 Europe/Berlin" },
        { "channel:waits:0", "f.least", "soon", "f.most", "6 h" },
        { "channel:waits:0", "f.channel", "nowhere", "f.most", "6 h" },
        { "texts:board-title:0", "f.words", "{nothing} of that", "f.words", "{nothing} of that" },
        { "quiet-hours", "o.from", "late", "o.zone", "Europe/Berlin" },
        { "quiet-hours", "o.zone", "Nowhere/City", "o.to", "08:00" },
        { "log", "o.member", "nobody at all", "o.member", "nobody at all" },
        { "stats", "o.days", "1000", "o.channel", "help" },
        { "round", "o.size", "99", "o.what", "start" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task What_was_typed_stays_with_the_error_at_its_field(string form, string wrong, string typed, string other, string kept)
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var fields = await FieldsAsync(browser, form);
        (fields[wrong], fields[other]) = (typed, kept);
        using var answer = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(fields));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(html);
        Assert.Contains($"<h1>{Texts["dashboard.again"]}</h1>", page, StringComparison.Ordinal);
        var invalid = Assert.Single(Field().Matches(html), field => field.Value.Contains("aria-invalid=\"true\"", StringComparison.Ordinal)).Value;
        Assert.Equal(wrong, Attribute(invalid, "name"));
        Assert.Contains(" autofocus", invalid, StringComparison.Ordinal);
        Assert.Matches($"<p class=\"error\" id=\"{Regex.Escape(Attribute(invalid, "aria-describedby"))}\">[^<]+</p>", html);
        Assert.Equal(typed, ValueOf(html, wrong));
        Assert.Equal(kept, ValueOf(html, other));
        Assert.Equal(form.StartsWith("rules:waits", StringComparison.Ordinal) || form is "rules:more:0" or "rules:asked:0", html.Contains("formaction=\"/dashboard/rules/preview\"", StringComparison.Ordinal));
        if (form != "log" && wrong != other)
        {
            await MendedAsync(browser, html, wrong, fields, form);
        }
    }

    /// <summary>Nothing that a browser makes up can be shown as a form.</summary>
    [Theory, InlineData("null"), InlineData("[]"), InlineData("{\"Title\":\"x\",\"Fields\":[null]}"), InlineData("{\"Title\":\"x\",\"Fields\":[{\"Name\":null,\"Label\":\"x\"}]}"), InlineData("{")]
    public async Task A_form_that_cannot_be_read_is_answered_in_words(string written)
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var fields = await FieldsAsync(browser, "rules:waits:0");
        (fields["form"], fields["f.least"]) = (written, "soon");
        using var answer = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(fields));
        Assert.Contains(Texts.Of("rules.unread", ("written", "soon")), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_it_at_the_field_as_well()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var fields = await FieldsAsync(browser, "rules:waits:0");
        fields["f.least"] = "9 h";
        using var answer = await browser.PostAsync("/dashboard/rules/preview", new FormUrlEncodedContent(fields));
        var html = await answer.Content.ReadAsStringAsync();
        var invalid = Assert.Single(Field().Matches(html), field => field.Value.Contains("aria-invalid=\"true\"", StringComparison.Ordinal)).Value;
        Assert.Equal("f.least", Attribute(invalid, "name"));
        Assert.DoesNotContain("class=\"note\">", html, StringComparison.Ordinal);
    }

    /// <summary>The form that is shown again can be sent in.</summary>
    private static async Task MendedAsync(HttpClient browser, string html, string wrong, Dictionary<string, string> typed, string form)
    {
        var again = DashboardSite.Forms(html).First(one => one.Html.Contains("aria-invalid", StringComparison.Ordinal)).Fields;
        var fields = typed.ToDictionary(field => field.Key, field => again.GetValueOrDefault(field.Key, field.Value));
        fields[wrong] = wrong switch
        {
            "f.language" => "de", "f.asks" => "2", "f.held-out" => "10", "f.private" => "no", "f.role" => string.Empty, "f.hour" => "9", "f.channel" => "help", "o.from" => "22:00", "o.zone" => "Europe/Berlin",
            "o.days" => "30", "o.size" => "3", "f.replies" => "3", "f.most" => "12 h", "f.rest" => "2 d", _ => "31 min",
        };
        if (form == "quiet-hours")
        {
            (fields["o.from"], fields["o.to"]) = ("22:00", "08:00");
        }

        using var answer = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(fields));
        Assert.DoesNotContain("aria-invalid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The form as a page shows it, with what stands in it.</summary>
    private static async Task<Dictionary<string, string>> FieldsAsync(HttpClient browser, string form)
    {
        if (form.StartsWith("rules:", StringComparison.Ordinal))
        {
            return Filled(await browser.GetStringAsync(form == "rules:digest:0" ? "/dashboard/digest" : "/dashboard/rules"), form);
        }

        var commands = await browser.GetStringAsync("/dashboard/commands");
        Dictionary<string, string> first = form switch
        {
            "setup:form:0" => new() { ["kind"] = "press", ["button"] = "setup:fill:0" },
            "channel:waits:0" => new() { ["kind"] = "type", ["command"] = "channel", ["o.state"] = "waits", ["o.channel"] = "help" },
            "texts:board-title:0" => new() { ["kind"] = "type", ["command"] = "texts", ["o.text"] = "board.title" },
            _ => new() { ["kind"] = "type", ["command"] = form, ["token"] = DashboardSite.Forms(commands)[0].Fields["token"] },
        };
        if (first["kind"] == "type" && first.ContainsKey("token"))
        {
            if (form == "quiet-hours")
            {
                (first["o.from"], first["o.to"]) = ("22:00", "08:00");
            }

            return first;
        }

        first["token"] = DashboardSite.Forms(commands)[0].Fields["token"];
        using var opened = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(first));
        var fields = Filled(await opened.Content.ReadAsStringAsync(), form);
        if (form == "setup:form:0")
        {
            fields["f.moderators"] = "help";
        }

        return fields;
    }

    private static Dictionary<string, string> Filled(string html, string button)
    {
        var form = DashboardSite.Forms(html).First(one => one.Fields.GetValueOrDefault("kind") == "submit" && one.Fields.GetValueOrDefault("button") == button);
        var fields = new Dictionary<string, string>(form.Fields);
        foreach (Match area in Area().Matches(html))
        {
            fields.TryAdd(area.Groups["name"].Value, WebUtility.HtmlDecode(area.Groups["value"].Value));
        }

        return fields;
    }

    private static string ValueOf(string html, string name)
    {
        var field = Field().Matches(html).First(one => Attribute(one.Value, "name") == name).Value;
        return field.StartsWith("<input", StringComparison.Ordinal) ? Attribute(field, "value")
            : field.StartsWith("<textarea", StringComparison.Ordinal) ? WebUtility.HtmlDecode(Area().Match(field).Groups["value"].Value)
            : WebUtility.HtmlDecode(Chosen().Match(field).Groups["value"].Value);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    private static async Task<DashboardSite> SiteAsync()
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite, _ => new CommunityRules());
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("help")) { Name = "help", Visibility = ChannelVisibility.Everyone });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).By("ada").In("help"));
        return await DashboardSite.OpenAsync(story);
    }

    [GeneratedRegex("<input[^>]*>|<textarea.*?</textarea>|<select.*?</select>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Field();

    [GeneratedRegex("<textarea[^>]* name=\"(?<name>[^\"]+)\"[^>]*>(?<value>[^<]*)</textarea>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Area();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Chosen();
}
