using EngageBot.Chat;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.Tests.Host.Platforms.Slack;

/// <summary>What is said to one member alone.</summary>
public sealed class SlackPrivateSenderTests : SlackSenderHarness
{
    [Fact]
    public async Task A_private_message_has_its_buttons_until_it_is_changed_is_found_by_its_number_and_taken_away()
    {
        var since = TimeProvider.System.GetUtcNow();
        var sent = Assert.IsType<SendResult.Sent>(await Sender.SendAsync(ToAda(), CancellationToken.None));
        var conversation = sent.Conversation!.Value;
        var place = new MessagePlace(conversation, null, sent.Message);

        var said = Assert.Single(Workspace.World.SaidByBot(conversation.Value));
        Assert.Equal("ask:will:7", said["blocks"]![1]!["elements"]![0]!["action_id"]!.ToString());
        Assert.StartsWith("&lt;!channel&gt;", said["blocks"]![0]!["text"]!["text"]!.ToString().Replace("\u2060", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(said.ContainsKey("thread_ts"));
        Assert.Empty(Workspace.World.SaidByBot(Help));

        Assert.Equal((sent.Message, conversation), await Sender.FindAsync(ToAda(), since, CancellationToken.None) is FindResult.Found found ? (found.Message, found.Conversation) : default);
        Assert.IsType<FindResult.Absent>(await Sender.FindAsync(ToAda() with { OutboxId = 8 }, since, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await Sender.EditAsync(place, ToAda() with { Text = "another", }, CancellationToken.None));
        Assert.Equal(2, Assert.Single(Workspace.World.SaidByBot(conversation.Value))["blocks"]!.AsArray().Count);
        Assert.IsType<SendResult.Sent>(await Sender.EditAsync(place, ToAda() with { Text = "thanks", Buttons = [] }, CancellationToken.None));
        var after = Assert.Single(Workspace.World.SaidByBot(conversation.Value));
        Assert.Equal("thanks", after["text"]!.ToString());
        Assert.True(after["blocks"] is null or System.Text.Json.Nodes.JsonArray { Count: 0 });
        Assert.IsType<SendResult.Sent>(await Sender.DeleteAsync(place, CancellationToken.None));
        Assert.IsType<FindResult.Absent>(await Sender.FindAsync(ToAda(), since, CancellationToken.None));
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_a_private_message_is_found_in_its_conversation()
    {
        var since = TimeProvider.System.GetUtcNow();
        Slack.WebApi.FailNext("chat.postMessage", new FakeCallFault.Drop(AfterDoing: true));

        Assert.IsType<SendResult.Uncertain>(await Sender.SendAsync(ToAda(), CancellationToken.None));

        var found = Assert.IsType<FindResult.Found>(await Sender.FindAsync(ToAda(), since, CancellationToken.None));
        Assert.StartsWith("D", found.Conversation!.Value.Value, StringComparison.Ordinal);
        Assert.Single(Workspace.World.SaidByBot(found.Conversation.Value.Value));
    }

    [Theory]
    [InlineData("conversations.open", "user_not_found", "has left")]
    [InlineData("conversations.open", "user_disabled", "closed")]
    [InlineData("conversations.open", "user_not_visible", "takes no direct messages")]
    [InlineData("conversations.open", "cannot_dm_bot", "takes no direct messages")]
    [InlineData("chat.postMessage", "messages_tab_disabled", "messages tab")]
    public async Task Who_cannot_be_reached_is_a_result_and_nothing_is_said_elsewhere(string method, string error, string words)
    {
        Slack.WebApi.FailNext(method, new FakeSlackFault.NotOk(error));

        var refused = Assert.IsType<SendResult.Refused>(await Sender.SendAsync(ToAda(), CancellationToken.None));

        Assert.True(refused.CannotBeReached);
        Assert.Contains(words, refused.Reason, StringComparison.Ordinal);
        Assert.Empty(Workspace.World.SaidByBot(Help));
        Assert.DoesNotContain(Slack.WebApi.CallsOf("chat.postMessage"), call => call.Text("channel") == Help);
    }

    [Fact]
    public async Task Without_the_scope_for_private_messages_it_is_named()
    {
        Workspace.World.Scopes.Remove("im:write");

        var refused = Assert.IsType<SendResult.Refused>(await Sender.SendAsync(ToAda(), CancellationToken.None));

        Assert.Contains("im:write", refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.LacksPermission);
        Assert.IsType<FindResult.Unknown>(await Sender.FindAsync(ToAda(), TimeProvider.System.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task Where_opening_the_conversation_fails_nothing_was_said_and_it_may_be_tried_again()
    {
        Slack.WebApi.FailNext("conversations.open", [.. Enumerable.Repeat<FakeCallFault>(new FakeCallFault.Drop(AfterDoing: true), 5)]);

        Assert.IsType<SendResult.RetryAfter>(await Sender.SendAsync(ToAda(), CancellationToken.None));

        Assert.Empty(Slack.WebApi.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task Whether_a_member_is_there_is_asked_of_Slack()
    {
        var (ada, user) = (new MemberId(new CommunityId(Platform.Slack, Workspace.TeamId), Ada), Workspace.World.Users[Ada]);
        Assert.Equal(default, await Sender.PresenceAsync(ada, CancellationToken.None));

        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        user.DoNotDisturb = (now.AddHours(-1), now.AddHours(1));
        Assert.Equal(new MemberPresence(now.AddHours(1), IsAway: false), await Sender.PresenceAsync(ada, CancellationToken.None));
        (user.DoNotDisturb, user.IsActive) = ((now.AddHours(1), now.AddHours(2)), false);
        Assert.Equal(new MemberPresence(null, IsAway: true), await Sender.PresenceAsync(ada, CancellationToken.None));

        Workspace.World.Scopes.Remove("dnd:read");
        Workspace.World.Scopes.Remove("users:read");
        Assert.Equal(default, await Sender.PresenceAsync(ada, CancellationToken.None));
    }

    private OutgoingMessage ToAda() => Message("<!channel> look at this?", replyTo: null) with
    {
        To = new MemberId(new CommunityId(Platform.Slack, Workspace.TeamId), Ada),
        Buttons = [new MessageButton(new ButtonId("ask", "will", 7), "I'll reply") { IsMain = true }],
    };
}
