using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <content>Guilds: roles, channels, members.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>
    /// A guild with its roles; channels and members are not part of it.
    /// <see href="https://discord.com/developers/docs/resources/guild#get-guild"/>.
    /// </summary>
    public Task<RestResult<Guild>> GetGuildAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("guilds/{guild_id}", guildId)), DiscordJson.Default.Guild, cancellationToken);

    /// <summary>A guild's channels, without threads. <see href="https://discord.com/developers/docs/resources/guild#get-guild-channels"/>.</summary>
    public Task<RestResult<IReadOnlyList<Channel>>> GetGuildChannelsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("guilds/{guild_id}/channels", guildId)), DiscordJson.Default.IReadOnlyListChannel, cancellationToken);

    /// <summary>
    /// A guild's threads that are not archived and that the bot can see.
    /// <see href="https://discord.com/developers/docs/resources/guild#list-active-guild-threads"/>.
    /// </summary>
    public Task<RestResult<ThreadList>> ListActiveGuildThreadsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("guilds/{guild_id}/threads/active", guildId)), RestJson.Default.ThreadList, cancellationToken);

    /// <summary>
    /// A member; refused with <see cref="JsonErrorCode.UnknownMember"/> when the user has left.
    /// <see href="https://discord.com/developers/docs/resources/guild#get-guild-member"/>.
    /// </summary>
    public Task<RestResult<Member>> GetGuildMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Route.Get("guilds/{guild_id}/members/{user_id}", guildId, userId)), DiscordJson.Default.Member, cancellationToken);
}
