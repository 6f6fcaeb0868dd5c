using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>The moderators' pages, whoever's they are. Every route asks who may look; every form needs a token against forgery; and none is asked more often than a person could.</summary>
/// <param name="clock">By which open pages are told of news.</param>
internal sealed class DashboardPages(DashboardAccess access, TimeProvider clock)
{
    private const string Limit = "page";

    /// <summary>A minute, of one address.</summary>
    private const int Most = 300;

    /// <returns>The routes that only those reach who may look.</returns>
    public RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(DashboardPart.Home).AsPage().AddEndpointFilter(ChecksFormsAsync).RequireRateLimiting(Limit);
        new EventRoutes(access, clock).Map(all);
        var pages = all.MapGroup(string.Empty).AddEndpointFilter((context, next) => access.LetInAsync(context.HttpContext, isLook: true, () => next(context)));
        PageRoutes.Map(pages);
        ActionRoutes.Map(pages);
        PreviewRoutes.Map(pages);
        return pages;
    }

    /// <param name="addressOf">Who asks.</param>
    public static void AddLimit(RateLimiterOptions options, Func<HttpContext, string> addressOf)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Limit, http => Window(addressOf(http), Most));
    }

    /// <param name="most">A minute.</param>
    public static RateLimitPartition<string> Window(string address, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });

    public static async ValueTask<object?> ChecksFormsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsPost(http.Request.Method) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? Results.Text(DashboardSessions.TextsFor(http)["dashboard.old-form"], statusCode: StatusCodes.Status400BadRequest)
            : await next(context);
    }
}
