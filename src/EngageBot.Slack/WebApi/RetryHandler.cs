using System.Net;
using EngageBot.Slack.WebApi.RateLimits;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.WebApi;

/// <summary>
/// Tries a call again when Slack has a fault or the line breaks, with a growing wait: calls that may be repeated, and any call that never left. A refusal is
/// never repeated.
/// </summary>
internal sealed partial class RetryHandler(RateLimitHandler next, SlackWebClientOptions options, TimeProvider clock, Random random, ILogger logger)
{
    /// <summary>What came of it in the end: an answer, or why there is none.</summary>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var backoff = NewBackoff();
        var isRepeated = false;
        for (var attempt = 1; ; attempt++)
        {
            var (response, fault) = await TryAsync(request, cancellationToken);
            if (response is { IsFault: false })
            {
                return response with { IsRepeated = isRepeated };
            }

            var neverLeft = fault is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            var reason = response is null ? Reason(fault!) : $"Slack answered {response.Answer?.Error ?? ((int)response.Status).ToString()}";
            if (attempt == options.Attempts || (!request.IsRepeatable && !neverLeft))
            {
                return new ApiResponse(response?.Status ?? HttpStatusCode.ServiceUnavailable, default)
                {
                    Fault = $"{request} failed on attempt {attempt}: {reason}.",
                    MayBeDone = !request.IsRepeatable && !neverLeft,
                };
            }

            isRepeated |= !neverLeft;
            var wait = backoff.Next();
            LogRetry(request.Method, attempt, reason, wait);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static string Reason(Exception fault) => OneLine.Of(fault switch
    {
        TimeoutException => "it took too long",
        HttpRequestException http => $"the line broke ({http.HttpRequestError})",
        _ => "the line broke",
    });

    private ReconnectBackoff NewBackoff()
    {
        lock (random)
        {
            return new ReconnectBackoff(options.FirstBackoff, options.LongestBackoff, new Random(random.Next()));
        }
    }

    private async Task<(ApiResponse? Response, Exception? Fault)> TryAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await next.SendAsync(request, cancellationToken), null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return (null, fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Method} failed on attempt {Attempt} ({Reason}), trying again in {Wait}")]
    private partial void LogRetry(string method, int attempt, string reason, TimeSpan wait);
}
