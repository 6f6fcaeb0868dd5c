using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>
/// Tells a page that something new has happened in its community, and nothing of what. Who may look is asked anew each time. A stream ends after a minute, and the browser asks again
/// with what it heard last. <see href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>.
/// </summary>
/// <param name="clock">Passes while nobody does anything, also where another one stands still.</param>
internal sealed class EventRoutes(DashboardAccess access, TimeProvider clock)
{
    public const string Path = DashboardPart.Home + "/events";

    private const int MostStreams = 100;
    private const int LooksOfAStream = 6;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

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
            var first = await LookAsync(http, either.Token);
            if (first is not string state)
            {
                return (IResult)first!;
            }

            http.Response.ContentType = "text/event-stream";
            await WriteAsync(http, state, either.Token);
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

    /// <summary>How it stands now, as a word; or where he is sent who may not look.</summary>
    private ValueTask<object?> LookAsync(HttpContext http, CancellationToken cancellationToken) =>
        access.LetInAsync(http, isLook: false, async () => await http.Engine.Reader.PulseAsync(http.Visitor.By!, cancellationToken));

    private async Task WriteAsync(HttpContext http, string first, CancellationToken cancellationToken)
    {
        object? now = first;
        var heard = http.Request.Headers["Last-Event-ID"].ToString();
        for (var look = 1; now is string state; look++)
        {
            await http.Response.WriteAsync(heard.Length == 0 || heard == state ? $"id: {state}\n\n" : $"id: {state}\nevent: changed\ndata: \n\n", cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
            heard = state;
            await Task.Delay(BetweenLooks, clock, cancellationToken);
            now = look < LooksOfAStream ? await LookAsync(http, cancellationToken) : null;
        }
    }
}
