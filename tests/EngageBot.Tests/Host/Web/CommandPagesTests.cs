using System.Net;
using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Host.Web.Dashboard;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Web;

/// <summary>A moderator does on the pages whatever the commands do.</summary>
public sealed class CommandPagesTests
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Fact]
    public async Task Every_command_of_moderators_names_its_page_or_why_it_is_for_chat_alone()
    {
        await using var site = await SiteAsync();
        var commands = site.Story.EveryCommand.Where(command => command is { IsForModerators: true, IsListed: true }).Select(command => command.Name).ToList();
        Assert.Contains("rules", commands);
        Assert.Equal(commands.Order(StringComparer.Ordinal), CommandPages.All.Select(one => one.Command).Concat(CommandPages.InChatAlone.Keys).Order(StringComparer.Ordinal));
        Assert.All(CommandPages.InChatAlone.Values, reason => Assert.Matches(@"^[A-Z].{20,}\.$", reason));
        using var browser = await site.SignedInAsync();
        foreach (var (command, page) in CommandPages.All)
        {
            var html = await browser.GetStringAsync(DashboardPart.Home + page);
            Assert.True(DoesIt(command, html, site.Story.EveryCommand.Single(one => one.Name == command && one.IsForModerators)), $"{command} is not on {page}");
        }
    }

    [Fact]
    public async Task A_channel_is_looked_after_or_left_alone_and_given_waits_of_its_own_where_the_rules_are()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        Assert.Equal("usual", ChoiceOf(await browser.GetStringAsync("/dashboard/rules")));
        using var ignored = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", "name=\"o.channel\" value=\"help\"", ("o.state", "ignore"));
        Assert.Equal("ignore", ChoiceOf(await browser.GetStringAsync("/dashboard/rules")));
        Assert.Equal(["help"], site.Story.Book.Of(TestTime.Community).IgnoredChannels);
        var waits = DashboardSite.Forms(await browser.GetStringAsync("/dashboard/rules"))
            .Single(one => one.Fields.GetValueOrDefault("o.channel") == "help" && one.Fields.GetValueOrDefault("o.state") == "waits");
        using var form = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(waits.Fields));
        var fields = DashboardSite.Forms(await form.Content.ReadAsStringAsync()).Single(one => one.Fields.GetValueOrDefault("button") == "channel:waits:0").Fields;
        using var set = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["f.most"] = "6 h" }));
        Assert.Equal(TimeSpan.FromHours(6), Assert.Single(site.Story.Book.Of(TestTime.Community).Channels).WaitAtMost);
        Assert.Equal(
            [Texts["dashboard.button.save"], Texts["dashboard.button.change"]],
            Regex.Matches(await browser.GetStringAsync("/dashboard/rules"), "aria-describedby=\"channel-help\">(?<label>[^<]+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(button => button.Groups["label"].Value));
    }

    [Fact]
    public async Task Texts_are_worded_and_quiet_hours_set_where_the_rules_are()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var opened = await DashboardSite.PressAsync(browser, "/dashboard/rules", "/dashboard/do", "value=\"texts:board-title:0\"");
        var form = DashboardSite.Forms(await opened.Content.ReadAsStringAsync()).Single(one => one.Fields.GetValueOrDefault("button") == "texts:board-title:0");
        using var worded = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(new Dictionary<string, string>(form.Fields) { ["f.words"] = "Who knows?" }));
        using var hours = await DashboardSite.PressAsync(
            browser, "/dashboard/rules", "/dashboard/do", "value=\"quiet-hours\"", ("o.from", "22:00"), ("o.to", "08:00"), ("o.zone", "Europe/Berlin"));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/dashboard/rules"));
        Assert.Contains($"Who knows? <span class=\"quiet small\">board.title · {Texts["dashboard.texts.own"]}</span>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"o.zone\" type=\"text\" maxlength=\"200\" autocomplete=\"off\" value=\"Europe/Berlin\"", page, StringComparison.Ordinal);
    }

    /// <summary>By the same form, or by one of the page's own that is named here.</summary>
    private static bool DoesIt(string command, string html, ISlashCommand described) => command switch
    {
        "log" => html.Contains("id=\"member\" name=\"member\"", StringComparison.Ordinal),
        "rules" => RulesForms.Names.All(form => html.Contains($"value=\"rules:{form}:0\"", StringComparison.Ordinal)),
        "texts" => OwnTexts.Names.All(text => html.Contains($"value=\"{TextsCommand.ButtonOf(text)}\"", StringComparison.Ordinal)),
        _ => DashboardSite.Forms(html).Any(form => form.Fields.GetValueOrDefault("command") == command
            && described.Options.All(option => form.Html.Contains($"name=\"o.{option.Name}\"", StringComparison.Ordinal))),
    };

    private static string ChoiceOf(string html) =>
        Regex.Match(html, "id=\"state-help\" name=\"o.state\">.*?<option value=\"(?<choice>[a-z]+)\" selected", RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups["choice"].Value;

    private static async Task<DashboardSite> SiteAsync()
    {
        var story = await LiveStory.BeginAsync(TestEngine.Sqlite, _ => new CommunityRules());
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("help")) { Name = "help", Visibility = ChannelVisibility.Everyone });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).By("ada").In("help"));
        return await DashboardSite.OpenAsync(story);
    }
}
