using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>The guilds, channels and threads as they were told last.</summary>
internal sealed class DiscordDirectory
{
    private readonly Dictionary<Snowflake, GuildState> _guilds = [];
    private readonly Dictionary<Snowflake, ChannelState> _channels = [];
    private readonly Dictionary<Snowflake, HashSet<Snowflake>> _channelsOf = [];

    private readonly HashSet<Snowflake> _changed = [];

    public IReadOnlyCollection<Snowflake> Guilds => _guilds.Keys;

    public GuildState? Guild(Snowflake id) => _guilds.GetValueOrDefault(id);

    public ChannelState? Channel(Snowflake id) => _channels.GetValueOrDefault(id);

    /// <summary>The channels and threads of a guild.</summary>
    public IReadOnlyList<ChannelState> ChannelsOf(Snowflake guild) =>
        _channelsOf.TryGetValue(guild, out var ids) ? [.. ids.Select(id => _channels[id])] : [];

    /// <summary>The channel whose permissions count: a thread has none of its own.</summary>
    public ChannelState? PermissionsOf(ChannelState channel) => channel.Parent is { } parent ? Channel(parent) : channel;

    /// <summary>The guilds of which something was told since this was asked last.</summary>
    /// <param name="everything">All guilds that are known, whatever was told.</param>
    public IReadOnlyList<Snowflake> TakeChanged(bool everything = false)
    {
        Snowflake[] changed = everything ? [.. _guilds.Keys] : [.. _changed];
        _changed.Clear();
        return changed;
    }

    public void Put(GuildState guild)
    {
        _guilds[guild.Id] = guild;
        _changed.Add(guild.Id);
    }

    public void Put(ChannelState channel)
    {
        _channels[channel.Id] = channel;
        _changed.Add(channel.Guild);
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
            _changed.Add(channel.Guild);
        }
    }

    public void RemoveGuild(Snowflake id)
    {
        _guilds.Remove(id);
        _changed.Add(id);
    }
}
