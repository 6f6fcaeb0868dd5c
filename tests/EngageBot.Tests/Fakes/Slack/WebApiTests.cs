using System.Text;
using System.Text.Json.Nodes;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Fakes.Slack;

public sealed class WebApiTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_call_needs_the_right_token()
    {
        await using var slack = await SlackServer.StartAsync();

        Assert.Equal("not_authed", await ErrorAsync(slack, token: null));
        Assert.Equal("invalid_auth", await ErrorAsync(slack, "xoxb-other"));
        Assert.Equal("not_allowed_token_type", await ErrorAsync(slack, slack.Fake.App.Token));
        Assert.Null(await ErrorAsync(slack, slack.Workspace.Token));
        Assert.Null((await slack.SendAsync("auth.test", SlackServer.Form(("token", slack.Workspace.Token)), token: null)).Body["error"]);

        Assert.Null((await slack.SendAsync($"auth.test?token={slack.Workspace.Token}", SlackServer.Form(), token: null)).Body["error"]);
        Assert.Equal(["auth.test was called with a token in its address"], slack.Violations.Take());
    }

    [Fact]
    public async Task A_token_ends_with_the_app()
    {
        await using var slack = await SlackServer.StartAsync();

        await slack.Workspace.UninstallAsync();
        Assert.Equal("account_inactive", await slack.ErrorAsync("auth.test"));
        await slack.Workspace.RevokeTokensAsync();
        Assert.Equal("token_revoked", await slack.ErrorAsync("auth.test"));
    }

    [Fact]
    public async Task A_token_is_no_argument_in_JSON_and_never_in_the_record()
    {
        await using var slack = await SlackServer.StartAsync();
        var token = slack.Workspace.Token;

        Assert.Equal("not_authed", (await slack.SendAsync("auth.test", SlackServer.Json(new JsonObject { ["token"] = token }), token: null)).Body["error"]!.ToString());
        await slack.SendAsync($"auth.test?token={token}", SlackServer.Form(("token", token)), token);

        Assert.Equal(["auth.test was called with a token in its JSON", "auth.test was called with a token in its address"], slack.Violations.Take());
        Assert.Equal(2, slack.Fake.WebApi.Record.Lines.Count);
        Assert.DoesNotContain(slack.Fake.WebApi.Record.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chat.postMessage", "chat:write")]
    [InlineData("conversations.list", "channels:read")]
    [InlineData("conversations.history", "channels:history")]
    [InlineData("users.list", "users:read")]
    [InlineData("reactions.add", "reactions:write")]
    public async Task A_method_needs_its_scope(string method, string scope)
    {
        await using var slack = await SlackServer.StartAsync();
        slack.World.Scopes.Remove(scope);

        var answer = await slack.CallAsync(method, ("channel", slack.Channel), ("text", "hello"), ("timestamp", "1.000000"), ("name", "wave"));

        Assert.Equal(["missing_scope", scope], [answer["error"]!.ToString(), answer["needed"]!.ToString()]);
        Assert.DoesNotContain(scope, answer["provided"]!.ToString().Split(','));
    }

    [Fact]
    public async Task Arguments_come_as_the_method_takes_them()
    {
        await using var slack = await SlackServer.StartAsync();

        Assert.Null(await slack.ErrorAsync("chat.postMessage", new JsonObject { ["channel"] = slack.Channel, ["text"] = "as JSON" }));
        Assert.Null(await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "as a form")));
        Assert.Equal("channel_not_found", await slack.ErrorAsync("conversations.info", new JsonObject { ["channel"] = slack.Channel }));
        Assert.Equal(["conversations.info takes no JSON"], slack.Violations.Take());
        Assert.Equal("invalid_post_type", await PostedAsync(slack, "hello", "text/plain"));
        Assert.Equal("invalid_json", await PostedAsync(slack, "{", "application/json"));
        Assert.Equal("json_not_object", await PostedAsync(slack, "[]", "application/json"));
    }

    [Fact]
    public async Task An_unknown_method_is_a_violation()
    {
        await using var slack = await SlackServer.StartAsync();

        Assert.Equal("unknown_method", await slack.ErrorAsync("chat.postMassage"));
        Assert.Equal(["chat.postMassage is no method"], slack.Violations.Take());
    }

    [Fact]
    public async Task A_method_is_limited_and_says_for_how_long()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Fake.WebApi.Limit("auth.test", 1);

        Assert.Null(await slack.ErrorAsync("auth.test"));
        var limited = await slack.SendAsync("auth.test", SlackServer.Form(), slack.Workspace.Token);

        Assert.Equal((429, TimeSpan.FromMinutes(1)), (limited.Status, limited.RetryAfter));
        Assert.Empty(slack.Violations.All);
        Assert.Equal("ratelimited", await slack.ErrorAsync("auth.test"));
        Assert.Contains("before the Retry-After", Assert.Single(slack.Violations.Take()), StringComparison.Ordinal);
        slack.Pass(limited.RetryAfter!.Value);
        Assert.Null(await slack.ErrorAsync("auth.test"));
    }

    [Fact]
    public async Task A_channel_is_posted_to_once_a_second()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { PostBurst = 1 });
        var second = slack.World.AddChannel("second");

        Assert.Null(await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "1")));
        Assert.Null(await slack.ErrorAsync("chat.postMessage", ("channel", second), ("text", "1")));
        slack.Pass(Second);
        Assert.Null(await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "2")));
        Assert.Equal("ratelimited", await slack.ErrorAsync("chat.postMessage", ("channel", slack.Channel), ("text", "3")));
        Assert.EndsWith("too early", Assert.Single(slack.Violations.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_fails_as_a_test_wishes()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Fake.WebApi.FailNext(
            "auth.test",
            new FakeCallFault.Status(503),
            new FakeSlackFault.NotOk("internal_error"),
            new FakeSlackFault.RateLimited(2 * Second),
            new FakeCallFault.Drop(AfterDoing: false));

        Assert.Equal(503, (await slack.SendAsync("auth.test", SlackServer.Form(), slack.Workspace.Token)).Status);
        Assert.Equal("internal_error", await slack.ErrorAsync("auth.test"));
        Assert.Equal(2 * Second, (await slack.SendAsync("auth.test", SlackServer.Form(), slack.Workspace.Token)).RetryAfter);
        slack.Pass(2 * Second);
        await Assert.ThrowsAsync<HttpRequestException>(() => slack.CallAsync("auth.test"));
        Assert.Null(await slack.ErrorAsync("auth.test"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_line_is_cut_before_or_after_the_deed(bool afterDoing, int said)
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Fake.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(afterDoing));

        await Assert.ThrowsAsync<HttpRequestException>(() => slack.CallAsync("chat.postMessage", ("channel", slack.Channel), ("text", "hello")));

        Assert.Equal(said, slack.World.SaidByBot(slack.Channel).Count);
    }

    [Fact]
    public async Task A_call_hangs_until_the_client_gives_up()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Fake.WebApi.FailNext("auth.test", new FakeSlackFault.Hang());

        var hanging = slack.CallAsync("auth.test");
        await SlackServer.UntilAsync(() => slack.Fake.WebApi.Calls.Count == 1);

        Assert.False(hanging.IsCompleted);
        Assert.Null(await slack.ErrorAsync("auth.test"));
        slack.Cut();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Pages_are_short_and_have_cursors()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { LongestPage = 2 });
        for (var index = 0; index < 4; index++)
        {
            slack.World.AddChannel($"channel-{index}");
        }

        var found = new List<string>();
        var cursor = "";
        do
        {
            var page = await slack.CallAsync("conversations.list", ("limit", "3"), ("cursor", cursor));
            Assert.InRange(page["channels"]!.AsArray().Count, 1, 2);
            found.AddRange(page["channels"]!.AsArray().Select(channel => channel!["name"]!.ToString()));
            cursor = page["response_metadata"]!["next_cursor"]!.ToString();
        }
        while (cursor.Length > 0);

        Assert.Equal(["help", "channel-0", "channel-1", "channel-2", "channel-3"], found);
        Assert.Equal("invalid_cursor", await slack.ErrorAsync("conversations.list", ("cursor", "nonsense")));
        Assert.Equal("invalid_limit", await slack.ErrorAsync("conversations.list", ("limit", "0")));
        Assert.Equal("invalid_types", await slack.ErrorAsync("conversations.list", ("types", "secret")));
    }

    private static async Task<string?> ErrorAsync(SlackServer slack, string? token) => (await slack.SendAsync("auth.test", SlackServer.Form(), token)).Body["error"]?.ToString();

    private static async Task<string?> PostedAsync(SlackServer slack, string body, string type) =>
        (await slack.SendAsync("chat.postMessage", new StringContent(body, Encoding.UTF8, type), slack.Workspace.Token)).Body["error"]?.ToString();
}
