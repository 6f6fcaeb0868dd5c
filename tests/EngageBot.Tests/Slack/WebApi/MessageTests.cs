using System.Net;
using System.Text.Json.Nodes;
using EngageBot.Slack;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Tests.Slack.WebApi;

public sealed class MessageTests
{
    private const string Posted = """{"ok":true,"channel":"C1","ts":"5.000100","message":{"type":"message","text":"hi","ts":"5.000100","user":"UB"}}""";

    [Fact]
    public async Task A_message_asks_for_no_preview_and_no_mention_unless_told_to()
    {
        using var server = new ApiServer().Answer("chat.postMessage", Posted);
        var message = new MessageProperties
        {
            Text = "hi",
            ThreadTs = Timestamp.Parse("1.000100"),
            ReplyBroadcast = true,
            Metadata = MessageMetadata.Of("sent", new Dictionary<string, string> { ["id"] = "o1" }),
        };

        var posted = (await server.Client.PostMessageAsync("C1", message, default)).ValueOrThrow();

        Assert.Equal(("C1", Timestamp.Parse("5.000100")), (posted.Channel, posted.Ts));
        var expected = JsonNode.Parse(
            """
            {"channel":"C1","text":"hi","metadata":{"event_type":"sent","event_payload":{"id":"o1"}},"thread_ts":"1.000100","reply_broadcast":true,
             "unfurl_links":false,"unfurl_media":false,"parse":"none","link_names":false}
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(server.LastCall.Body)), server.LastCall.Body);
        Assert.Equal(("POST", "https://slack.com/api/chat.postMessage", "application/json; charset=utf-8", "Bearer " + ApiServer.Token),
            (server.LastCall.Verb, server.LastCall.Address.AbsoluteUri, server.LastCall.ContentType, server.LastCall.Authorization));
    }

    [Fact]
    public async Task An_edit_names_all_blocks_since_Slack_would_keep_the_old_ones()
    {
        using var server = new ApiServer().Answer("chat.update", Posted);
        Assert.True((await server.Client.UpdateMessageAsync("C1", Timestamp.Parse("5.000100"), new MessageEditProperties { Text = "bye" }, default)).IsOk);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"channel":"C1","ts":"5.000100","text":"bye","blocks":[],"parse":"none","link_names":false}"""), JsonNode.Parse(server.LastCall.Body)));
    }

    [Fact]
    public async Task What_one_user_sees_is_said_to_that_user()
    {
        using var server = new ApiServer().Answer("chat.postEphemeral", """{"ok":true,"message_ts":"6.000100"}""");
        var ts = (await server.Client.PostEphemeralAsync("C1", "U1", new MessageProperties { Text = "psst" }, default)).ValueOrThrow();
        Assert.Equal(Timestamp.Parse("6.000100"), ts);
        Assert.Equal("U1", (string?)JsonNode.Parse(server.LastCall.Body)!["user"]);
    }

    [Fact]
    public async Task A_deletion_that_was_done_before_the_line_broke_is_done()
    {
        using var server = new ApiServer()
            .Do("chat.delete", () => throw new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answer("chat.delete", """{"ok":false,"error":"message_not_found"}""");
        Assert.True((await server.WaitAsync(server.Client.DeleteMessageAsync("C1", Timestamp.Parse("5.000100"), default))).IsOk);

        server.Answer("chat.delete", """{"ok":false,"error":"message_not_found"}""");
        var refused = Assert.IsType<SlackResult<NoContent>.Refused>(await server.Client.DeleteMessageAsync("C1", Timestamp.Parse("5.000100"), default));
        Assert.Equal(SlackError.MessageNotFound, refused.Error);
    }

    public static TheoryData<Func<HttpResponseMessage>> Faults => new()
    {
        () => new HttpResponseMessage(HttpStatusCode.BadGateway),
        () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"ok":false,"error":"internal_error"}""") },
        () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"ok":true}""") },
        () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        () => throw new TimeoutException(),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_message_whose_fate_nobody_knows_is_not_sent_again(Func<HttpResponseMessage> fault)
    {
        using var server = new ApiServer().Do("chat.postMessage", fault);
        Assert.IsType<SlackResult<PostedMessage>.Unknown>(await server.WaitAsync(server.Client.PostMessageAsync("C1", new MessageProperties { Text = "hi" }, default)));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_message_that_never_left_is_sent_again()
    {
        using var server = new ApiServer()
            .Do("chat.postMessage", () => throw new HttpRequestException(HttpRequestError.ConnectionError))
            .Answer("chat.postMessage", Posted);
        Assert.True((await server.WaitAsync(server.Client.PostMessageAsync("C1", new MessageProperties { Text = "hi" }, default))).IsOk);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task What_is_too_long_is_never_sent()
    {
        using var server = new ApiServer();
        await Assert.ThrowsAsync<InvalidRequestException>(() => server.Client.PostMessageAsync("C1", new MessageProperties { Text = "" }, default));
        await Assert.ThrowsAsync<InvalidRequestException>(() => server.Client.PostMessageAsync("C1", new MessageProperties { Text = new string('x', 40_001) }, default));
        await Assert.ThrowsAsync<InvalidRequestException>(
            () => server.Client.PostMessageAsync("C1", new MessageProperties { Text = "x", Blocks = [.. Enumerable.Repeat(new DividerBlock(), 51)] }, default));
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Messages_to_one_channel_leave_one_a_second_in_order_and_other_channels_do_not_wait()
    {
        using var server = new ApiServer();
        for (var number = 0; number < 5; number++)
        {
            server.Answer("chat.postMessage", Posted);
        }

        var posts = new[] { "C1", "C1", "C2", "C1", "C1" }.Select((channel, number) => server.Client.PostMessageAsync(channel, new MessageProperties { Text = $"{number}" }, default)).ToList();
        await server.PassTimeAsync(Task.WhenAll(posts));

        var first = server.Calls.Where(call => (string?)JsonNode.Parse(call.Body)!["channel"] == "C1").ToList();
        Assert.Equal(["0", "1", "3", "4"], first.Select(call => (string?)JsonNode.Parse(call.Body)!["text"]));
        Assert.All(first.Zip(first.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        Assert.Equal(first[0].At, server.Calls.Single(call => (string?)JsonNode.Parse(call.Body)!["channel"] == "C2").At);
    }

    [Fact]
    public async Task Calls_that_wait_leave_in_the_order_in_which_they_came_also_where_one_of_them_gives_up()
    {
        using var server = new ApiServer();
        using var enough = new CancellationTokenSource();
        var posts = Enumerable.Range(0, 30)
            .Select(number => server.Client.PostMessageAsync("C1", new MessageProperties { Text = $"{number}" }, number == 1 ? enough.Token : default)).ToList();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posts[1]);

        server.Clock.MoveTo(server.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)); // All are due at once.
        await server.PassTimeAsync(Task.WhenAll(posts.Where(post => post != posts[1])));

        Assert.Equal(Enumerable.Range(0, 30).Where(number => number != 1).Select(number => $"{number}"), server.Calls.Select(call => (string?)JsonNode.Parse(call.Body)!["text"]));
    }
}
