using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// Sends events, commands and clicks to an app's own address, signed, and again where it does not answer:
/// <see href="https://docs.slack.dev/apis/events-api/"/>.
/// </summary>
public sealed class FakeEventsHttp : IDisposable
{
    private readonly FakeSlackOptions _options;
    private readonly FakeViolations _violations;
    private readonly string _secret;
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Lock _gate = new();
    private readonly List<FakeDelivery> _deliveries = [];

    internal FakeEventsHttp(FakeSlackOptions options, FakeViolations violations, string secret)
    {
        _options = options;
        _violations = violations;
        _secret = secret;
    }

    /// <summary>Where the app listens, <c>http://127.0.0.1:port/</c>; with it all goes there, and nothing over sockets.</summary>
    public Uri? Target { get; set; }

    /// <summary>What goes wrong with a delivery when it is sent for the first time, by its number from 1 on.</summary>
    public Func<FakeDelivery, int, FakeDeliveryFault> Fault { get; set; } = (_, _) => FakeDeliveryFault.None;

    public IReadOnlyList<FakeDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>What Slack asks an address before it sends anything else there; whether the answer was right.</summary>
    public async Task<bool> VerifyUrlAsync(string path = "slack/events")
    {
        var challenge = Guid.NewGuid().ToString("N");
        var body = new JsonObject { ["token"] = "fake-verification", ["challenge"] = challenge, ["type"] = "url_verification" }.ToJsonString();
        var answer = await PostAsync(new FakeHttpPost { Path = path, Body = body });
        return answer.Status == 200 && (answer.Body == challenge || TryParse(answer.Body).Text("challenge") == challenge);
    }

    /// <summary>Sends something of the test's own, well signed or not.</summary>
    public async Task<FakeHttpAnswer> PostAsync(FakeHttpPost post)
    {
        var timestamp = (post.At ?? _options.Clock.GetUtcNow()).ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Target ?? throw new InvalidOperationException("The app has no address."), post.Path));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(post.Body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", post.ContentType);
        request.Headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        if (post.Signature != "")
        {
            request.Headers.TryAddWithoutValidation("X-Slack-Signature", post.Signature ?? FakeSignature.Of(post.Secret ?? _secret, timestamp, post.Body));
        }

        if (post.Retry > 0)
        {
            request.Headers.TryAddWithoutValidation("X-Slack-Retry-Num", post.Retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.TryAddWithoutValidation("X-Slack-Retry-Reason", post.Reason);
        }

        return await SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    internal void Deliver(FakeDelivery delivery)
    {
        int number;
        lock (_gate)
        {
            _deliveries.Add(delivery);
            number = _deliveries.Count;
        }

        _ = DeliverAsync(delivery, Fault(delivery, number));
    }

    private static FakeHttpPost Request(FakeDelivery delivery) => delivery.Type switch
    {
        "events_api" => new FakeHttpPost { Path = "slack/events", Body = delivery.Payload.ToJsonString() },
        "slash_commands" => Form("slack/commands", delivery.Payload.Select(field => (field.Key, field.Value!.ToString()))),
        _ => Form("slack/interactions", [("payload", delivery.Payload.ToJsonString())]),
    };

    private static FakeHttpPost Form(string path, IEnumerable<(string Key, string Value)> fields) => new()
    {
        Path = path,
        Body = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")),
        ContentType = "application/x-www-form-urlencoded",
    };

    private static JsonNode? TryParse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return body.Length == 0 ? null : new JsonObject { ["text"] = body };
        }
    }

    private async Task DeliverAsync(FakeDelivery delivery, FakeDeliveryFault fault)
    {
        var post = Request(delivery);
        for (var retry = 0; retry <= _options.RetryAfter.Count; retry++)
        {
            delivery.Attempts++;
            var answer = fault == FakeDeliveryFault.Lose && retry == 0 ? new FakeHttpAnswer(0, "", Reason: "connection_failed") : await PostAsync(post with { Retry = retry });
            if (fault == FakeDeliveryFault.Duplicate && retry == 0)
            {
                await PostAsync(post with { Retry = 1 });
            }

            if (answer.Status == 200)
            {
                delivery.Ack(answer.Body.Length == 0 ? null : TryParse(answer.Body));
                return;
            }

            if (!delivery.IsEvent || answer.WantsNoRetry || retry == _options.RetryAfter.Count)
            {
                break;
            }

            post = post with { Reason = answer.Reason };
            await delivery.PauseAsync(_options.RetryAfter[retry], _options.Clock);
        }

        delivery.GiveUp();
    }

    private async Task<FakeHttpAnswer> SendAsync(HttpRequestMessage request)
    {
        using var limit = new CancellationTokenSource(_options.AckWithin, _options.Clock);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            return new FakeHttpAnswer((int)response.StatusCode, body, response.Headers.Contains("X-Slack-No-Retry"), "http_error");
        }
        catch (OperationCanceledException)
        {
            _violations.Add($"{request.RequestUri!.AbsolutePath} was not answered within {_options.AckWithin}");
            return new FakeHttpAnswer(0, "", Reason: "http_timeout");
        }
        catch (HttpRequestException)
        {
            return new FakeHttpAnswer(0, "", Reason: "connection_failed");
        }
    }
}
