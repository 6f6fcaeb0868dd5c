using EngageBot.Discord.Models;
using EngageBot.Discord.Rest.Validation;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Discord.Rest;

/// <content>Channels and direct messages.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>A channel, thread or conversation. <see href="https://discord.com/developers/docs/resources/channel#get-channel"/>.</summary>
    public Task<RestResult<Channel>> GetChannelAsync(Snowflake channelId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("channels/{channel_id}", channelId)), DiscordJson.Default.Channel, cancellationToken);

    /// <summary>
    /// Changes a channel or thread, for example the tags of a post.
    /// <see href="https://discord.com/developers/docs/resources/channel#modify-channel"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Discord takes.</exception>
    public Task<RestResult<Channel>> ModifyChannelAsync(Snowflake channelId, ChannelEditProperties channel, CancellationToken cancellationToken)
    {
        ChannelRules.Validate(channel);
        var request = new RestRequest(Route.Patch("channels/{channel_id}", channelId))
        {
            Body = RequestContent.Json(channel, RestJson.Default.ChannelEditProperties),
        };
        return SendAsync(request, DiscordJson.Default.Channel, cancellationToken);
    }

    /// <summary>
    /// The conversation with a user, opened where there is none yet. Whether the user takes messages shows only when one is sent. Discord asks not to open
    /// many at once (<see cref="JsonErrorCode.OpeningDirectMessagesTooFast"/>). <see href="https://discord.com/developers/docs/resources/user#create-dm"/>.
    /// </summary>
    public Task<RestResult<Channel>> CreateDMAsync(Snowflake recipientId, CancellationToken cancellationToken)
    {
        var request = new RestRequest(Route.Post("users/@me/channels"))
        {
            Body = RequestContent.Json(new CreateDmBody(recipientId), RestJson.Default.CreateDmBody),
            IsRepeatable = true, // the same conversation is given again
        };
        return SendAsync(request, DiscordJson.Default.Channel, cancellationToken);
    }
}
