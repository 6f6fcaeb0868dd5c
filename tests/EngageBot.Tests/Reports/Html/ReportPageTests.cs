using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EngageBot.Reports;
using EngageBot.Reports.Html;
using EngageBot.Tests.Charts;
using FsCheck;
using FsCheck.Fluent;
using Words = EngageBot.Reports.Words;

namespace EngageBot.Tests.Reports.Html;

public sealed partial class ReportPageTests
{
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "link", "style", "body", "a", "header", "p", "svg", "circle", "h1", "bdi", "nav", "ul", "li", "main", "section", "h2", "h3",
        "div", "strong", "figure", "figcaption", "span", "ol", "article", "time", "b", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "dl", "dt", "dd", "footer", "rect", "line", "path", "text", "g", "desc",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "lang", "charset", "http-equiv", "content", "name", "rel", "href", "class", "id", "aria-label", "aria-labelledby", "aria-hidden", "role", "tabindex", "dir",
        "datetime", "start", "open", "scope", "viewBox", "width", "height", "cx", "cy", "r", "xmlns", "font-family", "fill", "rx", "x", "y", "x1", "x2", "y1", "y2", "d",
        "font-size", "font-weight", "text-anchor", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-opacity", "fill-opacity", "opacity",
        "stroke-dasharray", "paint-order", "pointer-events",
    ];

    [Fact]
    public void Names_change_nothing_but_the_names()
    {
        var plain = Page.Parse(ReportPage.Of(AReport.Full())).Skeleton();
        Prop.ForAll(Hostile.Names, name => Assert.Equal(plain, Page.Parse(ReportPage.Of(AReport.Full(name))).Skeleton()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Whatever_strangers_write_stays_text() => Prop.ForAll(Hostile.Names, text =>
    {
        var page = ReportPage.Of(AReport.Full(text, text));
        var parsed = Page.Parse(page);
        Assert.All(parsed.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Elements));
        Assert.All(parsed.DescendantsAndSelf().Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
        Assert.All(parsed.Descendants().Attributes("href").Skip(1), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(TurnsAround(), page);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void What_a_stranger_wrote_is_still_readable()
    {
        var words = Page.Parse(ReportPage.Of(AReport.Full("<b>eve</b>", "a < b && \"c\"\n    indented 👩🏽‍💻"))).All("article").First();

        Assert.Contains(words.All("bdi"), name => name.Value == "<b>eve</b>");
        Assert.Contains(words.All("p"), text => text.Value == "a < b && \"c\"\n    indented 👩🏽‍💻");
    }

    [Fact]
    public void A_name_is_one_line_and_never_nothing()
    {
        Assert.Equal("(no name)", Page.Parse(ReportPage.Of(AReport.Full("\u202e \n"))).All("h1").Single().Value.Trim());
        Assert.Equal("a b", Page.Parse(ReportPage.Of(AReport.Full("a\n\n b"))).All("h1").Single().Value.Trim());
    }

    [Fact]
    public void A_long_text_is_folded_and_not_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 300).Select(number => $"word{number}"));
        var folded = Page.Parse(ReportPage.Of(AReport.Full(text: text))).All("details").Single(details => details.Attribute("class")!.Value == "words long");

        Assert.Equal(text, folded.Words());
        Assert.True(folded.Element("summary")!.Value.Length < 500);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_link_leads_to_a_place_on_the_page(string which)
    {
        var page = Page.Parse(ReportPage.Of(Report(which)));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        var links = page.All("a").Select(link => link.Attribute("href")!.Value[1..]).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(links.Except(ids));
        Assert.Empty(Definitions.All.Select(definition => definition.Id).Except(ids));
        Assert.All(page.Descendants().Attributes("aria-labelledby").SelectMany(named => named.Value.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Every_definition_is_linked_from_where_its_word_is_used()
    {
        var links = Page.Parse(ReportPage.Of(AReport.Full())).All("a").Select(link => link.Attribute("href")!.Value[1..]).ToHashSet();

        Assert.Empty(Definitions.All.Select(definition => definition.Id).Except(links));
    }

    [Fact]
    public void The_page_may_load_nothing_and_tries_nothing()
    {
        var html = ReportPage.Of(AReport.Full());
        var page = Page.Parse(html);
        var policy = page.All("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        var style = page.All("style").Single().Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'", policy);
        Assert.Contains($"<style>{style}</style>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("@import|url\\(|expression", style);
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "srcset" or "style" or "action");
        Assert.All(page.Descendants().Attributes("href"), link => Assert.Matches("^(#|data:image/svg)", link.Value));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Headings_are_in_order_and_every_section_has_one(string which)
    {
        var page = Page.Parse(ReportPage.Of(Report(which)));
        var levels = page.Descendants().Where(element => Heading().IsMatch(element.Name.LocalName)).Select(heading => heading.Name.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1 && pair.Second > 1));
        Assert.All(page.All("section"), section => Assert.Single(section.All("h2")));
        Assert.All(page.All("table"), table => Assert.Single(table.All("caption")));
    }

    [Fact]
    public void Everything_in_the_report_is_told()
    {
        var report = AReport.Full();
        var words = Page.Parse(ReportPage.Of(report)).Words();

        Assert.All(Told(report), told => Assert.Contains(told, words, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_crisis_there_is_no_figure_and_no_count()
    {
        var section = Page.Parse(ReportPage.Of(AReport.Full("ada", "words"))).All("section").Single(part => part.Attribute("id")!.Value == "moderators").Words();

        Assert.DoesNotMatch("[0-9]", section.Replace("7 Jan 2026, 09:00", string.Empty, StringComparison.Ordinal).Replace("14 Jan 2026, 09:00", string.Empty, StringComparison.Ordinal));
        Assert.DoesNotContain("crisis ", section.Replace("crisis-id", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("may well be wrong", section, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inferred_link_says_whom_it_answers_and_how_sure_that_is()
    {
        var lines = Page.Parse(ReportPage.Of(AReport.Full())).All("ol").Single(list => list.Attribute("class")?.Value == "lines").Elements("li")
            .Select(line => line.Element("span")!.Words()).ToList();

        Assert.Equal(["ada 08:55", "ada 09:00", "ada 09:05, answers ada!, 69% sure", "ada 09:06, goes on, 57% sure", "ada 09:07, answers a message that is not in this history"], lines);
    }

    [Fact]
    public void What_is_not_all_says_so()
    {
        var words = Page.Parse(ReportPage.Of(AReport.Large())).Words();

        Assert.Contains("1,204 open posts invite a reply and got none. Newest first, 200 of 1,204.", words, StringComparison.Ordinal);
        Assert.Contains("EngageBot would have spoken 1,204 times. Newest first, 200 of 1,204.", words, StringComparison.Ordinal);
        Assert.Contains("195 more posts", words, StringComparison.Ordinal);
        Assert.Contains("60 of 873 members", Page.Parse(ReportPage.Of(With(AReport.Large(), people: 873))).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "No messages.")]
    [InlineData("empty", "Nobody started a conversation in this history, so there is nothing to measure yet.")]
    [InlineData("empty", "EngageBot would not have spoken.")]
    [InlineData("empty", "No post reads like promotion.")]
    [InlineData("empty", "There is nothing that EngageBot would point out to you.")]
    [InlineData("one", "5 Jan 2026: 1 message by 1 person in 1 channel.")]
    [InlineData("one", "1 post, but the history ends too soon to say whether anybody answered.")]
    [InlineData("one", "1 post was not observed long enough to say whether it got an answer, and counts neither way.")]
    [InlineData("one", "Nobody has replied to anybody yet.")]
    public void A_history_with_next_to_nothing_reads_well(string which, string sentence) =>
        Assert.Contains(sentence, Page.Parse(ReportPage.Of(Report(which))).Words(), StringComparison.Ordinal);

    [Theory]
    [InlineData("empty")]
    [InlineData("one")]
    public void A_history_with_next_to_nothing_shows_no_empty_pictures(string which)
    {
        var page = ReportPage.Of(Report(which));

        Assert.Empty(Page.Parse(page).All("figure"));
        Assert.DoesNotMatch("NaN|∞|no data yet|9999|0001", Page.Parse(page).Words());
    }

    [Fact]
    public void A_large_report_stays_small() => Assert.InRange(Encoding.UTF8.GetByteCount(ReportPage.Of(AReport.Large())), 300_000, 1_500_000);

    public static TheoryData<string> Reports() => ["full", "empty", "one"];

    private static ReplayReport Report(string which) => which switch
    {
        "empty" => AReport.Empty(),
        "one" => AReport.OfOneMessage(),
        _ => AReport.Full(),
    };

    private static ReplayReport With(ReplayReport report, int people) =>
        report with { Figures = report.Figures with { Network = report.Figures.Network with { People = people } } };

    private static IEnumerable<string> Told(ReplayReport report)
    {
        var figures = report.Figures;
        return
        [
            "1,296 messages by 50 people in 8 channels".Replace("8", figures.Channels.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), "25 by bots",
            "5 Jan – 8 Feb 2026", "45% of 520 posts got an answer", "42% of 184 questions got no answer", "8.4 min until a first reply, at the median; nine in ten within 2 h",
            "84 posts still wait", "1,204 times EngageBot would have spoken", "59% of messages", "51% of 222 pairs replied both ways", "44 people take part",
            "1 channel is one-way", "#news (777 messages by 34 people)", "2 people are broadcasters", "pauses 3 times", "2 posts were not observed",
            "Request for help", "4 Feb 2026, 09:00", "no answer for 5 h", "asked ada after 3 h", "put it on the waiting board after 6 h", "Answered here 8 times in the last 30 days.",
            "Still open after people were asked.", "May need a kind word: ada in #ada 7 Jan 2026, 09:00", "Some words may speak of a loss", "May be a scam: ada", "ada and ada2Both write about telescopes and lenses; both are in #ada; both have talked with ada3.",
            "31 posts are probably promotion", "The surest one is shown", "Own link, same text in 3 channels, by its words alone 93% sure.", "17 messages or files could not be used; the first of them:", "ada0 holds together about 15 people", "22 contacts, 13 replies given, 45 received",
            "ada0 ada1 3 times 4 times",
            .. figures.Periods.Select(period => $"{Words.Day(period.From)} {period.Messages} {period.Posts.Posts} "),
            .. figures.Channels.Select(channel => $"#{channel.Name} {channel.Messages} {channel.People} {channel.Posts.Posts} {Words.Percent(channel.Posts.ResponseRate)} "),
            .. figures.Channels.Select(channel => $"#{channel.Name} {channel.Posts.Answered} {channel.Posts.Unanswered} {channel.Posts.NotObserved} "),
        ];
    }

    [GeneratedRegex("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\ufeff\\ufffe\\uffff]", RegexOptions.None, 1000)]
    private static partial Regex TurnsAround();

    [GeneratedRegex("^h[1-6]$", RegexOptions.None, 1000)]
    private static partial Regex Heading();
}
