using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <content>The bot itself: gateway, application, user.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>
    /// Where the gateway is, how many shards to use, how many sessions may be started.
    /// <see href="https://discord.com/developers/docs/events/gateway#get-gateway-bot"/>.
    /// </summary>
    public Task<RestResult<GatewayBot>> GetGatewayBotAsync(CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("gateway/bot")), RestJson.Default.GatewayBot, cancellationToken);

    /// <summary>
    /// The bot's application; its flags tell which privileged intents are on.
    /// <see href="https://discord.com/developers/docs/resources/application#get-current-application"/>.
    /// </summary>
    public Task<RestResult<Application>> GetCurrentApplicationAsync(CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("applications/@me")), DiscordJson.Default.Application, cancellationToken);

    /// <summary>The bot's user. <see href="https://discord.com/developers/docs/resources/user#get-current-user"/>.</summary>
    public Task<RestResult<User>> GetCurrentUserAsync(CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("users/@me")), DiscordJson.Default.User, cancellationToken);

    /// <summary>
    /// The guilds the bot is in, by id, at most 200 a page: ask for those after the last one until a page is short. Only id, name, icon and features are set.
    /// <see href="https://discord.com/developers/docs/resources/user#get-current-user-guilds"/>.
    /// </summary>
    public Task<RestResult<IReadOnlyList<Guild>>> GetCurrentUserGuildsAsync(Snowflake? after, CancellationToken cancellationToken) => SendAsync(
        new RestRequest(Route.Get("users/@me/guilds")) { Query = QueryText.Of(("limit", DiscordLimits.GuildPage), ("after", after)) },
        RestJson.Default.IReadOnlyListGuild,
        cancellationToken);
}
