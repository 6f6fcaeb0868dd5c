using EngageBot.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>
/// Tells a page that something new has happened in its community, and nothing of what. A stream ends after a minute, and the browser asks again with what it heard last: so the
/// session is looked at anew. <see href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>.
/// </summary>
/// <param name="engine">The services of the running program.</param>
internal sealed class EventRoutes(IServiceProvider engine)
{
    public const string Path = DashboardPart.Home + "/events";

    private const int MostStreams = 100;
    private const int LooksOfAStream = 6;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly DashboardReader _reader = engine.GetRequiredService<DashboardReader>();
    private readonly TimeProvider _clock = engine.GetRequiredService<TimeProvider>();
    private int _streams;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events", (Delegate)StreamAsync);

    private async Task<IResult> StreamAsync(HttpContext http)
    {
        if (Interlocked.Increment(ref _streams) > MostStreams)
        {
            Interlocked.Decrement(ref _streams);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            http.Response.ContentType = "text/event-stream";
            await WriteAsync(http, either.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the program ends.
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }

        return Results.Empty;
    }

    private async Task WriteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var heard = http.Request.Headers["Last-Event-ID"].ToString();
        for (var look = 0; look < LooksOfAStream; look++)
        {
            var state = await _reader.PulseAsync(http.Visitor.By!, cancellationToken);
            await http.Response.WriteAsync(heard.Length == 0 || heard == state ? $"id: {state}\n\n" : $"id: {state}\nevent: changed\ndata: \n\n", cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
            heard = state;
            await Task.Delay(BetweenLooks, _clock, cancellationToken);
        }
    }
}
