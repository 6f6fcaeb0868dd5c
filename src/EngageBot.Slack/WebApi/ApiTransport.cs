using System.Globalization;
using System.Text.Json;
using EngageBot.Transport;

namespace EngageBot.Slack.WebApi;

/// <summary>How one attempt at one call looks to Slack, and what the answer says.</summary>
internal sealed class ApiTransport(SlackToken token, HttpTransport http)
{
    /// <exception cref="HttpRequestException">The line failed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        http.SendAsync(request.ToString(), Message(request), Read, cancellationToken);

    private static ApiResponse Read(HttpResponseMessage answer, byte[] body) => new(answer.StatusCode, body)
    {
        RetryAfter = answer.Headers.TryGetValues("Retry-After", out var values) ? Seconds(values.First()) : null,
        Scopes = answer.Headers.TryGetValues("X-OAuth-Scopes", out var scopes) ? [.. string.Join(',', scopes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : null,
        Answer = Status(body),
    };

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null;

    private static ApiStatus? Status(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackJson.Default.ApiStatus);
        }
        catch (JsonException)
        {
            return null; // a page of a server before Slack, or the plain "ok" of a response url
        }
    }

    private HttpRequestMessage Message(ApiRequest request)
    {
        var address = request.Address ?? http.AddressOf(request.Query is { Length: > 0 } query ? $"{request.Method}?{query}" : request.Method);
        var message = new HttpRequestMessage(request.Query is null ? HttpMethod.Post : HttpMethod.Get, address) { Content = request.Body?.Invoke() };
        if (request.Address is null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token.Reveal());
        }

        return message;
    }
}
