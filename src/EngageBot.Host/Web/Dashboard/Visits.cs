using EngageBot.Commands;
using EngageBot.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Requests read as visits, and pages as answers.</summary>
internal static class Visits
{
    extension(HttpContext http)
    {
        /// <summary>Who is signed in; only behind the check for it.</summary>
        public Visitor Visitor => (Visitor)http.Items[typeof(Visitor)]!;

        /// <summary>The bot whose pages they are; only behind the same check.</summary>
        public DashboardEngine Engine => (DashboardEngine)http.Items[typeof(DashboardEngine)]!;

        public Visitor Visit(Asker? by) =>
            new(by, by is null ? DashboardSessions.TextsFor(http) : TextBook.In(by.Language), http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!);
    }

    /// <param name="parameters">Of the page, by their names, besides the visitor.</param>
    public static RazorComponentResult<TPage> Page<TPage>(Visitor visitor, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TPage : IComponent
    {
        Dictionary<string, object?> all = new() { [nameof(Visitor)] = visitor };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return new RazorComponentResult<TPage>(all) { PreventStreamingRendering = true };
    }
}
