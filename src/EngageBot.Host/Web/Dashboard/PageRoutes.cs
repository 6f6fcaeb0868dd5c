using System.Globalization;
using EngageBot.Commands;
using EngageBot.Dashboard;
using EngageBot.Host.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>The pages, each what the product tells whoever is signed in.</summary>
internal static class PageRoutes
{
    private const int UsualDays = 28;
    private const int MostDays = 365;
    private const int MostPages = 1_000;
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Show(routes, string.Empty, OverviewAsync);
        Show(routes, "/waiting", WaitingAsync);
        Show(routes, "/activity", ActivityAsync);
        Show(routes, "/people", PeopleAsync);
        Show(routes, "/introductions", IntroductionsAsync);
        Show(routes, "/queue", QueueAsync);
        Show(routes, "/rules", RulesAsync);
        Show(routes, "/digest", DigestAsync);
        routes.MapGet("/privacy", (HttpContext http) => Visits.Page<PrivacyPage>(http.Visitor, (nameof(PrivacyPage.Days), Reader(http).DaysKept(By(http)))));
        Show(routes, "/health", HealthAsync);
        Show(routes, "/commands", CommandsAsync);
    }

    /// <summary>As a handler whose answer counts, which a function of a request alone would not be taken for.</summary>
    private static void Show(IEndpointRouteBuilder routes, string path, Func<HttpContext, Task<IResult>> page) => routes.MapGet(path, (Delegate)page);

    private static async Task<IResult> OverviewAsync(HttpContext http) => Visits.Page<OverviewPage>(
        http.Visitor,
        (nameof(OverviewPage.Model), await Reader(http).OverviewAsync(By(http), Number(http, "days", UsualDays, 1, MostDays), http.Visitor.Texts, http.RequestAborted)),
        (nameof(OverviewPage.Commands), CommandPages.On(string.Empty, http.Engine.Router)),
        (nameof(OverviewPage.Channels), await ChannelsAsync(http)));

    private static async Task<IResult> WaitingAsync(HttpContext http) =>
        Visits.Page<WaitingPage>(http.Visitor, (nameof(WaitingPage.Posts), await Reader(http).WaitingAsync(By(http), http.RequestAborted)));

    private static async Task<IResult> ActivityAsync(HttpContext http)
    {
        var (number, written) = (Number(http, "page", usual: 0, least: 0, MostPages), http.Request.Query["member"].ToString().Trim());
        var found = written.Length is 0 or > LongestName ? [] : await Reader(http).FindMembersAsync(By(http), written, http.RequestAborted);
        var page = written.Length == 0 || found.Count == 1
            ? await Reader(http).ActivityAsync(By(http), found is [var one] ? one.Id : null, number, http.Visitor.Texts, http.RequestAborted)
            : null;
        return Visits.Page<ActivityPage>(
            http.Visitor,
            (nameof(ActivityPage.Model), page),
            (nameof(ActivityPage.Number), number),
            (nameof(ActivityPage.Found), found),
            (nameof(ActivityPage.IsAboutOne), written.Length > 0),
            (nameof(ActivityPage.Members), await Reader(http).MembersAsync(By(http), http.RequestAborted)));
    }

    private static async Task<IResult> PeopleAsync(HttpContext http) => Visits.Page<PeoplePage>(
        http.Visitor,
        (nameof(PeoplePage.Model), await Reader(http).PeopleAsync(By(http), http.Visitor.Texts, http.RequestAborted)),
        (nameof(PeoplePage.Commands), CommandPages.On("/people", http.Engine.Router)),
        (nameof(PeoplePage.Channels), await ChannelsAsync(http)));

    private static async Task<IResult> IntroductionsAsync(HttpContext http) => Visits.Page<IntroductionsPage>(
        http.Visitor,
        (nameof(IntroductionsPage.Model), await Reader(http).IntroducedAsync(By(http), http.Visitor.Texts, http.RequestAborted)),
        (nameof(IntroductionsPage.Standing), await RunAsync(http, "round", ("what", "show"))),
        (nameof(IntroductionsPage.Command), http.Engine.Router.Listed.First(command => command is { Name: "round", IsForModerators: true })));

    private static async Task<IResult> QueueAsync(HttpContext http) => Visits.Page<QueuePage>(
        http.Visitor,
        (nameof(QueuePage.Reply), await RunAsync(http, "queue")),
        (nameof(QueuePage.Commands), CommandPages.On("/queue", http.Engine.Router)),
        (nameof(QueuePage.Channels), await ChannelsAsync(http)));

    private static async Task<IResult> RulesAsync(HttpContext http)
    {
        var (model, channels) = (await Reader(http).RulesAsync(By(http), http.Visitor.Texts, http.RequestAborted), await ChannelsAsync(http));
        IReadOnlyCollection<string> own = model.Channels.Count == channels.Count ? ["rules", "texts", "channel"] : ["rules", "texts"];
        return Visits.Page<RulesPage>(
            http.Visitor,
            (nameof(RulesPage.Reply), await RunAsync(http, "rules")),
            (nameof(RulesPage.Model), model),
            (nameof(RulesPage.Commands), CommandPages.On(CommandPages.Rules, http.Engine.Router, own)),
            (nameof(RulesPage.Channels), channels));
    }

    private static async Task<IResult> DigestAsync(HttpContext http) => Visits.Page<DigestPage>(
        http.Visitor, (nameof(DigestPage.Form), Reader(http).DigestForm(By(http), http.Visitor.Texts)), (nameof(DigestPage.Last), await Reader(http).LastDigestAsync(By(http), http.RequestAborted)));

    private static async Task<IResult> HealthAsync(HttpContext http) =>
        Visits.Page<HealthPage>(http.Visitor, (nameof(HealthPage.Model), await Reader(http).HealthAsync(By(http), http.Visitor.Texts, http.RequestAborted)));

    private static async Task<IResult> CommandsAsync(HttpContext http) => Visits.Page<CommandsPage>(
        http.Visitor,
        (nameof(CommandsPage.Commands), http.Engine.Router.Listed.Where(command => command is { IsForModerators: true, IsListed: true } && !CommandPages.InChatAlone.ContainsKey(command.Name)).ToList()),
        (nameof(CommandsPage.Members), await Reader(http).MembersAsync(By(http), http.RequestAborted)),
        (nameof(CommandsPage.Channels), await ChannelsAsync(http)));

    private static Task<IReadOnlyList<(string Id, string Name)>> ChannelsAsync(HttpContext http) => Reader(http).ChannelsAsync(By(http), http.RequestAborted);

    private static DashboardReader Reader(HttpContext http) => http.Engine.Reader;

    private static Asker By(HttpContext http) => http.Visitor.By!;

    /// <summary>What a command of moderators says.</summary>
    private static Task<CommandReply> RunAsync(HttpContext http, string command, params (string Name, string Value)[] options) => http.Engine.Router.RunAsync(
        new CommandRequest.Typed(By(http), command) { IsForModerators = true, Options = options.ToDictionary(option => option.Name, option => option.Value) }, http.RequestAborted);

    /// <summary>What stands in the address, where it is such a number.</summary>
    private static int Number(HttpContext http, string name, int usual, int least, int most) =>
        int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : usual;
}
