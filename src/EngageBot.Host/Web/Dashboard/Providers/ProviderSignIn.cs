using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Dashboard;
using EngageBot.Host.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Dashboard.Providers;

/// <summary>
/// Signing in by a platform, with OAuth's code and a proof key. The platform only says who somebody is; what he manages is asked of the bot's own connection. What the platform
/// gave out is thrown away then: the session is the same as by a link.
/// </summary>
/// <param name="engine">The services of the running program.</param>
internal sealed class ProviderSignIn(IServiceProvider engine, IReadOnlyList<SignInProvider> providers, DashboardSessions sessions)
{
    private const string Path = DashboardPart.Home + "/sign-in";
    private const string CommunityClaim = "community";

    /// <summary>Of a bot that is in more, those where the person is known come first.</summary>
    private const int MostCommunities = 50;

    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    private readonly DashboardAddress _address = engine.GetRequiredService<DashboardAddress>();
    private readonly ServedCommunities _served = engine.GetRequiredService<ServedCommunities>();
    private readonly SignIns _signIns = engine.GetRequiredService<SignIns>();
    private readonly TimeProvider _clock = engine.GetRequiredService<TimeProvider>();

    /// <summary>The ways in, as they are shown.</summary>
    public IReadOnlyList<(string Address, string Title)> Ways => _address.At is null ? [] : [.. providers.Select(provider => ($"{Path}/{provider.Name}", provider.Title))];

    public void AddServices(IServiceCollection services)
    {
        if (providers.Count == 0)
        {
            return;
        }

        services.AddTransient<OwnSessions>();
        var authentication = services.AddAuthentication(options =>
        {
            options.AddScheme<OwnSessions>(OwnSessions.Scheme, displayName: null);
            options.DefaultScheme = OwnSessions.Scheme;
        });
        foreach (var provider in providers)
        {
            authentication.AddOAuth(provider.Name, provider.Title, options => Configure(options, provider));
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        if (providers.Count == 0)
        {
            return;
        }

        routes.MapGet("/sign-in/{provider}", (string provider) => _address.At is not null && providers.Any(one => one.Name == provider)
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = DashboardPart.Home }, [provider])
            : Results.Redirect(DashboardPart.SignedOut));
        routes.MapGet("/sign-in/{provider}/callback", () => Results.Redirect(DashboardPart.SignedOut)); // Counted here, and answered before it comes to this.
    }

    /// <summary>Behind the counting of requests.</summary>
    public void Use(IApplicationBuilder server)
    {
        if (providers.Count == 0)
        {
            return;
        }

        server.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && _address.At is { } at)
            {
                (http.Request.Scheme, http.Request.Host) = (at.Scheme, new HostString(at.Authority)); // A platform sends nobody anywhere but here.
            }

            return next(http);
        });
        server.UseAuthentication();
    }

    private void Configure(OAuthOptions options, SignInProvider provider)
    {
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (provider.AuthorizeAt.AbsoluteUri, provider.TokenAt.AbsoluteUri);
        options.CallbackPath = $"{Path}/{provider.Name}/callback";
        options.Scope.Add(provider.Scope);
        options.UsePkce = true;
        options.SaveTokens = false;
        options.SignInScheme = OwnSessions.Scheme; // It never comes to that.
        (options.RemoteAuthenticationTimeout, options.BackchannelTimeout) = (LongestWay, LongestCall);
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest); // On this machine alone there is no encryption.
        options.Events = new OAuthEvents
        {
            OnCreatingTicket = context => LearnAsync(context, provider),
            OnTicketReceived = context => EnterAsync(context, provider),
            OnRemoteFailure = context =>
            {
                context.Response.Redirect(DashboardPart.SignedOut);
                context.HandleResponse();
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Who it is; the token is kept nowhere.</summary>
    private static async Task LearnAsync(OAuthCreatingTicketContext context, SignInProvider provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserAt);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        var account = provider.Read(await answer.Content.ReadFromJsonAsync<JsonElement>(context.HttpContext.RequestAborted))
            ?? throw new AuthenticationFailureException("The platform did not say who it is.");
        context.Identity!.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Account));
        if (account.Community is { } community)
        {
            context.Identity.AddClaim(new Claim(CommunityClaim, community));
        }
    }

    private async Task EnterAsync(TicketReceivedContext context, SignInProvider provider)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var account = context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var moderated = await ModeratedAsync(
            provider.Platform, new SignInAccount(account, context.Principal!.FindFirstValue(CommunityClaim)), DashboardSessions.TextsFor(http).Language, http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = WebPages.Policy;
        if (moderated.Count == 0)
        {
            var refused = Visits.Page<RefusedPage>(http.Visit(by: null));
            refused.StatusCode = StatusCodes.Status403Forbidden;
            await refused.ExecuteAsync(http);
            return;
        }

        var links = await LinksAsync(moderated, http.RequestAborted);
        if (links is [var (link, _)] && await sessions.BeginAsync(http, link))
        {
            http.Response.Redirect(DashboardPart.Home);
            return;
        }

        await Visits.Page<ChoosePage>(http.Visit(by: null), (nameof(ChoosePage.Links), links)).ExecuteAsync(http);
    }

    /// <summary>One for each community, as the command gives them.</summary>
    private async Task<IReadOnlyList<(string Link, string Community)>> LinksAsync(IReadOnlyList<(Asker By, string Community)> moderated, CancellationToken cancellationToken)
    {
        List<(string Link, string Community)> links = [];
        foreach (var (by, community) in moderated)
        {
            links.Add((await _signIns.OfferAsync(by, cancellationToken), community));
        }

        return links;
    }

    /// <summary>Where he is a moderator, as the platform tells the bot itself.</summary>
    private async Task<IReadOnlyList<(Asker By, string Community)>> ModeratedAsync(Platform platform, SignInAccount account, string language, CancellationToken cancellationToken)
    {
        List<(Asker By, string Community)> moderated = [];
        foreach (var community in await _served.OfAsync(platform, account.Account, account.Community, MostCommunities, cancellationToken))
        {
            var by = await sessions.WithRightsAsync(new Asker(community.Id, new MemberId(community.Id, account.Account), _clock.GetUtcNow()) { Language = language }, cancellationToken);
            if (by.IsModerator)
            {
                moderated.Add((by, community.Name));
            }
        }

        return moderated;
    }
}
