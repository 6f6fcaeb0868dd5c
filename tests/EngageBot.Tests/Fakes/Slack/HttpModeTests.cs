using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>An app that listens at an address of its own.</summary>
public sealed class HttpModeTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body, IHeaderDictionary Headers)> _received = new();
    private SlackServer _slack = null!;
    private FakeServer _app = null!;
    private Func<int, string, string?> _answer = (_, _) => "";

    public async Task InitializeAsync()
    {
        _slack = await SlackServer.StartAsync(options => options with { RetryAfter = [TimeSpan.Zero, TimeSpan.Zero] });
        _app = await FakeServer.StartAsync(server => server.Map("/{**path}", HandleAsync));
        _slack.Fake.App.Http.Target = _app.Address;
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task An_event_is_posted_and_signed()
    {
        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "hello");
        Assert.True(await _slack.Fake.App.Deliveries[0].Ended);

        var (path, body, headers) = Assert.Single(_received);
        Assert.Equal("/slack/events", path);
        Assert.Equal("hello", JsonNode.Parse(body)!["event"]!["text"]!.ToString());
        var timestamp = headers["X-Slack-Request-Timestamp"].ToString();
        Assert.Equal(TestTime.Noon.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(FakeSignature.Of(_slack.Fake.App.SigningSecret, TestTime.Noon.ToUnixTimeSeconds(), body), headers["X-Slack-Signature"].ToString());
        Assert.False(headers.ContainsKey("X-Slack-Retry-Num"));
    }

    [Fact]
    public void A_signature_is_the_one_Slack_documents() => Assert.Equal(
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        FakeSignature.Of(
            "8f742231b10e8888abcd99yyyzzz85a5",
            1_531_420_618,
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"));

    [Fact]
    public async Task Commands_and_clicks_are_forms()
    {
        _answer = (_, _) => """{"text":"done"}""";

        var slash = await _slack.Workspace.SlashAsync(_slack.User, _slack.Channel, "/engage", "a & b");
        var shortcut = await _slack.Workspace.ShortcutAsync(_slack.User, message: null, "report");
        await Task.WhenAll(slash.Delivery!.Ended, shortcut.Delivery!.Ended);

        Assert.Equal("done", slash.Answer!["text"]!.ToString());
        Assert.All(_received, received => Assert.Equal("application/x-www-form-urlencoded", received.Headers.ContentType.ToString()));
        var bodies = _received.ToDictionary(received => received.Path, received => received.Body);
        Assert.Contains("text=a%20%26%20b", bodies["/slack/commands"].Split('&'));
        Assert.Equal("shortcut", JsonNode.Parse(Uri.UnescapeDataString(bodies["/slack/interactions"]["payload=".Length..]))!["type"]!.ToString());
    }

    [Fact]
    public async Task What_is_refused_comes_again_and_says_so()
    {
        _answer = (count, _) => count < 3 ? null : "";

        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "hello");

        Assert.True(await _slack.Fake.App.Deliveries[0].Ended);
        Assert.Equal(["", "1 http_error", "2 http_error"], _received.Select(received => $"{received.Headers["X-Slack-Retry-Num"]} {received.Headers["X-Slack-Retry-Reason"]}".Trim()));
        Assert.Single(_received.Select(received => received.Body).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_given_up()
    {
        _answer = (_, _) => null;

        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "hello");
        var slash = await _slack.Workspace.SlashAsync(_slack.User, _slack.Channel, "/engage");

        Assert.False(await _slack.Fake.App.Deliveries[0].Ended);
        Assert.False(await slash.Delivery!.Ended);
        Assert.Equal((3, 1), (_slack.Fake.App.Deliveries[0].Attempts, slash.Delivery.Attempts));
    }

    [Fact]
    public async Task Nobody_waits_for_an_app_that_is_not_there()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { RetryAfter = [TimeSpan.FromMinutes(1)] });
        slack.Workspace.WaitsForAcks = true;
        slack.Fake.App.Http.Target = new Uri("http://127.0.0.1:9/");

        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello"); // would not end: the clock stands still

        Assert.False(slack.Fake.App.Deliveries[0].Ended.IsCompleted);
    }

    [Fact]
    public async Task An_answer_that_is_late_is_a_violation_and_none()
    {
        _answer = (count, _) =>
        {
            if (count == 1)
            {
                _slack.Pass(TimeSpan.FromSeconds(3));
            }

            return "";
        };

        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "hello");

        Assert.True(await _slack.Fake.App.Deliveries[0].Ended);
        Assert.Equal("http_timeout", _received.Last().Headers["X-Slack-Retry-Reason"].ToString());
        Assert.Contains("was not answered within", Assert.Single(_slack.Violations.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_verified()
    {
        _answer = (_, body) => JsonNode.Parse(body)!["challenge"]!.ToString();
        Assert.True(await _slack.Fake.App.Http.VerifyUrlAsync());
        _answer = (_, _) => "something else";
        Assert.False(await _slack.Fake.App.Http.VerifyUrlAsync());
    }

    [Fact]
    public async Task Somebody_else_posts_what_they_like()
    {
        var at = TestTime.Noon.AddMinutes(-6);

        await _slack.Fake.App.Http.PostAsync(new FakeHttpPost { Path = "slack/events", Body = "{}", Secret = "wrong", At = at, Retry = 2 });
        await _slack.Fake.App.Http.PostAsync(new FakeHttpPost { Path = "slack/events", Body = "{}", Signature = "" });

        var headers = _received.First().Headers;
        Assert.Equal(FakeSignature.Of("wrong", at.ToUnixTimeSeconds(), "{}"), headers["X-Slack-Signature"].ToString());
        Assert.Equal("2", headers["X-Slack-Retry-Num"].ToString());
        Assert.False(_received.Last().Headers.ContainsKey("X-Slack-Signature"));
    }

    [Fact]
    public async Task Deliveries_go_wrong_on_demand()
    {
        _slack.Fake.App.Http.Fault = (_, number) => number == 1 ? FakeDeliveryFault.Duplicate : FakeDeliveryFault.Lose;

        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "twice");
        await _slack.Fake.App.Deliveries[0].Ended;
        await _slack.Workspace.PostAsync(_slack.User, _slack.Channel, "late");
        await _slack.Fake.App.Deliveries[1].Ended;

        Assert.Equal(["twice", "twice", "late"], _received.Select(received => JsonNode.Parse(received.Body)!["event"]!["text"]!.ToString()));
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = new HeaderDictionary(http.Request.Headers.ToDictionary());
        _received.Enqueue((http.Request.Path.Value!, body, headers));
        var answer = _answer(_received.Count, body);
        http.Response.StatusCode = answer is null ? 500 : 200;
        await http.Response.WriteAsync(answer ?? "");
    }
}
