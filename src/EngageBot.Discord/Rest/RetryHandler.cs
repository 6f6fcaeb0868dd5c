using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Rest;

/// <summary>
/// Tries a call again when Discord answers 5xx or the line breaks, with a growing wait: calls that may be repeated, and any call that never left. A refusal
/// (4xx) is never repeated.
/// </summary>
internal sealed partial class RetryHandler(RateLimitHandler next, DiscordRestOptions options, TimeProvider clock, Random random, ILogger logger)
{
    /// <exception cref="DiscordUnavailableException">It did not help, or may not be tried.</exception>
    public async Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var backoff = new ReconnectBackoff(options.FirstBackoff, options.LongestBackoff, random);
        var isRepeated = false;
        for (var attempt = 1; ; attempt++)
        {
            var (response, fault) = await TryAsync(request, cancellationToken);
            if (response is not null && (int)response.Status < 500)
            {
                return response with { IsRepeated = isRepeated };
            }

            var neverLeft = fault is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            var reason = response is null ? fault!.Message : $"Discord answered {(int)response.Status}.";
            if (attempt == options.Attempts || !request.IsRepeatable && !neverLeft)
            {
                throw new DiscordUnavailableException($"{request} failed on attempt {attempt}: {reason}", fault);
            }

            isRepeated |= !neverLeft;
            var wait = backoff.Next();
            LogRetry(request.Route.ToString(), attempt, reason, wait);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<(RestResponse? Response, Exception? Fault)> TryAsync(RestRequest request, CancellationToken cancellationToken)
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

    [LoggerMessage(LogLevel.Warning, "{Route} failed on attempt {Attempt} ({Reason}), trying again in {Wait}")]
    private partial void LogRetry(string route, int attempt, string reason, TimeSpan wait);
}
