using System.Net;
using System.Net.Http.Headers;
using EngageBot.Discord.Rest.RateLimits;
using EngageBot.Transport;

namespace EngageBot.Discord.Rest;

/// <summary>How one attempt at one call looks to Discord, and what the answer says.</summary>
internal sealed class RestTransport(BotToken token, DiscordRestOptions options, HttpTransport http)
{
    private readonly string _userAgent = $"DiscordBot ({options.ProjectAddress}, {options.ProjectVersion})";

    /// <exception cref="HttpRequestException">The line failed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken) =>
        http.SendAsync(request.ToString(), Message(request), Read, cancellationToken);

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
        var message = new HttpRequestMessage(request.Route.Method, http.AddressOf(request.Route.Path + request.Query)) { Content = request.Body?.Invoke() };
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (!request.Route.IsInteraction)
        {
            message.Headers.TryAddWithoutValidation("Authorization", "Bot " + token.Reveal());
        }

        return message;
    }
}
