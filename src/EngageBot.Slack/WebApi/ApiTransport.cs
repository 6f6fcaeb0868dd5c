using System.Globalization;
using System.Net;
using System.Text.Json;

namespace EngageBot.Slack.WebApi;

/// <summary>One attempt at one call: headers, time limit, and the answer read in full.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly SlackToken _token;
    private readonly SlackWebClientOptions _options;
    private readonly TimeProvider _clock;
    private readonly Uri _base;

    public ApiTransport(SlackToken token, SlackWebClientOptions options, HttpMessageHandler handler, TimeProvider clock)
    {
        _http = new HttpMessageInvoker(handler);
        _token = token;
        _options = options;
        _clock = clock;
        _base = options.BaseAddress.AbsoluteUri.EndsWith('/') ? options.BaseAddress : new Uri(options.BaseAddress.AbsoluteUri + "/");
    }

    /// <exception cref="HttpRequestException">The line failed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
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

    private static ApiResponse Read(HttpResponseMessage answer, byte[] body) => new(answer.StatusCode, body)
    {
        RetryAfter = answer.Headers.TryGetValues("Retry-After", out var values) ? Seconds(values.First()) : null,
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
        var address = request.Address ?? new Uri(_base, request.Query is { Length: > 0 } query ? $"{request.Method}?{query}" : request.Method);
        var message = new HttpRequestMessage(request.Query is null ? HttpMethod.Post : HttpMethod.Get, address)
        {
            Content = request.Body?.Invoke(),
            Version = HttpVersion.Version11,
        };
        if (request.Address is null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _token.Reveal());
        }

        return message;
    }
}
