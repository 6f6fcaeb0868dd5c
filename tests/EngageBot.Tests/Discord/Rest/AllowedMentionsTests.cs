using System.Text;
using System.Text.Json.Nodes;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Discord.Rest.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>Nobody is notified unless asked for, whatever a text says.</summary>
public sealed class AllowedMentionsTests
{
    private const string Nobody = """{"parse":[],"replied_user":false}""";

    [Fact]
    public void A_message_notifies_nobody_whatever_it_says() => Prop.ForAll<string?>(text =>
    {
        var content = $"@everyone <@1> <@&2> {text}";
        content = content[..Math.Min(content.Length, DiscordLimits.Content)];
        var message = new MessageProperties { Content = content };
        var edit = new MessageEditProperties { Content = content };
        MessageBody[] bodies = [MessageBodies.ForChannel(message), MessageBodies.ForWebhook(message), MessageBodies.Of(edit)];

        foreach (var json in bodies.Select(Json))
        {
            Assert.Equal(Nobody, json["allowed_mentions"]!.ToJsonString());
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(content)), json["content"]!.ToString());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_edit_without_a_text_notifies_nobody_either() =>
        Assert.Equal(Nobody, Json(MessageBodies.Of(new MessageEditProperties { Components = [] }))["allowed_mentions"]!.ToJsonString());

    [Fact]
    public async Task Every_way_of_sending_says_so_on_the_wire()
    {
        await using var server = await RestServer.StartAsync();
        var message = new MessageProperties { Content = "@everyone" };
        var edit = new MessageEditProperties { Content = "@here" };
        var forum = server.World.AddChannel(server.Guild, "forum", ChannelType.GuildForum);
        var first = server.World.AddInteraction(server.Channel);
        var second = server.World.AddInteraction(server.Channel);
        var none = CancellationToken.None;
        var (client, bot) = (server.Client, server.World.BotId);

        var sent = await client.CreateMessageAsync(server.Channel, message, none);
        await client.EditMessageAsync(server.Channel, sent.ValueOrThrow().Id, edit, none);
        await client.StartThreadInForumAsync(forum, new ForumPostProperties("post", message), none);
        await client.CreateInteractionResponseAsync(first.Id, first.Token, new InteractionResponse.ChannelMessageWithSource(message), none);
        await client.CreateInteractionResponseAsync(second.Id, second.Token, new InteractionResponse.UpdateMessage(edit), none);
        await client.EditOriginalInteractionResponseAsync(bot, first.Token, edit, none);
        var further = await client.CreateFollowupMessageAsync(bot, first.Token, message, none);
        await client.EditFollowupMessageAsync(bot, first.Token, further.ValueOrThrow().Id, edit, none);

        var bodies = server.Rest.Calls.Select(call => call.Body!["data"] ?? call.Body["message"] ?? call.Body).ToList();
        Assert.Equal(8, bodies.Count);
        Assert.All(bodies, body => Assert.Equal(Nobody, body["allowed_mentions"]!.ToJsonString()));
    }

    [Fact]
    public void Who_is_named_is_asked_for()
    {
        var body = Json(MessageBodies.ForChannel(new MessageProperties { Content = "<@7>", AllowedMentions = AllowedMentions.Only(new Snowflake(7)) }));
        Assert.Equal("""{"parse":[],"users":["7"],"replied_user":false}""", body["allowed_mentions"]!.ToJsonString());

        body = Json(MessageBodies.ForChannel(new MessageProperties
        {
            Content = "hello",
            AllowedMentions = new AllowedMentions { Parse = [AllowedMentionType.Everyone], RepliedUser = true },
        }));
        Assert.Equal("""{"parse":["everyone"],"replied_user":true}""", body["allowed_mentions"]!.ToJsonString());
    }

    private static JsonNode Json(MessageBody body) =>
        JsonNode.Parse(RequestContent.Json(body, RestJson.Default.MessageBody)().ReadAsStream())!;
}
