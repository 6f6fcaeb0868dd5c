using EngageBot.Commands;
using EngageBot.Host.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Tries rules before they are saved: the same form as for saving, sent in by another of its buttons.</summary>
internal static class PreviewRoutes
{
    public const string Path = DashboardPart.Home + "/rules/preview";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/rules/preview", (Delegate)PreviewAsync);

    private static async Task<IResult> PreviewAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var visitor = http.Visitor;
        return !ActionRoutes.IsTooMuch(form)
            && ActionRoutes.Read(form, visitor.By!) is CommandRequest.Submitted typed
            && await http.Engine.Reader.PreviewAsync(typed, visitor.Texts, http.RequestAborted) is { } model
            ? Visits.Page<PreviewPage>(visitor, (nameof(PreviewPage.Model), model))
            : Results.BadRequest();
    }
}
