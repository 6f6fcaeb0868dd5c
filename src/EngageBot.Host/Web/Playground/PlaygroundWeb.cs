using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using EngageBot.History;
using EngageBot.Host.Playground;
using EngageBot.Host.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Playground;

/// <summary>
/// The pages and the interface of the Playground. It is for this machine alone: who asks for it under another name than this machine's, as a page from elsewhere could make a
/// browser do, gets nothing; and what changes something needs a token that only its own pages have.
/// </summary>
internal sealed class PlaygroundWeb(PlaygroundSite site, PlaygroundDrop dropped, TimeProvider clock) : IDisposable
{
    public const string Api = "/playground/api";

    private const int LargestOrder = 64 * 1024;

    /// <summary>For a report: a page that needs nothing else, in which nothing runs.</summary>
    private const string ReportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-popups";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly TokenBucketRateLimiter _limiter = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 60,
        TokensPerPeriod = 20,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

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
        routes.MapPost("/playground/{what}", FormAsync).DisableAntiforgery(); // It is checked by hand, and says so in a sentence.
        routes.MapGet($"{Api}/state", StateAsync);
        routes.MapGet($"{Api}/opinion/{{number:long}}", OpinionAsync);
        routes.MapGet($"{Api}/file/{{number:long}}", FileOf);
        routes.MapGet("/playground/report", (HttpContext http) => Written(http, dropped.Report));
        routes.MapGet("/playground/card", (HttpContext http) => Written(http, dropped.Card));
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
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<IResult> PageAsync(HttpContext http, IAntiforgery forgery, string? @as, string? channel, long? message)
    {
        var state = new PlaygroundState { Version = "0", IsOpen = false };
        PlaygroundOpinion? opinion = null;
        if (site.Stage is { } stage)
        {
            var view = new PlaygroundView(stage);
            state = await view.StateAsync(@as, channel, http.RequestAborted);
            opinion = (message ?? state.Spotlight?.Number) is { } number ? await view.OpinionAsync(number, http.RequestAborted) : null;
        }

        var token = forgery.GetAndStoreTokens(http).RequestToken ?? string.Empty;
        return new RazorComponentResult<PlaygroundPage>(new { State = state, Opinion = opinion, Token = token });
    }

    private async Task<IResult> StateAsync(HttpContext http, string? @as, string? channel)
    {
        var state = site.Stage is { } stage ? await new PlaygroundView(stage).StateAsync(@as, channel, http.RequestAborted) : new PlaygroundState { Version = "0", IsOpen = false };
        return Results.Json(state, Json);
    }

    private async Task<IResult> OpinionAsync(HttpContext http, long number) =>
        site.Stage is { } stage && await new PlaygroundView(stage).OpinionAsync(number, http.RequestAborted) is { } opinion ? Results.Json(opinion, Json) : Results.NotFound();

    private IResult FileOf(long number) => site.Stage?.Town.World.Message(number) switch
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
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PlaygroundDrop.Largest;
        }

        if (await RefusalAsync(http, forgery, PlaygroundDrop.Largest) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await dropped.TakeAsync(http.Request.Body, name, http.RequestAborted);
        }
        catch (HistoryException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        site.Restart(dropped.History);
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
            site.Restart();
            return Results.Json(new PlaygroundResult(), Json);
        }

        return order is not null && site.Stage is { } stage && await PlaygroundOrders.DoAsync(what, order, stage, http.RequestAborted) is { } result
            ? Results.Json(result, Json)
            : Results.UnprocessableEntity();
    }

    /// <summary>For browsers without: a plain form, and the page again.</summary>
    private async Task<IResult> FormAsync(HttpContext http, IAntiforgery forgery, string what)
    {
        if (await RefusalAsync(http, forgery) is { } refusal)
        {
            return refusal;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var order = new PlaygroundOrder
        {
            As = form["as"].ToString(),
            Channel = form["channel"].ToString(),
            Text = form["text"].ToString(),
            Name = form["name"].ToString(),
            Message = long.TryParse(form["message"], out var message) ? message : 0,
            ReplyTo = long.TryParse(form["replyTo"], out var replyTo) ? replyTo : null,
            Speed = int.TryParse(form["speed"], out var speed) ? speed : 1,
            IsOn = form["isOn"] == "true",
        };
        if (site.Stage is { } stage && await PlaygroundOrders.DoAsync(what, order, stage, http.RequestAborted) is not null && what == "jump")
        {
            await JumpedAsync(stage, http.RequestAborted);
        }

        return Results.LocalRedirect($"/?as={Uri.EscapeDataString(order.As)}&channel={Uri.EscapeDataString(order.Channel)}");
    }

    /// <summary>A page without scripts does not come back by itself: it waits a while for the bot.</summary>
    private async Task JumpedAsync(PlaygroundStage stage, CancellationToken cancellationToken)
    {
        for (var look = 0; look < 100 && stage.Driver.IsJumping; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }
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

        return await forgery.IsRequestValidAsync(http) ? null : Results.Text("This form is too old: load the page again.", statusCode: StatusCodes.Status400BadRequest);
    }
}
