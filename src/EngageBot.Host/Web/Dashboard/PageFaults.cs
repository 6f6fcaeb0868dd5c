using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>A page that fails is told in the log, by its route, in which nothing stands of who asked or what was sent.</summary>
internal sealed partial class PageFaults(ILogger<PageFaults> logger)
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a request: the others go on.")]
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (Exception fault)
        {
            LogFailed((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?", fault);
            if (!http.Response.HasStarted)
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The page {Route} failed")]
    private partial void LogFailed(string route, Exception fault);
}
