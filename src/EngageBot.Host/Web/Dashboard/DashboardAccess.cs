using EngageBot.Commands;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Whose pages are shown, and to whom: everything that is asked of a page passes through here.</summary>
internal abstract class DashboardAccess
{
    /// <summary>Answers whoever may look; who may not is sent away.</summary>
    /// <param name="isLook">Somebody looks at something; a page that stands open does not keep a session alive.</param>
    /// <param name="answer">Finds the visitor, and the bot whose pages they are, in the request.</param>
    public abstract ValueTask<object?> LetInAsync(HttpContext http, bool isLook, Func<ValueTask<object?>> answer);

    protected static void Enter(HttpContext http, DashboardEngine engine, Asker by, bool isPlayground = false)
    {
        http.Items[typeof(DashboardEngine)] = engine;
        http.Items[typeof(Visitor)] = http.Visit(by) with { IsInPlayground = isPlayground };
    }
}
