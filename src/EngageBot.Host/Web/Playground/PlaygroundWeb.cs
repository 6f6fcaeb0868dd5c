using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using EngageBot.History;
using EngageBot.Host.Playground;
using EngageBot.Host.Web.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Playground;

/// <summary>
/// The pages and the interface of the Playground. It is for this machine alone: who asks for it under another name than this machine's, as a page from elsewhere could make a
/// browser do, gets nothing; and what changes something needs a token that only its own pages have.
/// </summary>
internal sealed class PlaygroundWeb : IDisposable
{
    public const string Api = "/playground/api";

    private const int LargestOrder = 64 * 1024;

    /// <summary>For a report: a page that needs nothing else, in which nothing runs.</summary>
    private const string ReportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-popups";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly PlaygroundSite _site;
    private readonly PlaygroundDrop _dropped;
    private readonly PlaygroundPages _pages;
    private readonly PlaygroundForms _forms;

    private readonly TokenBucketRateLimiter _limiter = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 60,
        TokensPerPeriod = 20,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    public PlaygroundWeb(PlaygroundSite site, PlaygroundDrop dropped, TimeProvider clock)
    {
        (_site, _dropped, _pages) = (site, dropped, new PlaygroundPages(site, dropped));
        _forms = new PlaygroundForms(site, dropped, _pages, clock);
    }

    public WebPart Part => new(Map)
    {
        // The keys of the tokens are nobody's after the program ends.
        Services = services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()),
        Use = server => server.Use(OnlyHereAsync),
    };

    public void Dispose() => _limiter.Dispose();

    private void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", PageAsync).AsPage();
        routes.MapPost("/playground/{what}", FormAsync).AsPage().DisableAntiforgery(); // It is checked by hand, and says so in a sentence.
        routes.MapGet($"{Api}/state", StateAsync);
        routes.MapGet($"{Api}/opinion/{{number:long}}", OpinionAsync);
        routes.MapGet($"{Api}/file/{{number:long}}", FileOf);
        routes.MapGet("/playground/report", (HttpContext http) => Written(http, _dropped.Report));
        routes.MapGet("/playground/card", (HttpContext http) => Written(http, _dropped.Card));
        routes.MapPost($"{Api}/history", HistoryAsync).DisableAntiforgery();
        routes.MapPost($"{Api}/{{what}}", OrderAsync).DisableAntiforgery();
    }

    private static async Task OnlyHereAsync(HttpContext http, RequestDelegate next)
    {
        var host = http.Request.Host.Host;
        if (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || address.Equals(http.Connection.LocalIpAddress))))
        {
            await AnswerAsync(http, next);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
    }

    /// <summary>Whoever asks while one town gives way to another asks again.</summary>
    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException && !http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private Task<IResult> PageAsync(HttpContext http, string? @as, string? channel, long? message) => _pages.ShowAsync(http, new PlaygroundSight(@as, channel, message));

    private async Task<IResult> StateAsync(HttpContext http, string? @as, string? channel)
    {
        var state = _site.Stage is { } stage ? await new PlaygroundView(stage, DashboardSessions.TextsFor(http)).StateAsync(@as, channel, http.RequestAborted) : new PlaygroundState { Version = "0", IsOpen = false };
        return Results.Json(state, Json);
    }

    private async Task<IResult> OpinionAsync(HttpContext http, long number) =>
        _site.Stage is { } stage && await new PlaygroundView(stage, DashboardSessions.TextsFor(http)).OpinionAsync(number, http.RequestAborted) is { } opinion ? Results.Json(opinion, Json) : Results.NoContent(); // A message of the town before, or one that was deleted since: nothing is wrong.

    private IResult FileOf(long number) => _site.Stage?.Town.World.Message(number) switch
    {
        { Picture: { } picture } => Results.File(picture.Png.ToArray(), "image/png"),
        { File: { } file } when file.Name.EndsWith(".png", StringComparison.Ordinal) => Results.File(file.Bytes.ToArray(), "image/png"),
        { File: { } file } => Results.File(file.Bytes.ToArray(), "application/octet-stream", file.Name),
        _ => Results.NotFound(),
    };

    private static IResult Written(HttpContext http, string? file)
    {
        http.Response.Headers.ContentSecurityPolicy = ReportPolicy;
        return file is null ? Results.NotFound() : Results.File(file, "text/html; charset=utf-8");
    }

    /// <summary>A file that was dropped on the page; the Playground begins afresh with it.</summary>
    private async Task<IResult> HistoryAsync(HttpContext http, IAntiforgery forgery, string name)
    {
        AllowHistory(http);
        if (await RefusalAsync(http, forgery, PlaygroundDrop.Largest) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await _dropped.TakeAsync(http.Request.Body, name, http.RequestAborted);
        }
        catch (HistoryException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        _site.Restart(_dropped.History);
        return Results.NoContent();
    }

    /// <summary>For browsers with scripts.</summary>
    private async Task<IResult> OrderAsync(HttpContext http, IAntiforgery forgery, string what)
    {
        if (await RefusalAsync(http, forgery) is { } refusal)
        {
            return refusal;
        }

        PlaygroundOrder? order;
        try
        {
            order = await JsonSerializer.DeserializeAsync<PlaygroundOrder>(http.Request.Body, Json, http.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        if (what == "restart")
        {
            _site.Restart();
            return Results.Json(new PlaygroundResult(), Json);
        }

        return order is not null && _site.Stage is { } stage && await PlaygroundOrders.DoAsync(what, order with { Language = DashboardSessions.TextsFor(http).Language }, stage, http.RequestAborted) is { } result
            ? Results.Json(result, Json)
            : Results.UnprocessableEntity();
    }

    /// <summary>For browsers without.</summary>
    private async Task<IResult> FormAsync(HttpContext http, IAntiforgery forgery, string what)
    {
        var isHistory = what == PlaygroundForms.History;
        if (isHistory)
        {
            AllowHistory(http);
        }

        return await RefusalAsync(http, forgery, isHistory ? PlaygroundDrop.Largest : LargestOrder) ?? await _forms.DoAsync(http, what);
    }

    private static void AllowHistory(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PlaygroundDrop.Largest;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = PlaygroundDrop.Largest }));
    }

    /// <summary>Null where the order may be read.</summary>
    private async Task<IResult?> RefusalAsync(HttpContext http, IAntiforgery forgery, long largest = LargestOrder)
    {
        if (http.Request.ContentLength is not { } length || length > largest)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var lease = _limiter.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await forgery.IsRequestValidAsync(http) ? null : Results.Text(DashboardSessions.TextsFor(http)["playground.old"], statusCode: StatusCodes.Status400BadRequest);
    }
}
