using System.Runtime.CompilerServices;
using EngageBot.Host.Playground;
using EngageBot.Host.Web.Dashboard;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Playground;

/// <summary>
/// The pages of the town that is open, for whoever sits at this machine: he is its moderator. What is asked of a page is done in the town's turn, on its clock; a page of a town that
/// is gone shows nothing more.
/// </summary>
internal sealed class TownAccess(PlaygroundSite site) : DashboardAccess
{
    private const string Playground = "/";

    /// <summary>What the pages use of a town goes with it.</summary>
    private readonly ConditionalWeakTable<PlaygroundTown, DashboardEngine> _engines = [];

    public override async ValueTask<object?> LetInAsync(HttpContext http, bool isLook, Func<ValueTask<object?>> answer)
    {
        if (site.Stage?.Town is not { IsOpen: true } town)
        {
            return Results.Redirect(Playground);
        }

        try
        {
            return await town.VisitAsync(
                async by =>
                {
                    var engine = _engines.GetValue(town, one => new DashboardEngine(one.Services));
                    Enter(http, engine, engine.Router.InItsLanguage(by with { Language = DashboardSessions.TextsFor(http).Language }), isPlayground: true);
                    return await answer();
                },
                isDeed: HttpMethods.IsPost(http.Request.Method),
                http.RequestAborted);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Results.Redirect(Playground); // Another town begins.
        }
    }
}
