using System.Net;
using System.Text.Json.Nodes;
using EngageBot.Slack;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Tests.Slack.WebApi;

public sealed class MethodTests
{
    [Fact]
    public async Task Cursors_are_followed_to_the_end()
    {
        using var server = new ApiServer()
            .Answer("conversations.members", """{"ok":true,"members":["U1","U2"],"response_metadata":{"next_cursor":"bmV4dA=="}}""")
            .Answer("conversations.members", """{"ok":true,"members":[],"response_metadata":{"next_cursor":"bGFzdA=="}}""")
            .Answer("conversations.members", """{"ok":true,"members":["U3"],"response_metadata":{"next_cursor":""}}""");

        var members = await server.Client.GetMembersAsync("C1", default).SelectMany(page => page.ValueOrThrow()).ToListAsync();

        Assert.Equal(["U1", "U2", "U3"], members);
        Assert.Equal(["channel=C1&limit=200", "channel=C1&limit=200&cursor=bmV4dA%3D%3D", "channel=C1&limit=200&cursor=bGFzdA%3D%3D"], server.Calls.Select(call => call.Address.Query[1..]));
        Assert.All(server.Calls, call => Assert.Equal("GET", call.Verb));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_the_last_and_a_cursor_that_leads_nowhere_ends()
    {
        using var server = new ApiServer()
            .Answer("users.list", """{"ok":true,"members":[{"id":"U1"}],"response_metadata":{"next_cursor":"x"}}""")
            .Answer("users.list", """{"ok":false,"error":"invalid_cursor"}""")
            .Answer("users.conversations", """{"ok":true,"channels":[{"id":"C1"}],"response_metadata":{"next_cursor":"x"}}""")
            .Answer("users.conversations", """{"ok":true,"channels":[{"id":"C2"}],"response_metadata":{"next_cursor":"x"}}""");

        var users = await server.Client.ListUsersAsync(default).ToListAsync();
        Assert.Equal([true, false], users.Select(page => page.IsOk));
        Assert.Equal(2, await server.Client.ListConversationsOfAsync(user: null, ConversationTypes.PublicChannel, excludeArchived: true, default).CountAsync());
    }

    [Fact]
    public async Task History_is_asked_for_between_two_moments_with_what_apps_attached()
    {
        using var server = new ApiServer().Answer(
            "conversations.history", """{"ok":true,"messages":[{"ts":"5.0","text":"x","reply_count":1,"latest_reply":"6.0"}],"has_more":false}""");
        var history = new HistoryRequest { Oldest = Timestamp.Parse("1.0"), Latest = Timestamp.Parse("9.0"), Inclusive = true, IncludeAllMetadata = true, Limit = 15 };

        var page = (await server.Client.GetHistoryPageAsync("C1", history, cursor: null, default)).ValueOrThrow();

        Assert.Equal((1, null), (page.Items.Count, page.NextCursor));
        Assert.Equal("channel=C1&oldest=1.0&latest=9.0&inclusive=true&include_all_metadata=true&limit=15", server.LastCall.Address.Query[1..]);
        await Assert.ThrowsAsync<InvalidRequestException>(() => server.Client.GetHistoryPageAsync("C1", history with { Limit = 1_000 }, cursor: null, default));
    }

    [Fact]
    public async Task A_thread_is_read_page_by_page()
    {
        using var server = new ApiServer()
            .Answer("conversations.replies", """{"ok":true,"messages":[{"ts":"1.0"},{"ts":"2.0","thread_ts":"1.0"}],"response_metadata":{"next_cursor":"n"}}""")
            .Answer("conversations.replies", """{"ok":true,"messages":[{"ts":"1.0"},{"ts":"3.0","thread_ts":"1.0"}]}""");
        var messages = await server.Client.GetRepliesAsync("C1", Timestamp.Parse("1.0"), new HistoryRequest(), default).SelectMany(page => page.ValueOrThrow()).ToListAsync();
        Assert.Equal(["1.0", "2.0", "1.0", "3.0"], messages.Select(message => message.Ts.Value));
    }

    [Fact]
    public async Task A_file_is_uploaded_in_three_steps_and_the_token_goes_only_to_Slacks_API()
    {
        using var server = new ApiServer()
            .Answer("files.getUploadURLExternal", """{"ok":true,"upload_url":"https://files.slack.com/upload/v1/ABC","file_id":"F1"}""")
            .Do("ABC", () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("OK - 3") })
            .Answer("files.completeUploadExternal", """{"ok":true,"files":[{"id":"F1","title":"Chart"}]}""");
        var file = new FileProperties("chart é.png", "PNG"u8.ToArray()) { Title = "Chart", AltText = "a chart" };

        var files = (await server.Client.UploadFilesAsync([file], new UploadTarget("C1") { InitialComment = "look", ThreadTs = Timestamp.Parse("1.0") }, default)).ValueOrThrow();

        Assert.Equal("F1", Assert.Single(files).Id);
        var calls = server.Calls.ToList();
        Assert.Equal(("filename=chart%20%C3%A9.png&length=3&alt_txt=a%20chart", "application/x-www-form-urlencoded"), (calls[0].Body, calls[0].ContentType));
        Assert.Equal(("PNG", "application/octet-stream", null), (calls[1].Body, calls[1].ContentType, calls[1].Authorization));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"files":[{"id":"F1","title":"Chart"}],"channel_id":"C1","thread_ts":"1.0","initial_comment":"look"}"""), JsonNode.Parse(calls[2].Body)));
    }

    [Theory]
    [InlineData("http://files.example.org/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("none")]
    public async Task Bytes_do_not_go_where_anybody_could_read_them(string address)
    {
        using var server = new ApiServer().Answer("files.getUploadURLExternal", $$"""{"ok":true,"upload_url":"{{address}}","file_id":"F1"}""");
        Assert.False((await server.Client.UploadFilesAsync([new FileProperties("a", new byte[1])], target: null, default)).IsOk);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task An_answer_by_response_url_carries_no_token_and_reads_Slacks_word()
    {
        using var server = new ApiServer()
            .Do("answer", () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("ok") })
            .Answer("answer", """{"ok":false,"error":"expired_url"}""", HttpStatusCode.NotFound);
        var url = new ResponseUrl(new Uri("https://hooks.slack.com/actions/answer"));

        Assert.True((await server.Client.RespondAsync(url, new ResponseMessage { Text = "x", ReplaceOriginal = true }, default)).IsOk);
        Assert.Null(server.LastCall.Authorization);
        Assert.True((bool)JsonNode.Parse(server.LastCall.Body)!["replace_original"]!);
        var refused = Assert.IsType<SlackResult<NoContent>.Refused>(await server.Client.RespondAsync(url, new ResponseMessage { DeleteOriginal = true }, default));
        Assert.Equal(SlackError.ExpiredUrl, refused.Error);
        await Assert.ThrowsAsync<InvalidRequestException>(() => server.Client.RespondAsync(new ResponseUrl(new Uri("http://example.org")), new ResponseMessage { Text = "x" }, default));
    }

    [Fact]
    public async Task Views_are_opened_once_and_published_as_often_as_it_takes()
    {
        const string View = """{"ok":true,"view":{"id":"V1","hash":"1.h"}}""";
        using var server = new ApiServer()
            .Answer("views.open", "", HttpStatusCode.BadGateway)
            .Answer("views.publish", "", HttpStatusCode.BadGateway).Answer("views.publish", View).Answer("views.update", View);
        var form = new ModalView { Title = new PlainText("x"), Blocks = [new DividerBlock()] };

        Assert.IsType<SlackResult<View>.Unknown>(await server.WaitAsync(server.Client.OpenViewAsync("1.2.t", form, default)));
        Assert.Equal("V1", (await server.WaitAsync(server.Client.PublishViewAsync("U1", new HomeView { Blocks = [] }, default))).ValueOrThrow().Id);
        Assert.True((await server.Client.UpdateViewAsync("V1", "1.h", form, default)).IsOk);
        var sent = JsonNode.Parse(server.LastCall.Body)!;
        Assert.Equal(("V1", "1.h", "modal", "plain_text"), ((string?)sent["view_id"], (string?)sent["hash"], (string?)sent["view"]!["type"], (string?)sent["view"]!["title"]!["type"]));
    }

    [Fact]
    public async Task The_other_methods_ask_for_what_they_should()
    {
        using var server = new ApiServer()
            .Answer("auth.test", """{"ok":true,"team_id":"T1","user_id":"UB","bot_id":"B1","team":"x"}""")
            .Answer("chat.getPermalink", """{"ok":true,"permalink":"https://x.slack.com/archives/C1/p1"}""")
            .Answer("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""")
            .Answer("conversations.join", """{"ok":true,"channel":{"id":"C1","is_member":true}}""")
            .Answer("conversations.info", """{"ok":true,"channel":{"id":"C1","num_members":3,"topic":{"value":"t"}}}""")
            .Answer("conversations.list", """{"ok":true,"channels":[{"id":"C1"}]}""")
            .Answer("reactions.add", """{"ok":false,"error":"already_reacted"}""")
            .Answer("reactions.get", """{"ok":true,"type":"message","message":{"ts":"1.5","reactions":[{"name":"wave","count":1,"users":["U1"]}]}}""")
            .Answer("usergroups.users.list", """{"ok":true,"users":["U1"]}""")
            .Answer("usergroups.list", """{"ok":true,"usergroups":[{"id":"S1","handle":"helpers","name":"The helpers","date_delete":0,"users":["U1"]}]}""")
            .Answer("dnd.info", """{"ok":true,"dnd_enabled":true,"next_dnd_start_ts":1450416600,"next_dnd_end_ts":1450452600}""");
        var ts = Timestamp.Parse("1.5");

        Assert.Equal("UB", (await server.Client.TestAuthAsync(default)).ValueOrThrow().UserId);
        Assert.EndsWith("/p1", (await server.Client.GetPermalinkAsync("C1", ts, default)).ValueOrThrow(), StringComparison.Ordinal);
        Assert.Equal("D1", (await server.Client.OpenConversationAsync(["U1", "U2"], default)).ValueOrThrow().Id);
        Assert.Equal("U1,U2", (string?)JsonNode.Parse(server.LastCall.Body)!["users"]);
        Assert.True((await server.Client.JoinConversationAsync("C1", default)).ValueOrThrow().IsMember);
        Assert.Equal(3, (await server.Client.GetConversationAsync("C1", default)).ValueOrThrow().NumMembers);
        Assert.Single(await server.Client.ListConversationsAsync(ConversationTypes.PublicChannel | ConversationTypes.PrivateChannel, excludeArchived: true, default).ToListAsync());
        Assert.Equal("?types=public_channel%2Cprivate_channel&exclude_archived=true&limit=200", server.LastCall.Address.Query);
        Assert.Equal(SlackError.AlreadyReacted, Assert.IsType<SlackResult<NoContent>.Refused>(await server.Client.AddReactionAsync("C1", ts, "wave", default)).Error);
        Assert.True((await server.Client.RemoveReactionAsync("C1", ts, "wave", default)).IsOk);
        Assert.Equal("wave", Assert.Single((await server.Client.GetReactionsAsync("C1", ts, default)).ValueOrThrow()).Name);
        Assert.Equal(["U1"], (await server.Client.ListUserGroupUsersAsync("S1", default)).ValueOrThrow());
        Assert.Equal(["U1"], Assert.Single((await server.Client.ListUserGroupsAsync(default)).ValueOrThrow()).Users!);
        Assert.Equal("?include_users=true", server.LastCall.Address.Query);
        Assert.Equal(1_450_452_600, (await server.Client.GetDndAsync("U1", default)).ValueOrThrow().NextDndEndTs);
    }
}
