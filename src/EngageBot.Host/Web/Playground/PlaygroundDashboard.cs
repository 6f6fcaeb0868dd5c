using EngageBot.Host.Playground;
using EngageBot.Host.Web.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Web.Playground;

/// <summary>The moderators' pages of the Playground: those of the program, without a way to sign in. Like it they are for this machine alone.</summary>
internal sealed class PlaygroundDashboard(PlaygroundSite site, TimeProvider clock, ILogger<PageFaults> logger)
{
    public WebPart Part => new(routes => new DashboardPages(new TownAccess(site), clock).Map(routes))
    {
        Services = services => services
            .AddSingleton<IAntiforgeryAdditionalDataProvider>(new TownForms(site))
            .AddRateLimiter(options => DashboardPages.AddLimit(options, http => http.Connection.RemoteIpAddress?.ToString() ?? string.Empty)),
        Use = server =>
        {
            server.Use(new PageFaults(logger).RunAsync);
            server.UseRateLimiter();
        },
    };
}
