using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Dashboard.Providers;

/// <summary>What the framework is told of sessions: it keeps none. The pages' own are of <see cref="DashboardSessions"/>.</summary>
internal sealed class OwnSessions : IAuthenticationSignInHandler
{
    public const string Scheme = "own";

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => Task.CompletedTask;

    public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    public Task ChallengeAsync(AuthenticationProperties? properties) => Task.CompletedTask;

    public Task ForbidAsync(AuthenticationProperties? properties) => Task.CompletedTask;

    public Task SignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties) => Task.CompletedTask;

    public Task SignOutAsync(AuthenticationProperties? properties) => Task.CompletedTask;
}
