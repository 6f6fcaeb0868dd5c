using System.Net;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Dashboard;
using EngageBot.Host.Web.Dashboard.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>
/// The moderators' pages of the running program, on its own web server. Every route but those to sign in needs a session; every form a token against forgery; and none is asked more
/// often than a person could.
/// </summary>
internal sealed class DashboardPart
{
    public const string Home = "/dashboard";

    public const string SignedOut = Home + "/signed-out";

    private const string SignIn = "sign-in";

    /// <summary>A minute, of one address.</summary>
    private const int MostSignIns = 20;

    private readonly IServiceProvider _engine;
    private readonly DashboardSettings _settings;
    private readonly DashboardAddress _address;
    private readonly DashboardSessions _sessions;
    private readonly ProviderSignIn _providers;

    /// <param name="engine">The services of the running program.</param>
    public DashboardPart(IServiceProvider engine, DashboardSettings settings)
    {
        (_engine, _settings, _address) = (engine, settings, engine.GetRequiredService<DashboardAddress>());
        _sessions = new DashboardSessions(
            engine.GetRequiredService<SignIns>(), engine.GetServices<IChatPlatform>(), engine.GetRequiredService<CommandRouter>(), engine.GetRequiredService<RulesBook>(), engine.GetRequiredService<TimeProvider>());
        _providers = new ProviderSignIn(engine, settings.Providers, _sessions);
    }

    public WebPart Part => new(Map) { Services = AddServices, Use = Use };

    /// <summary>The web server takes requests: the command may lead here now, if there is a way.</summary>
    public void ListensAt(Uri address) => _address.At = _settings.PublicUrl ?? (address.IsLoopback ? address : null);

    /// <summary>The program itself does no encryption.</summary>
    private bool IsBehindProxy => _settings.PublicUrl?.Scheme == Uri.UriSchemeHttps;

    private void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup(Home).AsPage().AddEndpointFilter(DashboardPages.ChecksFormsAsync).RequireRateLimiting(SignIn);
        new SignInRoutes(_sessions, _providers).Map(open);
        var access = new SessionAccess(new DashboardEngine(_engine), _sessions);
        new DashboardPages(access, _engine.GetRequiredService<TimeProvider>()).Map(routes).MapPost("/sign-out", async (HttpContext http) =>
        {
            await _sessions.EndAsync(http);
            return Results.Redirect(SignedOut);
        });
    }

    private void AddServices(IServiceCollection services)
    {
        _providers.AddServices(services);
        services.AddRateLimiter(options =>
        {
            DashboardPages.AddLimit(options, AddressOf);
            options.AddPolicy(SignIn, http => DashboardPages.Window(AddressOf(http), MostSignIns));
        });
    }

    /// <summary>Behind a proxy all requests come from that; the last address that they were passed on for is the one it saw itself.</summary>
    private string AddressOf(HttpContext http) => IsBehindProxy && IPAddress.TryParse(http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var passedOn)
        ? passedOn.ToString()
        : http.Connection.RemoteIpAddress?.ToString() ?? string.Empty;

    /// <summary>A proxy in front of the program does the encryption: what it is asked for at the public address came encrypted.</summary>
    private void Use(IApplicationBuilder server)
    {
        if (IsBehindProxy)
        {
            server.Use((http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            });
        }

        server.Use(new PageFaults(_engine.GetRequiredService<ILogger<PageFaults>>()).RunAsync);
        server.UseRateLimiter();
        _providers.Use(server);
    }
}
