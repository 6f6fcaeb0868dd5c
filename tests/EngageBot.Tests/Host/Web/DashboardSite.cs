using System.Net;
using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Dashboard;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Web;

/// <summary>The moderators' pages of a story, on a real socket.</summary>
internal sealed partial class DashboardSite : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly WebServer _server;

    private DashboardSite(LiveStory story, DashboardSettings settings, TaskCompletionSource<Uri> listening)
    {
        Story = story;
        var pages = new DashboardPart(story.Services, settings);
        _server = new WebServer(new IPEndPoint(IPAddress.Loopback, 0), [pages.Part, WebPages.Part, HealthRoutes.Part(story.Services)], TimeProvider.System, NullLogger<WebServer>.Instance)
        {
            Listening = address =>
            {
                pages.ListensAt(address);
                listening.SetResult(address);
            },
        };
        _running = _server.RunAsync(_stop.Token);
    }

    public LiveStory Story { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>All routes that there are.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)_server.Build()).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>"mod" manages the community.</summary>
    public static async Task<DashboardSite> OpenAsync(LiveStory story, DashboardSettings? settings = null)
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var site = new DashboardSite(story, settings ?? new DashboardSettings(IsOn: true, PublicUrl: null), listening);
        site.Address = await listening.Task.WaitAsync(TestTime.Patience);
        story.Platform.Managers.Add(TestTime.Member("mod"));
        return site;
    }

    /// <summary>A browser with cookies of its own, which follows no redirect by itself.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>What the command gives a moderator.</summary>
    public async Task<Uri> LinkAsync() => Assert.IsType<CommandReply.Says>(await Story.TypeAsync("mod", "dashboard", isModerator: true)).Link!;

    /// <summary>A browser that is signed in.</summary>
    public async Task<HttpClient> SignedInAsync() => await EnterAsync(await LinkAsync());

    /// <summary>The same for somebody of any community, who manages it.</summary>
    public async Task<HttpClient> SignedInAsync(MemberId member)
    {
        Story.Platform.Managers.Add(member);
        var by = new Asker(member.Community, member, Story.Clock.GetUtcNow()) { ManagesCommunity = true };
        return await EnterAsync(new Uri(Address, $"dashboard/enter/{await Story.Services.GetRequiredService<SignIns>().OfferAsync(by, CancellationToken.None)}"));
    }

    public async Task<HttpClient> EnterAsync(Uri link)
    {
        var browser = Browser();
        var answer = await PressAsync(browser, link.PathAndQuery, "/dashboard/enter");
        Assert.Equal("/dashboard", answer.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>Opens a page and sends in the first of its forms that leads somewhere and has something in it, with other values in some of its fields.</summary>
    public static async Task<HttpResponseMessage> PressAsync(HttpClient browser, string page, string action, string having = "", params (string Name, string Value)[] changes)
    {
        var form = Forms(await browser.GetStringAsync(page)).First(form => form.Action == action && form.Html.Contains(having, StringComparison.Ordinal));
        var fields = new Dictionary<string, string>(form.Fields);
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return await browser.PostAsync(action, new FormUrlEncodedContent(fields));
    }

    public static IReadOnlyList<(string Action, string Html, IReadOnlyDictionary<string, string> Fields)> Forms(string page) =>
    [
        .. Form().Matches(page).Where(form => form.Value.Contains("method=\"post\"", StringComparison.Ordinal)).Select(form => (
            Attribute(form.Value, "action"),
            WebUtility.HtmlDecode(form.Value),
            (IReadOnlyDictionary<string, string>)Input().Matches(form.Value).ToDictionary(input => Attribute(input.Value, "name"), input => Attribute(input.Value, "value")))),
    ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        Assert.True(Story.Faults.All.Count == 0, string.Join('\n', Story.Faults.All));
        await Story.DisposeAsync();
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Input();
}
