using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EngageBot.Chat;
using EngageBot.Host.Web.Dashboard.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Tests.Host.Web;

/// <summary>
/// A platform by which people sign in: it signs in whom the test says, and holds whoever asks to the protocol. <see href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1"/>,
/// <see href="https://www.rfc-editor.org/rfc/rfc7636"/>.
/// </summary>
internal sealed class FakeAuthority : IAsyncDisposable
{
    public const string Token = "an-access-token";

    private const string Id = "client-1";
    private const string Secret = "a-client-secret";

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, (string Challenge, string RedirectUri)> _codes = [];
    private readonly ConcurrentQueue<string> _violations = [];
    private int _codesGiven;

    private FakeAuthority()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/authorize", (Delegate)Authorize);
        _server.MapPost("/token", (Delegate)ExchangeAsync);
        _server.MapGet("/me", (Delegate)Me);
    }

    /// <summary>Who is signed in there.</summary>
    public string Account { get; set; } = "mod";

    /// <summary>The only place to which it sends anybody; null until the first one who asks.</summary>
    public string? Registered { get; set; }

    /// <summary>Codes that were turned into tokens.</summary>
    public int Exchanges { get; private set; }

    public IReadOnlyCollection<string> Violations => _violations;

    public static async Task<FakeAuthority> StartAsync()
    {
        var authority = new FakeAuthority();
        await authority._server.StartAsync();
        return authority;
    }

    /// <summary>As a provider of the platform of the tests.</summary>
    public SignInProvider Provider(string secret = Secret) => SignInProvider.Discord(Id, secret) with
    {
        Platform = Platform.File,
        AuthorizeAt = new Uri($"{_server.Urls.First()}/authorize"),
        TokenAt = new Uri($"{_server.Urls.First()}/token"),
        UserAt = new Uri($"{_server.Urls.First()}/me"),
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        var redirect = query["redirect_uri"].ToString();
        Registered ??= redirect;
        Demand(redirect == Registered, $"redirect_uri {redirect}");
        Demand(query["client_id"] == Id, "client_id");
        Demand(query["response_type"] == "code", "response_type");
        Demand(query["scope"] == "identify", "scope");
        Demand(query["state"].ToString().Length > 40, "state");
        Demand(query["code_challenge_method"] == "S256" && query["code_challenge"].ToString().Length == 43, "code_challenge");
        var code = $"code-{Interlocked.Increment(ref _codesGiven)}";
        _codes[code] = (query["code_challenge"].ToString(), redirect);
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> ExchangeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var isKnown = _codes.TryRemove(form["code"].ToString(), out var given); // Good once.
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != Id || form["client_secret"] != Secret || form["grant_type"] != "authorization_code" || !isKnown || proof != given.Challenge || form["redirect_uri"] != given.RedirectUri)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: (int)HttpStatusCode.BadRequest);
        }

        Exchanges++;
        return Results.Json(new { access_token = Token, token_type = "Bearer", expires_in = 600, refresh_token = "a-refresh-token", scope = "identify" });
    }

    private IResult Me(HttpContext http) => http.Request.Headers.Authorization == $"Bearer {Token}" ? Results.Json(new { id = Account, username = "whoever" }) : Results.Unauthorized();

    private void Demand(bool holds, string what)
    {
        if (!holds)
        {
            _violations.Enqueue(what);
        }
    }
}
