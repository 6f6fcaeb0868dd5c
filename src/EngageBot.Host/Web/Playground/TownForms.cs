using EngageBot.Host.Playground;
using EngageBot.Host.Web.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Playground;

/// <summary>A form of the moderators' pages is good only in the town that it was shown for: what it names would be something else in another. The Playground's own page lives through all.</summary>
internal sealed class TownForms(PlaygroundSite site) : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) =>
        context.Request.Path.StartsWithSegments(DashboardPart.Home, StringComparison.Ordinal) ? site.Stage?.Town.Id ?? string.Empty : string.Empty;

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
}
