using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EngageBot.Slack.WebApi.RateLimits;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.WebApi;

/// <summary>
/// Slack's Web API, with one token. Calls may be made from anywhere at any time: they wait for Slack's limits, and are tried again where that can do no harm.
/// Whatever else comes of them is a <see cref="SlackResult{T}"/>; what is too long for Slack is an <see cref="InvalidRequestException"/> before anything is
/// sent, and a token Slack does not take a <see cref="SlackAuthenticationException"/>. The token appears in no exception, text or log.
/// </summary>
/// <remarks>https://docs.slack.dev/apis/web-api</remarks>
public sealed partial class SlackWebClient : IDisposable
{
    private readonly SlackToken _token;
    private readonly HttpTransport _http;
    private readonly RateLimitHandler _limits;
    private readonly HttpRetries _retries;

    /// <param name="token">The token of a bot, or that of an app for <see cref="OpenConnectionAsync"/>.</param>
    /// <param name="options">Where the API is and how patient the client is.</param>
    /// <param name="clock">For waits and time limits.</param>
    /// <param name="logger">Gets waits and repeated attempts, by method; never a text, an id or a token.</param>
    /// <param name="handler">The sockets, where they need a proxy or certificates of their own. The client disposes it.</param>
    public SlackWebClient(SlackToken token, SlackWebClientOptions options, TimeProvider clock, ILogger logger, HttpMessageHandler? handler = null)
    {
        options.Validate();
        _token = token;
        _http = new HttpTransport(options, handler, clock);
        _limits = new RateLimitHandler(new ApiTransport(token, _http), options, clock, logger);
        _retries = new HttpRetries(options, clock, logger);
    }

    /// <summary>What the token may do, as Slack told with its last answer (<c>X-OAuth-Scopes</c>); null where it has not.</summary>
    public IReadOnlyList<string>? Scopes { get; private set; }

    public void Dispose() => _http.Dispose();

    private static SlackResult<T> Read<T>(ApiRequest request, ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) is { } value ? new SlackResult<T>.Ok(value) : Unreadable<T>(request);
        }
        catch (JsonException)
        {
            return Unreadable<T>(request);
        }
    }

    /// <summary>It was done, but what it brought is lost.</summary>
    private static SlackResult<T> Unreadable<T>(ApiRequest request) => request.IsRepeatable
        ? new SlackResult<T>.Unavailable($"Slack's answer to {request} is not as documented.")
        : new SlackResult<T>.Unknown($"Slack's answer to {request} is not as documented.");

    private static SlackResult<T>? Missed<T>(HttpOutcome<ApiResponse> outcome)
    {
        if (outcome.Fault is { } fault)
        {
            return outcome.MayBeDone ? new SlackResult<T>.Unknown(fault) : new SlackResult<T>.Unavailable(fault);
        }

        return outcome.Response is { IsRateLimited: true, RetryAfter: var wait } ? new SlackResult<T>.RateLimited(wait ?? TimeSpan.Zero) : null;
    }

    private Task<HttpOutcome<ApiResponse>> CallAsync(ApiRequest request, CancellationToken cancellationToken) => _retries.SendAsync(
        request.ToString(),
        request.IsRepeatable,
        token => _limits.SendAsync(request, token),
        response => response.IsFault ? OneLine.Of($"Slack answered {response.Answer?.Error ?? $"{(int)response.Status}"}") : null,
        cancellationToken);

    private async Task<SlackResult<T>> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var outcome = await CallAsync(request, cancellationToken);
        if (Missed<T>(outcome) is { } missed)
        {
            return missed;
        }

        var response = outcome.Response!;
        Scopes = response.Scopes ?? Scopes;
        return response is { IsSuccess: true, Answer.Ok: true } ? Read(request, response.Body.Span, type) : Refusal<T>(request, response);
    }

    private async Task<SlackResult<NoContent>> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var outcome = await CallAsync(request, cancellationToken);
        if (Missed<NoContent>(outcome) is { } missed)
        {
            return missed;
        }

        var response = outcome.Response!;
        var isDone = response is { IsSuccess: true, Answer.Ok: true } || (outcome.IsRepeated && request.DoneBefore is { } done && response.Answer?.Error == done);
        return isDone ? new SlackResult<NoContent>.Ok(new NoContent()) : Refusal<NoContent>(request, response);
    }

    private SlackResult<T> Refusal<T>(ApiRequest request, ApiResponse response)
    {
        var error = response.Answer?.Error is { Length: > 0 } word ? OneLine.Of(word) : $"http_{(int)response.Status}";
        if (request.Address is null && SlackError.IsAboutToken(error))
        {
            throw new SlackAuthenticationException(error, RefusalText.OfToken(_token, request.Method, error));
        }

        return new SlackResult<T>.Refused(error, RefusalText.Of(request.Method, error, response.Answer))
        {
            Needed = response.Answer?.Needed,
            Provided = response.Answer?.Provided,
        };
    }
}
