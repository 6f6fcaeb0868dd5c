using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EngageBot.Discord.Rest.Wire;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Rest;

/// <summary>
/// Discord's HTTP API, version 10. Calls may be made from anywhere at any time: they wait for Discord's rate limits, and are tried again where that can do no
/// harm. Calls to one bucket leave in order, several at once; who needs them to arrive in order waits for each answer. What
/// Discord refuses comes back as a <see cref="RestResult{T}"/>; what is too long for Discord is an <see cref="InvalidRequestException"/> before anything is
/// sent. The token appears in no exception, text or log.
/// </summary>
/// <remarks>https://discord.com/developers/docs/reference</remarks>
public sealed partial class DiscordRestClient : IDisposable
{
    private readonly HttpTransport _http;
    private readonly RateLimitHandler _rateLimits;
    private readonly HttpRetries _retries;

    /// <param name="token">The bot's token.</param>
    /// <param name="options">Where the API is and how patient the client is.</param>
    /// <param name="clock">For waits and time limits.</param>
    /// <param name="logger">Gets waits and repeated attempts, by route; never a text, an id or a token.</param>
    /// <param name="handler">The sockets, where they need a proxy or certificates of their own. The client disposes it.</param>
    public DiscordRestClient(
        BotToken token,
        DiscordRestOptions options,
        TimeProvider clock,
        ILogger<DiscordRestClient> logger,
        HttpMessageHandler? handler = null)
    {
        options.Validate();
        _http = new HttpTransport(options, handler, clock);
        _rateLimits = new RateLimitHandler(new RestTransport(token, options, _http), options, clock, logger);
        _retries = new HttpRetries(options, clock, logger);
    }

    public void Dispose()
    {
        _rateLimits.Dispose();
        _http.Dispose();
    }

    private static RestResult<T> Refusal<T>(RestResponse response)
    {
        if (response.Status == HttpStatusCode.TooManyRequests)
        {
            var scope = response.Scope ?? RateLimitScope.User;
            return new RestResult<T>.RateLimited(response.RetryAfter ?? TimeSpan.Zero, scope, RefusalText.Of(scope));
        }

        var error = RefusalText.Read(response.Body);
        return new RestResult<T>.Refused((JsonErrorCode)(error?.Code ?? 0), RefusalText.Of(error, response.Status), response.Status);
    }

    private static bool IsDoneBefore(RestRequest request, RestResponse response) =>
        response.IsRepeated && request.DoneBefore is { } code && RefusalText.Read(response.Body)?.Code == (int)code;

    /// <exception cref="DiscordUnavailableException">Discord had a fault or the line broke, and trying again did not help, or may not be tried.</exception>
    private async Task<RestResponse> CallAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var outcome = await _retries.SendAsync(
            request.ToString(),
            request.IsRepeatable,
            token => _rateLimits.SendAsync(request, token),
            response => (int)response.Status >= 500 ? $"Discord answered {(int)response.Status}" : null,
            cancellationToken);
        return outcome.Fault is null ? outcome.Response! with { IsRepeated = outcome.IsRepeated } : throw new DiscordUnavailableException(outcome.Fault, outcome.Cause);
    }

    private async Task<RestResult<T>> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var response = await CallAsync(request, cancellationToken);
        if (!response.IsSuccess)
        {
            return Refusal<T>(response);
        }

        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, type) is { } value
                ? new RestResult<T>.Ok(value)
                : throw new DiscordUnavailableException($"Discord's answer to {request} is empty.", innerException: null);
        }
        catch (JsonException fault)
        {
            throw new DiscordUnavailableException($"Discord's answer to {request} could not be read: {fault.Message}", fault);
        }
    }

    private async Task<RestResult<NoContent>> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var response = await CallAsync(request, cancellationToken);
        return response.IsSuccess || IsDoneBefore(request, response) ? new RestResult<NoContent>.Ok(default) : Refusal<NoContent>(response);
    }
}
