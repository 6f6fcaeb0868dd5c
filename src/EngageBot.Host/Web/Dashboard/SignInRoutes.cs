using EngageBot.Host.Web.Dashboard.Pages;
using EngageBot.Host.Web.Dashboard.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Signing in: the link opens a page with a button, and only pressing that uses it up, so that previews and scanners do not.</summary>
internal sealed class SignInRoutes(DashboardSessions sessions, ProviderSignIn providers)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/enter/{token}", (string token, HttpContext http) => Visits.Page<EnterPage>(http.Visit(by: null), (nameof(EnterPage.Link), token)));
        routes.MapPost("/enter", (Delegate)EnterAsync);
        routes.MapGet("/signed-out", (HttpContext http) => Visits.Page<SignedOutPage>(http.Visit(by: null), (nameof(SignedOutPage.Ways), providers.Ways)));
        providers.Map(routes);
    }

    private async Task<IResult> EnterAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await sessions.BeginAsync(http, form["link"].ToString()))
        {
            return Results.Redirect(DashboardPart.Home);
        }

        var page = Visits.Page<EnterPage>(http.Visit(by: null), (nameof(EnterPage.IsBad), true));
        page.StatusCode = StatusCodes.Status403Forbidden;
        return page;
    }
}
