using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>The pages of the running program, for moderators who are signed in.</summary>
internal sealed class SessionAccess(DashboardEngine engine, DashboardSessions sessions) : DashboardAccess
{
    public override async ValueTask<object?> LetInAsync(HttpContext http, bool isLook, Func<ValueTask<object?>> answer)
    {
        if (await sessions.FindAsync(http, isLook) is not { } by)
        {
            return Results.Redirect(DashboardPart.SignedOut);
        }

        Enter(http, engine, by);
        return await answer();
    }
}
