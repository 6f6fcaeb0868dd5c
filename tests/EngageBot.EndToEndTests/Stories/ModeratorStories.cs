using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>Who manages the community makes the members of a role moderators; what they may holds for as long as they have it.</summary>
public sealed partial class ModeratorStories : TownStory
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachPlatform]
    public async Task The_members_of_a_role_are_moderators_in_chat_and_on_the_pages_until_they_lose_it(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        await town.MakeHelperAsync("bob");
        Assert.Equal(Texts["command.moderators-only"], (await town.TypeAsync("bob", "engage-mod", "rules")).Text);

        var said = await town.FillInAsync(Town.Moderator, await OpenAsync(town, Town.Moderator), ("role", "@helpers"));
        Assert.Contains(platform == TownPlatform.Discord ? "Integrations" : "Whoever may change who is in helpers", said.Text, StringComparison.Ordinal);
        Assert.Contains("members with the role helpers are moderators", (await town.TypeAsync("bob", "engage-mod", "rules")).Text, StringComparison.Ordinal);
        Assert.Equal(Texts["command.moderators-only"], (await town.TypeAsync("carol", "engage-mod", "rules")).Text);

        var refused = await town.FillInAsync("bob", await OpenAsync(town, "bob"), ("role", "waiters"));
        Assert.Contains("Who is a moderator is for those to say", refused.Text, StringComparison.Ordinal);
        Assert.Contains(Texts["rules.done"], (await town.FillInAsync("bob", await OpenAsync(town, "bob"), ("approvals", "2"))).Text, StringComparison.Ordinal);

        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new() });
        var overview = await EnterAsync(browser, new Uri(Link().Match((await town.TypeAsync("bob", "engage-mod", "dashboard")).Text).Value));
        Assert.Contains("<h1>", await browser.GetStringAsync(overview), StringComparison.Ordinal);

        await town.LoseRoleAsync("bob");
        Assert.Equal(Texts["command.moderators-only"], (await town.TypeAsync("bob", "engage-mod", "rules")).Text);
        town.Wait(TimeSpan.FromMinutes(2)); // A page may go by what was known a minute ago.
        using var page = await browser.GetAsync(overview);
        Assert.Contains("/dashboard/signed-out", page.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["2"], await town.Bot.RowsAsync("SELECT MAX(revision) FROM rule_revisions"));
    }

    /// <summary>The form about moderators, as it opens in chat.</summary>
    private static async Task<Shown> OpenAsync(Town town, string who)
    {
        var others = await town.PressAsync(who, await town.TypeAsync(who, "engage-mod", "rules"), Texts["rules.button.others"]);
        return await town.PressAsync(who, others, Texts["rules.button.team"]);
    }

    /// <summary>Follows a link and presses the button behind it; the address of the pages.</summary>
    private static async Task<Uri> EnterAsync(HttpClient browser, Uri link)
    {
        var fields = Hidden().Matches(await browser.GetStringAsync(link)).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value));
        using var entered = await browser.PostAsync(new Uri(link, "/dashboard/enter"), new FormUrlEncodedContent(fields));
        return entered.RequestMessage!.RequestUri!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/dashboard/enter/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hidden();
}
