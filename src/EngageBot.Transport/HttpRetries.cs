using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace EngageBot.Transport;

/// <summary>
/// Tries a call again when the other side has a fault or the line breaks, with a growing wait: calls that may be repeated, and any call that never left. A refusal
/// is never repeated.
/// </summary>
/// <param name="logger">Gets each further attempt, by the call's name.</param>
public sealed partial class HttpRetries(HttpOptions options, TimeProvider clock, ILogger logger)
{
    /// <param name="name">The call without what is secret in it.</param>
    /// <param name="isRepeatable">Doing it twice is the same as doing it once.</param>
    /// <param name="attempt">Makes one attempt.</param>
    /// <param name="faultOf">The fault that an answer tells of, in words; null for an answer that counts.</param>
    public async Task<HttpOutcome<T>> SendAsync<T>(
        string name, bool isRepeatable, Func<CancellationToken, Task<T>> attempt, Func<T, string?> faultOf, CancellationToken cancellationToken)
        where T : class
    {
        var backoff = new ReconnectBackoff(options.FirstBackoff, options.LongestBackoff, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        var isRepeated = false;
        for (var number = 1; ; number++)
        {
            var (response, cause) = await TryAsync(attempt, cancellationToken);
            if ((response is null ? Reason(cause!) : faultOf(response)) is not { } reason)
            {
                return new HttpOutcome<T>(response, Fault: null, Cause: null) { IsRepeated = isRepeated };
            }

            var neverLeft = cause is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            if (number == options.Attempts || (!isRepeatable && !neverLeft))
            {
                return new HttpOutcome<T>(response, $"{name} failed on attempt {number}: {reason}.", cause) { MayBeDone = !isRepeatable && !neverLeft };
            }

            isRepeated |= !neverLeft;
            var wait = backoff.Next();
            LogRetry(name, number, reason, wait);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static string Reason(Exception fault) => fault is TimeoutException ? "it took too long" : $"the line broke ({TransportFaults.NameOf(fault)})";

    private static async Task<(T? Response, Exception? Cause)> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await attempt(cancellationToken), null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return (null, fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Call} failed on attempt {Attempt} ({Reason}), trying again in {Wait}")]
    private partial void LogRetry(string call, int attempt, string reason, TimeSpan wait);
}
