using System.Collections.Concurrent;
using System.Net;
using System.Text;
using EngageBot.Slack;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;

namespace EngageBot.Tests.Slack.WebApi;

/// <summary>Slack's API without a line: it answers what the test tells it to, and keeps what it was sent.</summary>
internal sealed class ApiServer : HttpMessageHandler
{
    public const string Token = "xoxb-very-secret";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpResponseMessage>>> _answers = new(StringComparer.Ordinal);

    public ApiServer(SlackToken? token = null, Func<SlackWebClientOptions, SlackWebClientOptions>? change = null)
    {
        var options = new SlackWebClientOptions { AttemptTimeout = TimeSpan.FromHours(1) };
        Client = new SlackWebClient(token ?? new BotToken(Token), change?.Invoke(options) ?? options, Clock, Log, this);
    }

    public VirtualClock Clock { get; } = new(TestTime.Noon);

    public SlackWebClient Client { get; }

    public LineLogger<SlackWebClient> Log { get; } = new();

    public ConcurrentQueue<ApiCall> Calls { get; } = new();

    public ApiCall LastCall => Calls.Last();

    /// <summary>What the next call of a method gets; without any, <c>ok</c> alone.</summary>
    public ApiServer Answer(string method, string json, HttpStatusCode status = HttpStatusCode.OK, int? retryAfter = null) =>
        Do(method, () =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            if (retryAfter is { } seconds)
            {
                answer.Headers.TryAddWithoutValidation("Retry-After", $"{seconds}");
            }

            return answer;
        });

    public ApiServer Limit(string method, int retryAfter) => Answer(method, """{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests, retryAfter);

    public ApiServer Do(string method, Func<HttpResponseMessage> answer)
    {
        _answers.GetOrAdd(method, _ => new()).Enqueue(answer);
        return this;
    }

    /// <summary>Lets the clock run until something is done; how long it took by that clock.</summary>
    public async Task<TimeSpan> PassTimeAsync(Task task)
    {
        var start = Clock.GetUtcNow();
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
            if (!task.IsCompleted)
            {
                Clock.MoveTo(Clock.GetUtcNow() + TimeSpan.FromMilliseconds(250));
            }
        }

        await task;
        return Clock.GetUtcNow() - start;
    }

    public async Task<T> WaitAsync<T>(Task<T> task)
    {
        await PassTimeAsync(task);
        return await task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var authorization = request.Headers.TryGetValues("Authorization", out var values) ? string.Join(',', values) : null;
        var call = new ApiCall(request.Method.Method, request.RequestUri!, authorization, request.Content?.Headers.ContentType?.ToString(), body, Clock.GetUtcNow());
        Calls.Enqueue(call);
        return _answers.TryGetValue(call.Method, out var queue) && queue.TryDequeue(out var answer)
            ? answer()
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"ok":true}""") };
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
