using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>What a bot must expect is a value, not an exception.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(50007, JsonErrorCode.CannotSendMessagesToUser)]
    [InlineData(50278, JsonErrorCode.NoMutualGuilds)]
    [InlineData(40003, JsonErrorCode.OpeningDirectMessagesTooFast)]
    public async Task A_user_who_takes_no_direct_messages(int code, JsonErrorCode expected)
    {
        await using var server = await RestServer.StartAsync();
        var user = server.World.AddMember(server.Guild, "ada");
        server.World.ClosedDMs[user] = code;

        var opened = await server.Client.CreateDMAsync(user, CancellationToken.None);
        var again = await server.Client.CreateDMAsync(user, CancellationToken.None);
        var refused = Assert.IsType<RestResult<Message>.Refused>(await server.SayAsync("hello", opened.ValueOrThrow().Id));

        Assert.Equal(opened.ValueOrThrow().Id, again.ValueOrThrow().Id);
        Assert.Equal(expected, refused.Code);
        Assert.Equal(403, (int)refused.Status);
    }

    [Theory]
    [InlineData(Permissions.ViewChannel, JsonErrorCode.MissingAccess)]
    [InlineData(Permissions.SendMessages, JsonErrorCode.MissingPermissions)]
    public async Task A_channel_in_which_the_bot_may_not(Permissions denied, JsonErrorCode expected)
    {
        await using var server = await RestServer.StartAsync();
        server.World.Denied[server.Channel] = denied;

        Assert.Equal(expected, Assert.IsType<RestResult<Message>.Refused>(await server.SayAsync("hello")).Code);
    }

    [Fact]
    public async Task A_message_or_channel_that_is_gone()
    {
        await using var server = await RestServer.StartAsync();
        var nowhere = new Snowflake(1);

        var message = await server.Client.GetChannelMessageAsync(server.Channel, nowhere, CancellationToken.None);
        var channel = await server.Client.GetChannelAsync(nowhere, CancellationToken.None);

        Assert.Equal(JsonErrorCode.UnknownMessage, Assert.IsType<RestResult<Message>.Refused>(message).Code);
        Assert.Equal(JsonErrorCode.UnknownChannel, Assert.IsType<RestResult<Channel>.Refused>(channel).Code);
        var thrown = Assert.Throws<DiscordRefusedException>(() => channel.ValueOrThrow());
        Assert.Equal("Discord refused the call (404, code 10003): Unknown Channel", thrown.Message);
    }

    [Fact]
    public async Task A_wrong_field_is_named()
    {
        await using var server = await RestServer.StartAsync();
        var forum = server.World.AddChannel(server.Guild, "forum", ChannelType.GuildForum);
        var post = new ForumPostProperties("post", new MessageProperties { Content = "text" }) { AppliedTags = [new Snowflake(5)] };

        var refused = Assert.IsType<RestResult<Channel>.Refused>(await server.Client.StartThreadInForumAsync(forum, post, CancellationToken.None));

        Assert.Equal(JsonErrorCode.InvalidFormBody, refused.Code);
        Assert.Equal("Invalid Form Body; applied_tags: Unknown tag", refused.Message);
    }

    [Fact]
    public async Task A_reply_to_a_message_that_is_gone_is_sent_all_the_same()
    {
        await using var server = await RestServer.StartAsync();

        var sent = await server.Client.CreateMessageAsync(server.Channel, MessageProperties.Reply(new Snowflake(5), "here"), CancellationToken.None);

        Assert.Equal(MessageType.Reply, sent.ValueOrThrow().Type);
    }
}
