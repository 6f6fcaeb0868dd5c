using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Communities;

/// <summary>Channels and their communities by their platform's ids: kept in memory, read from the store when first seen, added to it when new.</summary>
/// <param name="partitionOf">Where the work is divided among processes, the part that a community is of.</param>
internal sealed class ChannelDirectory(WriteSession session, PartitionOf? partitionOf = null)
{
    private static readonly HotSql AddCommunity = new(
        "INSERT INTO communities (id, platform, platform_id, partition) VALUES (@id, @platform, @platform_id, @partition)",
        ("id", DbType.Int64),
        ("platform", DbType.Int32),
        ("platform_id", DbType.String),
        ("partition", DbType.String));

    private static readonly HotSql FindChannel = new(
        "SELECT id, name, visibility, archived_at FROM channels WHERE community = @community AND platform_id = @platform_id",
        ("community", DbType.Int64),
        ("platform_id", DbType.String));

    private static readonly HotSql AddChannel = new(
        "INSERT INTO channels (id, community, platform_id, name, visibility) VALUES (@id, @community, @platform_id, @name, @visibility)",
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("platform_id", DbType.String),
        ("name", DbType.String),
        ("visibility", DbType.Int32));

    private static readonly HotSql ChangeChannel = new(
        "UPDATE channels SET name = @name, visibility = @visibility, archived_at = @archived_at WHERE id = @id",
        ("name", DbType.String),
        ("visibility", DbType.Int32),
        ("archived_at", DbType.Int64),
        ("id", DbType.Int64));

    private readonly KeySequence _communityKeys = new("communities");
    private readonly KeySequence _channelKeys = new("channels", atOnce: 20);
    private readonly Dictionary<CommunityId, long> _communities = [];
    private readonly Dictionary<ChannelId, ChannelEntry> _channels = [];

    /// <summary>By its key; null where it is not in memory.</summary>
    public long? Known(CommunityId id) => _communities.TryGetValue(id, out var key) ? key : null;

    /// <summary>Null where it is not in memory.</summary>
    public ChannelEntry? Known(ChannelId id) => _channels.GetValueOrDefault(id);

    public async ValueTask<long> CommunityAsync(CommunityId id, CancellationToken cancellationToken)
    {
        if (_communities.TryGetValue(id, out var key))
        {
            return key;
        }

        var found = await CommunityKey.OfAsync(session, id, cancellationToken);
        key = found ?? await _communityKeys.NextAsync(session, cancellationToken);
        if (found is null)
        {
            await session.ExecuteAsync(AddCommunity, cancellationToken, key, (int)id.Platform, id.Value, partitionOf?.Invoke(id));
        }

        _communities.Add(id, key);
        return key;
    }

    public async ValueTask<ChannelEntry> ChannelAsync(ChannelId id, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(id, out var channel))
        {
            return channel;
        }

        var community = await CommunityAsync(id.Community, cancellationToken);
        channel = await ReadAsync(id, community, cancellationToken) ?? await AddAsync(id, community, cancellationToken);
        _channels.Add(id, channel);
        return channel;
    }

    /// <summary>True where something changed.</summary>
    public async ValueTask<bool> ChangeAsync(ChannelEntry channel, ChannelSeen seen, CancellationToken cancellationToken)
    {
        if (channel.Name == seen.Name && channel.Visibility == seen.Visibility && seen.IsArchived == channel.ArchivedAt is not null)
        {
            return false;
        }

        channel.Name = seen.Name;
        channel.Visibility = seen.Visibility;
        channel.ArchivedAt = seen.IsArchived ? channel.ArchivedAt ?? seen.At.ToUnixTimeMilliseconds() : null;
        await session.ExecuteAsync(ChangeChannel, cancellationToken, seen.Name, (int)seen.Visibility, channel.ArchivedAt, channel.Key);
        return true;
    }

    public void Forget()
    {
        _communityKeys.Forget();
        _channelKeys.Forget();
        _communities.Clear();
        _channels.Clear();
    }

    private async ValueTask<ChannelEntry?> ReadAsync(ChannelId id, long community, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(FindChannel, cancellationToken, community, id.Value);
        return !await reader.ReadAsync(cancellationToken) ? null : new ChannelEntry
        {
            Key = reader.GetInt64(0),
            Community = community,
            Id = id,
            Name = reader.GetString(1),
            Visibility = (ChannelVisibility)reader.GetInt32(2),
            ArchivedAt = reader.IsDBNull(3) ? null : reader.GetInt64(3),
        };
    }

    private async ValueTask<ChannelEntry> AddAsync(ChannelId id, long community, CancellationToken cancellationToken)
    {
        var channel = new ChannelEntry
        {
            Key = await _channelKeys.NextAsync(session, cancellationToken),
            Community = community,
            Id = id,
            Name = id.Value,
            Visibility = ChannelVisibility.Unknown,
        };
        await session.ExecuteAsync(AddChannel, cancellationToken, channel.Key, community, id.Value, channel.Name, (int)channel.Visibility);
        return channel;
    }
}
