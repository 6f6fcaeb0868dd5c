using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Dashboard;
using EngageBot.Texts;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>
/// Who is signed in, by a cookie. That he still is a moderator is asked of the platform for every page, which remembers its answer for a minute; where it says no, or
/// cannot say, the session is over.
/// </summary>
internal sealed class DashboardSessions(SignIns signIns, IEnumerable<IChatPlatform> platforms, CommandRouter router, RulesBook rules, TimeProvider clock)
{
    public const string CookieName = "engagebot-session";

    private const int Longest = 100;

    /// <summary>Signs in by a link, which is used up by it.</summary>
    /// <returns>Whether the link was good.</returns>
    public async Task<bool> BeginAsync(HttpContext http, string token)
    {
        if (token.Length > Longest || await signIns.TakeAsync(token, clock.GetUtcNow(), http.RequestAborted) is not { } session)
        {
            return false;
        }

        await EndAsync(http);
        http.Response.Cookies.Append(CookieName, session, Options(http));
        return true;
    }

    /// <summary>Null for who is not signed in, or not any more.</summary>
    /// <param name="isLook">Somebody looks at something; a page that stands open does not keep a session alive.</param>
    public async Task<Asker?> FindAsync(HttpContext http, bool isLook)
    {
        var now = clock.GetUtcNow();
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and <= Longest } session || await signIns.FindAsync(session, now, isLook, http.RequestAborted) is not { } signedIn)
        {
            return null;
        }

        var by = await WithRightsAsync(new Asker(signedIn.Member.Community, signedIn.Member, now) { Language = signedIn.Language }, http.RequestAborted);
        if (!by.IsModerator)
        {
            await EndAsync(http);
            return null;
        }

        return router.InItsLanguage(by);
    }

    public async Task EndAsync(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is { Length: > 0 and <= Longest } session)
        {
            await signIns.EndAsync(session, http.RequestAborted);
            if (!http.Response.HasStarted)
            {
                http.Response.Cookies.Delete(CookieName, Options(http));
            }
        }
    }

    /// <summary>The language of somebody of whom nothing is known but what his browser says.</summary>
    public static TextBook TextsFor(HttpContext http)
    {
        var wanted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value ?? string.Empty);
        return TextBook.In(wanted.FirstOrDefault(language => TextBook.Languages.Contains(language.Split('-')[0].ToLowerInvariant())));
    }

    /// <summary>With what he may do now, by the platform and by the role that the rules name. What cannot be found out he may not.</summary>
    public async Task<Asker> WithRightsAsync(Asker by, CancellationToken cancellationToken)
    {
        if (platforms.FirstOrDefault(one => one.Platform == by.Community.Platform) is not { } platform)
        {
            return by;
        }

        if (await platform.ManagesAsync(by.Member, cancellationToken) == true)
        {
            return by with { ManagesCommunity = true };
        }

        await rules.RefreshAsync(cancellationToken);
        return by with { HasModeratorRole = rules.Of(by.Community).ModeratorRole is { } role && await platform.HasRoleAsync(by.Member, role, cancellationToken) == true };
    }

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/dashboard", IsEssential = true };
}
