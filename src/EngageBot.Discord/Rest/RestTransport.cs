using System.Net;
using System.Net.Http.Headers;
using EngageBot.Discord.Rest.RateLimits;

namespace EngageBot.Discord.Rest;

/// <summary>One attempt at one call: headers, time limit, and the answer read in full.</summary>
internal sealed class RestTransport : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly BotToken _token;
    private readonly DiscordRestOptions _options;
    private readonly TimeProvider _clock;
    private readonly Uri _base;
    private readonly string _userAgent;

    public RestTransport(BotToken token, DiscordRestOptions options, HttpMessageHandler handler, TimeProvider clock)
    {
        _http = new HttpMessageInvoker(handler);
        _token = token;
        _options = options;
        _clock = clock;
        _base = options.BaseAddress.AbsoluteUri.EndsWith('/') ? options.BaseAddress : new Uri(options.BaseAddress.AbsoluteUri + "/");
        _userAgent = $"DiscordBot ({options.ProjectAddress}, {options.ProjectVersion})";
    }

    /// <exception cref="HttpRequestException">The line failed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.AttemptTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var answer = await _http.SendAsync(message, either.Token);
            return Read(answer, await answer.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException fault) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{request} took longer than {_options.AttemptTimeout.TotalSeconds:0} s.", fault);
        }
    }

    public void Dispose() => _http.Dispose();

    private static RestResponse Read(HttpResponseMessage answer, byte[] body)
    {
        var isLimited = answer.StatusCode == HttpStatusCode.TooManyRequests;
        return new RestResponse(answer.StatusCode, body)
        {
            RateLimit = RateLimitHeaders.Read(answer.Headers),
            Scope = isLimited ? Scope(answer.Headers) : null,
            RetryAfter = isLimited && RateLimitHeaders.TrySeconds(RateLimitHeaders.Value(answer.Headers, "Retry-After"), out var wait) ? wait : null,
        };
    }

    /// <summary>An answer without a scope comes from what stands before Discord, and is about the address as a whole.</summary>
    private static RateLimitScope Scope(HttpResponseHeaders headers) => RateLimitHeaders.Value(headers, "X-RateLimit-Scope") switch
    {
        "user" => RateLimitScope.User,
        "shared" => RateLimitScope.Shared,
        _ => RateLimitScope.Global,
    };

    private HttpRequestMessage Message(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Route.Method, new Uri(_base, request.Route.Path + request.Query))
        {
            Content = request.Body?.Invoke(),
            Version = HttpVersion.Version11,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (!request.Route.IsInteraction)
        {
            message.Headers.TryAddWithoutValidation("Authorization", "Bot " + _token.Reveal());
        }

        return message;
    }
}
