using EngageBot.Host.Playground;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Host.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Playground;

/// <summary>The Playground's page.</summary>
internal sealed class PlaygroundPages(PlaygroundSite site, PlaygroundDrop dropped)
{
    public async Task<IResult> ShowAsync(HttpContext http, PlaygroundSight sight)
    {
        var texts = DashboardSessions.TextsFor(http);
        var state = new PlaygroundState { Version = "0", IsOpen = false };
        PlaygroundOpinion? opinion = null;
        if (site.Stage is { } stage)
        {
            var view = new PlaygroundView(stage, texts);
            state = await view.StateAsync(sight.As, sight.Channel, http.RequestAborted);
            opinion = (sight.Message ?? state.Spotlight?.Number) is { } number ? await view.OpinionAsync(number, http.RequestAborted) : null;
        }

        return new RazorComponentResult<PlaygroundPage>(new
        {
            State = state with { Texts = texts },
            Opinion = opinion,
            Token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken ?? string.Empty,
            sight.Message,
            sight.Note,
            sight.Form,
            HasReport = dropped.Report is not null,
        });
    }
}
