using System.Net;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;

namespace EngageBot.Tests.Slack.WebApi;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_missing_scope_is_named_in_a_sentence_that_says_what_to_do()
    {
        using var server = new ApiServer().Answer("conversations.info", """{"ok":false,"error":"missing_scope","needed":"groups:read","provided":"chat:write"}""");
        var refused = Assert.IsType<SlackResult<Conversation>.Refused>(await server.Client.GetConversationAsync("C1", default));

        Assert.Equal(("missing_scope", "groups:read", "chat:write"), (refused.Error, refused.Needed, refused.Provided));
        Assert.Contains("conversations.info needs the scope groups:read", refused.Message, StringComparison.Ordinal);
        Assert.Contains("reinstall", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_authed")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    [InlineData("not_allowed_token_type")]
    public async Task A_token_that_Slack_does_not_take_stops_with_a_sentence(string error)
    {
        using var server = new ApiServer().Answer("auth.test", $$"""{"ok":false,"error":"{{error}}"}""");
        var fault = await Assert.ThrowsAsync<SlackAuthenticationException>(() => server.Client.TestAuthAsync(default));
        Assert.Equal(error, fault.Error);
        Assert.Contains(error, fault.Message, StringComparison.Ordinal);
        Assert.Contains("xoxb-", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_wrong_with_the_arguments_is_told_in_one_line()
    {
        using var server = new ApiServer().Answer("users.info", """{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] missing\nfield","b"]}}""");
        var refused = Assert.IsType<SlackResult<User>.Refused>(await server.Client.GetUserAsync("U1", default));
        Assert.Equal("Slack refused users.info (invalid_arguments). [ERROR] missing field; b", refused.Message);
        Assert.Equal(refused.Message, Assert.Throws<SlackCallException>(refused.ValueOrThrow).Message);
    }

    [Fact]
    public async Task A_page_that_is_no_answer_is_refused_by_its_number()
    {
        using var server = new ApiServer().Answer("users.info", "<html>", HttpStatusCode.NotFound);
        Assert.Equal("http_404", Assert.IsType<SlackResult<User>.Refused>(await server.Client.GetUserAsync("U1", default)).Error);
    }

    [Theory]
    [InlineData("http://slack.com/api/")]
    [InlineData("http://192.168.1.2/api/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/api")]
    public void The_token_does_not_cross_a_network_in_the_clear(string address)
    {
        var options = new SlackWebClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };
        Assert.Throws<InvalidRequestException>(() => new SlackWebClient(new BotToken(ApiServer.Token), options, TimeProvider.System, new LineLogger<SlackWebClient>()));
    }

    [Fact]
    public async Task No_log_shows_a_token_a_text_or_an_address_that_is_a_secret()
    {
        using var server = new ApiServer()
            .Limit("users.info", 1).Answer("users.info", "", HttpStatusCode.BadGateway).Answer("users.info", """{"ok":true,"user":{"id":"U1"}}""")
            .Do("hook-secret", () => throw new HttpRequestException("https://hooks.slack.com/hook-secret", inner: null, statusCode: null))
            .Do("chat.postMessage", () => throw new HttpRequestException(HttpRequestError.ConnectionError, "no line to very-secret"));
        await server.WaitAsync(server.Client.GetUserAsync("U1", default));
        await server.WaitAsync(server.Client.PostMessageAsync("C1", new MessageProperties { Text = "text-secret" }, default));
        var answered = await server.WaitAsync(server.Client.RespondAsync(
            new ResponseUrl(new Uri("https://hooks.slack.com/hook-secret")), new ResponseMessage { Text = "text-secret" }, default));

        Assert.Contains(server.Log.Lines, line => line.Contains("users.info", StringComparison.Ordinal));
        Assert.Contains(server.Log.Lines, line => line.Contains("chat.postMessage", StringComparison.Ordinal));
        Assert.IsType<SlackResult<NoContent>.Unknown>(answered);
        Assert.DoesNotContain(server.Log.Lines.Append(answered.ToString()), line => line.Contains("secret", StringComparison.Ordinal));
    }
}
