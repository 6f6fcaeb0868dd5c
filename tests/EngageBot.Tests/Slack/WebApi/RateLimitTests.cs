using System.Net;
using EngageBot.Slack.WebApi;

namespace EngageBot.Tests.Slack.WebApi;

public sealed class RateLimitTests
{
    private const string UserJson = """{"ok":true,"user":{"id":"U1"}}""";

    [Fact]
    public async Task A_429_is_waited_out_by_all_calls_of_its_method_and_by_no_other()
    {
        using var server = new ApiServer().Limit("users.info", 20).Answer("users.info", UserJson).Answer("users.info", UserJson).Answer("users.getPresence", """{"ok":true,"presence":"away"}""");
        var limited = server.Client.GetUserAsync("U1", default);
        var waiting = server.Client.GetUserAsync("U2", default);
        var other = await server.Client.GetPresenceAsync("U1", default);

        Assert.Equal("away", other.ValueOrThrow().Presence);
        Assert.Single(server.Calls, call => call.Method == "users.info");
        await server.PassTimeAsync(Task.WhenAll(limited, waiting));

        Assert.True((await limited).IsOk && (await waiting).IsOk);
        var later = server.Calls.Where(call => call.Method == "users.info").Skip(1).ToList();
        Assert.Equal(2, later.Count);
        Assert.All(later, call => Assert.True(call.At - server.Calls.First().At >= TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_longer_wait_than_wanted_comes_back_at_once_with_its_length_and_holds_for_those_that_follow()
    {
        using var server = new ApiServer().Limit("users.info", 90);
        var first = Assert.IsType<SlackResult<EngageBot.Slack.Models.User>.RateLimited>(await server.WaitAsync(server.Client.GetUserAsync("U1", default)));
        var second = Assert.IsType<SlackResult<EngageBot.Slack.Models.User>.RateLimited>(await server.WaitAsync(server.Client.GetUserAsync("U1", default)));

        Assert.Equal(TimeSpan.FromSeconds(90), first.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(90), second.RetryAfter);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task All_waits_of_a_call_together_are_bounded()
    {
        using var server = new ApiServer().Limit("users.info", 25).Limit("users.info", 25).Limit("users.info", 25);
        Assert.IsType<SlackResult<EngageBot.Slack.Models.User>.RateLimited>(await server.WaitAsync(server.Client.GetUserAsync("U1", default)));
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task A_limit_that_is_told_in_the_answer_alone_is_one_too()
    {
        using var server = new ApiServer().Answer("users.info", """{"ok":false,"error":"ratelimited"}""").Answer("users.info", UserJson);
        var asked = server.Client.GetUserAsync("U1", default);
        Assert.True(await server.PassTimeAsync(asked) >= TimeSpan.FromSeconds(30));
        Assert.True((await asked).IsOk);
    }

    [Fact]
    public async Task A_row_of_messages_that_would_take_too_long_is_refused_at_its_end()
    {
        using var server = new ApiServer(change: options => options with { LongestWait = TimeSpan.FromSeconds(2) });
        var posts = Enumerable.Range(0, 5).Select(number => server.Client.PostMessageAsync("C1", new MessageProperties { Text = $"{number}" }, default)).ToList();
        await server.PassTimeAsync(Task.WhenAll(posts));

        Assert.Equal(3, server.Calls.Count);
        Assert.IsType<SlackResult<PostedMessage>.RateLimited>(await posts[4]);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_question_is_asked_again_with_growing_waits_until_there_have_been_enough(HttpStatusCode status)
    {
        using var server = new ApiServer(change: options => options with { Attempts = 4, FirstBackoff = TimeSpan.FromSeconds(2) });
        for (var attempt = 0; attempt < 4; attempt++)
        {
            server.Answer("users.info", "<html>", status);
        }

        var unavailable = Assert.IsType<SlackResult<EngageBot.Slack.Models.User>.Unavailable>(await server.WaitAsync(server.Client.GetUserAsync("U1", default)));

        Assert.Contains("attempt 4", unavailable.Reason, StringComparison.Ordinal);
        var gaps = server.Calls.Zip(server.Calls.Skip(1), (earlier, later) => (later.At - earlier.At).TotalSeconds).ToList();
        Assert.Equal(3, gaps.Count);
        Assert.All(gaps.Select((gap, index) => gap / Math.Pow(2, index)), seconds => Assert.True(seconds >= 1, $"{seconds}"));
    }
}
