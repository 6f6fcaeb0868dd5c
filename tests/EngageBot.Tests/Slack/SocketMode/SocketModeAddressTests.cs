using EngageBot.Slack;
using EngageBot.Slack.WebApi;
using EngageBot.Tests.Slack.WebApi;

namespace EngageBot.Tests.Slack.SocketMode;

public sealed class SocketModeAddressTests
{
    [Fact]
    public async Task The_address_is_asked_for_with_the_apps_token_in_the_header()
    {
        using var server = new ApiServer(new AppToken("xapp-1-secret")).Answer("apps.connections.open", """{"ok":true,"url":"wss://wss.slack.com/link/?ticket=1"}""");
        Assert.Equal("wss://wss.slack.com/link/?ticket=1", (await server.Client.OpenConnectionAsync(default)).ValueOrThrow().AbsoluteUri);
        Assert.Equal(("POST", "Bearer xapp-1-secret", ""), (server.LastCall.Verb, server.LastCall.Authorization, server.LastCall.Body));
    }

    [Fact]
    public async Task A_missing_scope_of_the_app_token_is_named()
    {
        using var server = new ApiServer(new AppToken("xapp-1-secret")).Answer("apps.connections.open", """{"ok":false,"error":"missing_scope","needed":"connections:write"}""");
        var refused = Assert.IsType<SlackResult<Uri>.Refused>(await server.Client.OpenConnectionAsync(default));
        Assert.Contains("connections:write", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Basic Information", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_is_missing_ends_the_client()
    {
        await using var slack = new SocketHarness();
        slack.Opened.Enqueue(new SlackResult<Uri>.Refused("missing_scope", "add connections:write"));
        (await slack.SocketAsync(0)).Cut();
        await slack.UntilAsync(() => slack.Next.IsCompleted, passTime: true);
        Assert.Equal("add connections:write", (await Assert.ThrowsAsync<SlackAuthenticationException>(() => slack.Next)).Message);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    public async Task A_token_that_does_not_do_says_which_and_where_to_get_another(string error)
    {
        using var server = new ApiServer(new AppToken("xapp-1-secret")).Answer("apps.connections.open", $$"""{"ok":false,"error":"{{error}}"}""");
        var fault = await Assert.ThrowsAsync<SlackAuthenticationException>(() => server.Client.OpenConnectionAsync(default));
        Assert.Contains("app token (xapp-)", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }
}
