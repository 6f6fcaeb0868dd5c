using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>The guilds, channels and threads as they were told last.</summary>
internal sealed class DiscordDirectory
{
    private readonly Dictionary<Snowflake, GuildState> _guilds = [];
    private readonly Dictionary<Snowflake, ChannelState> _channels = [];
    private readonly Dictionary<Snowflake, HashSet<Snowflake>> _channelsOf = [];

    public IReadOnlyCollection<Snowflake> Guilds => _guilds.Keys;

    public GuildState? Guild(Snowflake id) => _guilds.GetValueOrDefault(id);

    public ChannelState? Channel(Snowflake id) => _channels.GetValueOrDefault(id);

    /// <summary>The channels and threads of a guild.</summary>
    public IReadOnlyList<ChannelState> ChannelsOf(Snowflake guild) =>
        _channelsOf.TryGetValue(guild, out var ids) ? [.. ids.Select(id => _channels[id])] : [];

    /// <summary>The channel whose permissions count: a thread has none of its own.</summary>
    public ChannelState? PermissionsOf(ChannelState channel) => channel.Parent is { } parent ? Channel(parent) : channel;

    public void Put(GuildState guild) => _guilds[guild.Id] = guild;

    public void Put(ChannelState channel)
    {
        _channels[channel.Id] = channel;
        if (!_channelsOf.TryGetValue(channel.Guild, out var ids))
        {
            ids = _channelsOf[channel.Guild] = [];
        }

        ids.Add(channel.Id);
    }

    public void RemoveChannel(Snowflake id)
    {
        if (_channels.Remove(id, out var channel))
        {
            _channelsOf[channel.Guild].Remove(id);
        }
    }

    public void RemoveGuild(Snowflake id) => _guilds.Remove(id);
}
