using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>What is filled into a path stays in its place.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("🔥")]
    [InlineData("a/b")]
    [InlineData("../../../guilds/1")]
    [InlineData("a?limit=1&b")]
    [InlineData("a#b")]
    [InlineData("%2F")]
    [InlineData("%")]
    [InlineData("two words\r\nHost: elsewhere")]
    [InlineData("\u0001\u202e:;@&=+$,")]
    [InlineData("...")]
    [InlineData("~!*'()")]
    public async Task A_hostile_emoji_is_an_emoji(string name)
    {
        await using var server = await RestServer.StartAsync();
        var message = server.World.AddMessage(server.Channel, server.World.BotId, "here");

        var added = await server.Client.CreateReactionAsync(server.Channel, message, new Emoji { Name = name }, CancellationToken.None);

        Assert.True(added.IsOk);
        Assert.Equal(name, Assert.Single(server.Rest.Calls).Values["emoji_name"]);
        Assert.True((await server.Client.DeleteOwnReactionAsync(server.Channel, message, new Emoji { Name = name }, CancellationToken.None)).IsOk);
    }

    [Fact]
    public async Task A_guilds_own_emoji_is_named_with_its_id()
    {
        await using var server = await RestServer.StartAsync();
        var message = server.World.AddMessage(server.Channel, server.World.BotId, "here");

        await server.Client.CreateReactionAsync(server.Channel, message, new Emoji { Name = "wave", Id = new Snowflake(7) }, CancellationToken.None);

        Assert.Equal("wave:7", Assert.Single(server.Rest.Calls).Values["emoji_name"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void What_would_lead_to_another_route_is_not_sent(string value) =>
        Assert.Throws<InvalidRequestException>(() => Route.Get("channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", 1, 2, value));

    [Fact]
    public void Any_text_stays_in_its_place() => Prop.ForAll<NonEmptyString>(text =>
    {
        if (text.Get is "." or "..")
        {
            return;
        }

        var path = Route.Get("a/{webhook_token}/b", text.Get).Path;
        var address = new Uri(new Uri("https://discord.com/api/v10/"), path);

        Assert.Equal("/api/v10/" + path, address.PathAndQuery);
        Assert.Equal(["/", "api/", "v10/", "a/", Uri.EscapeDataString(text.Get) + "/", "b"], address.Segments);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_route_tells_its_major_parameter_and_nothing_else()
    {
        Assert.Equal("/1", Route.Get("channels/{channel_id}/messages/{message_id}", 1, 2).Major);
        Assert.Equal("/1", Route.Get("guilds/{guild_id}/members/{user_id}", 1, 2).Major);
        Assert.Equal("/1/secret", Route.Post("webhooks/{webhook_id}/{webhook_token}", 1, "secret").Major);
        Assert.Equal("", Route.Post("users/@me/channels").Major);
        Assert.Equal("POST webhooks/{webhook_id}/{webhook_token}", Route.Post("webhooks/{webhook_id}/{webhook_token}", 1, "secret").ToString());
    }

    [Fact]
    public void As_many_values_as_places_are_needed() =>
        Assert.Throws<ArgumentException>(() => Route.Get("channels/{channel_id}", 1, 2));
}
