using System.Globalization;
using System.Text.Json.Nodes;
using EngageBot.Discord.Rest;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Writes answers as Discord does.</summary>
internal static class FakeRestWriter
{
    public static async Task WriteAsync(HttpContext http, FakeRestAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            http.Response.ContentType = body is JsonValue ? "text/html" : "application/json";
            await http.Response.WriteAsync(body is JsonValue text ? text.ToString() : body.ToJsonString(), http.RequestAborted);
        }
    }

    /// <summary>A 429 of Discord's. <see href="https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit"/>.</summary>
    public static FakeRestAnswer Limited(HttpContext http, RateLimitScope scope, TimeSpan retryAfter)
    {
        var headers = http.Response.Headers;
        headers["Retry-After"] = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = scope switch { RateLimitScope.Global => "global", RateLimitScope.Shared => "shared", _ => "user" };
        if (scope == RateLimitScope.Global)
        {
            headers["X-RateLimit-Global"] = "true";
        }

        return new FakeRestAnswer(429, new JsonObject
        {
            ["message"] = scope == RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = Math.Round(retryAfter.TotalSeconds, 3),
            ["global"] = scope == RateLimitScope.Global,
            ["code"] = 0,
        });
    }

    /// <summary>A 429 of what stands before Discord.</summary>
    public static FakeRestAnswer Banned(HttpContext http, TimeSpan retryAfter)
    {
        http.Response.Headers["Retry-After"] = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new FakeRestAnswer(429, JsonValue.Create("<html><title>Access denied</title></html>"));
    }
}
