using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>A fake Slack with a workspace, a channel, a member, and a plain client. What was done wrong fails the test at its end, unless it takes it.</summary>
internal sealed class SlackServer : IAsyncDisposable
{
    private readonly HttpClient _client = new();

    private SlackServer(FakeSlack fake, VirtualClock clock)
    {
        Fake = fake;
        Clock = clock;
        Workspace = fake.AddWorkspace();
        Workspace.WaitsForAcks = false;
        User = World.AddUser("ada");
        Channel = World.AddChannel("help", User);
        fake.WebApi.Record.IsKept = false;
    }

    public FakeSlack Fake { get; }

    public VirtualClock Clock { get; }

    public FakeWorkspace Workspace { get; }

    public FakeSlackWorld World => Workspace.World;

    public FakeViolations Violations => Fake.Violations;

    public FakeSocketMode Sockets => Fake.App.Sockets;

    public string User { get; }

    /// <summary>A public channel with the member and the bot.</summary>
    public string Channel { get; }

    public static async Task<SlackServer> StartAsync(Func<FakeSlackOptions, FakeSlackOptions>? change = null)
    {
        var clock = new VirtualClock(TestTime.Noon);
        var options = new FakeSlackOptions { Clock = clock };
        return new SlackServer(await FakeSlack.StartAsync(change?.Invoke(options) ?? options), clock);
    }

    public void Pass(TimeSpan time) => Clock.MoveTo(Clock.GetUtcNow() + time);

    /// <summary>Calls a method with the bot's token and a form.</summary>
    public async Task<JsonObject> CallAsync(string method, params (string Name, string Value)[] arguments) => (await SendAsync(method, Form(arguments), Workspace.Token)).Body;

    /// <summary>Calls a method with the bot's token and JSON.</summary>
    public async Task<JsonObject> CallAsync(string method, JsonObject arguments) => (await SendAsync(method, Json(arguments), Workspace.Token)).Body;

    /// <summary>The error a method answers with; none where it is done.</summary>
    public async Task<string?> ErrorAsync(string method, params (string Name, string Value)[] arguments) => (await CallAsync(method, arguments))["error"]?.ToString();

    public async Task<string?> ErrorAsync(string method, JsonObject arguments) => (await CallAsync(method, arguments))["error"]?.ToString();

    /// <param name="token">None for no token at all.</param>
    public async Task<(int Status, JsonObject Body, TimeSpan? RetryAfter)> SendAsync(string method, HttpContent content, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Fake.Api, method)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : [], response.Headers.RetryAfter?.Delta);
    }

    /// <summary>Posts to another address of the server's.</summary>
    public async Task<(int Status, string Body)> PostAsync(Uri address, HttpContent content)
    {
        using var response = await _client.PostAsync(address, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static HttpContent Form(params (string Name, string Value)[] fields) => new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static HttpContent Json(JsonObject json) => new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");

    public async Task<Uri> NewSocketAddressAsync() =>
        new((await SendAsync("apps.connections.open", Form(), Fake.App.Token)).Body["url"]!.ToString());

    /// <summary>Opens a socket and hears its hello.</summary>
    public async Task<SlackSocket> ConnectAsync()
    {
        var socket = await SlackSocket.ConnectAsync(await NewSocketAddressAsync());
        Assert.Equal("hello", (await socket.ReceiveAsync())["type"]!.ToString());
        return socket;
    }

    /// <summary>The client gives up whatever it waits for.</summary>
    public void Cut() => _client.CancelPendingRequests();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Fake.DisposeAsync();
    }

    /// <summary>Waits, without time passing, until something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience, TimeProvider.System);
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, guard.Token);
        }
    }
}
