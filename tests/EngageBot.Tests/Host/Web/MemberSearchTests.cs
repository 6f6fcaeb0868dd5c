using System.Net;
using EngageBot.Chat;
using EngageBot.Dashboard;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Web;

/// <summary>A moderator names members by what they are called.</summary>
public sealed class MemberSearchTests
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachEngine]
    public async Task A_member_is_found_by_his_name_a_part_of_it_or_his_id(TestEngine engine)
    {
        await using var story = await StoryAsync(engine);
        var finder = new MemberFinder(story.Database.Source);
        Assert.Equal([new MemberName("u1", "Ada_L")], await finder.FindAsync(TestTime.Community, " @ada_l ", CancellationToken.None));
        Assert.Equal([new MemberName("u1", "Ada_L")], await finder.FindAsync(TestTime.Community, "A_l", CancellationToken.None)); // Not any letter in the middle.
        Assert.Equal([new MemberName("u3", "Bob")], await finder.FindAsync(TestTime.Community, "u3", CancellationToken.None));
        Assert.Equal(["u3", "u4"], (await finder.FindAsync(TestTime.Community, "bob", CancellationToken.None)).Select(member => member.Id));
        Assert.Equal(["u5"], (await finder.FindAsync(TestTime.Community, "50%", CancellationToken.None)).Select(member => member.Id));
        foreach (var nobody in (string[])["zed", "%", "", "@", "gone", "quiet", "robot"])
        {
            Assert.True((await finder.FindAsync(TestTime.Community, nobody, CancellationToken.None)).All(member => member.Id == "u5" && nobody == "%"), nobody);
        }

        Assert.Empty(await finder.FindAsync(new CommunityId(Platform.File, "other"), "bob", CancellationToken.None));
        Assert.Equal(["50% off", "AdaXL", "Ada_L", "Bob", "Bob"], (await finder.OfferedAsync(TestTime.Community, CancellationToken.None)).Select(member => member.Name));
    }

    [Fact]
    public async Task The_log_is_shown_of_one_member_who_is_named()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        Assert.Contains("#board", await browser.GetStringAsync("/dashboard/activity"), StringComparison.Ordinal);
        var html = await browser.GetStringAsync("/dashboard/activity?member=ada_l");
        Assert.Contains(Texts["log.none"], html, StringComparison.Ordinal); // What is on the board was said to nobody in particular.
        Assert.Contains("value=\"Ada_L\"", html, StringComparison.Ordinal);
        Assert.Equal(["-", "u1"], await site.Story.Database.RowsAsync("SELECT w.platform_id FROM log_looks l LEFT JOIN members w ON w.id = l.about ORDER BY l.id"));
    }

    [Fact]
    public async Task Where_several_or_none_are_called_so_that_is_asked_and_nothing_is_looked_at()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        var several = await browser.GetStringAsync("/dashboard/activity?member=bob");
        Assert.Contains("/dashboard/activity?member=u3", several, StringComparison.Ordinal);
        Assert.Contains("/dashboard/activity?member=u4", several, StringComparison.Ordinal);
        var hostile = await browser.GetStringAsync($"/dashboard/activity?member={Uri.EscapeDataString("<script>alert(1)</script>")}");
        Assert.Contains(Texts["dashboard.activity.nobody"], hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", hostile, StringComparison.Ordinal);
        Assert.Empty(await site.Story.Database.RowsAsync("SELECT id FROM log_looks"));
    }

    [Fact]
    public async Task A_command_takes_a_name_as_well()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var looked = await DashboardSite.PressAsync(browser, "/dashboard/commands", "/dashboard/do", "value=\"log\"", ("o.member", "Ada_L"));
        Assert.Contains(Texts["log.none"], await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["u1"], await site.Story.Database.RowsAsync("SELECT w.platform_id FROM log_looks l LEFT JOIN members w ON w.id = l.about"));
        using var unclear = await DashboardSite.PressAsync(browser, "/dashboard/commands", "/dashboard/do", "value=\"log\"", ("o.member", "bob"));
        Assert.Contains(Texts["dashboard.activity.unclear"], await unclear.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await site.Story.Database.RowsAsync("SELECT id FROM log_looks"));
    }

    [Fact]
    public async Task A_form_that_cannot_be_taken_is_shown_again_as_it_was_filled_in()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var opened = await DashboardSite.PressAsync(browser, "/dashboard/commands", "/dashboard/do", "value=\"notice\"");
        var form = DashboardSite.Forms(await opened.Content.ReadAsStringAsync()).Single(one => one.Fields.GetValueOrDefault("button") == "notice:write:0");
        var fields = new Dictionary<string, string>(form.Fields) { ["f.channel"] = "#nowhere-at-all" };
        using var answer = await browser.PostAsync("/dashboard/do", new FormUrlEncodedContent(fields));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Equal("#nowhere-at-all", DashboardSite.Forms(html).Single(one => one.Fields.GetValueOrDefault("button") == "notice:write:0").Fields["f.channel"]);
    }

    [Fact]
    public async Task Somebody_is_sought_for_a_post_from_its_page()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignedInAsync();
        using var sought = await DashboardSite.PressAsync(browser, "/dashboard/waiting", "/dashboard/do", Texts["command.find.on-message"]);
        Assert.Equal(HttpStatusCode.OK, sought.StatusCode);
        Assert.DoesNotContain(Texts["command.failed"], await sought.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<DashboardSite> SiteAsync()
    {
        var story = await StoryAsync(TestEngine.Sqlite);
        await story.AskAsync();
        await story.PassAsync(12);
        return await DashboardSite.OpenAsync(story);
    }

    private static async Task<LiveStory> StoryAsync(TestEngine engine)
    {
        var story = await LiveStory.BeginAsync(engine);
        MemberSeen Seen(string id, string name) => new(TestTime.Community, TestTime.Noon, TestTime.Member(id)) { Name = name };
        await story.HappenAsync(
            Seen("u1", "Ada_L"),
            Seen("u2", "AdaXL"),
            Seen("u3", "Bob"),
            Seen("u4", "Bob"),
            Seen("u5", "50% off"),
            Seen("u6", "quiet"),
            Seen("u7", "gone"),
            Seen("u8", "robot") with { IsBot = true },
            new MemberChoice.LeavesOut(TestTime.Community, TestTime.Noon, TestTime.Member("u6")),
            new MemberLeft(TestTime.Community, TestTime.Noon, TestTime.Member("u7")));
        return story;
    }
}
