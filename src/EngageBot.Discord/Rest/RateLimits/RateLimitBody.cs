using System.Net;
using System.Text.Json;

namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>What a 429 says in its body, which is more exact than its headers.</summary>
internal static class RateLimitBody
{
    /// <summary>Discord always says how long to wait; whatever stands before it may not.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);

    public static RestResponse Complete(RestResponse response)
    {
        if (response.Status != HttpStatusCode.TooManyRequests)
        {
            return response;
        }

        var body = Read(response.Body);
        return response with
        {
            RetryAfter = body is { RetryAfter: > 0 and < 1_000_000 } ? TimeSpan.FromSeconds(body.RetryAfter) : response.RetryAfter ?? Unsaid,
            Scope = body is { Global: true } ? RateLimitScope.Global : response.Scope,
        };
    }

    private static RateLimitError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, RestJson.Default.RateLimitError);
        }
        catch (JsonException)
        {
            return null; // a page of HTML from what stands before Discord
        }
    }
}
