namespace EngageBot.Host.Platforms.Slack.State;

/// <summary>The channels of a workspace that the bot is in, and its users as far as they were met. Not for several threads.</summary>
internal sealed class SlackDirectory
{
    /// <summary>Enough for everyone who writes these days; past it the memory starts afresh, and what is asked twice does no harm.</summary>
    private const int Capacity = 200_000;

    private readonly Dictionary<string, ChannelState> _channels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserState> _users = new(StringComparer.Ordinal);

    private Dictionary<string, GroupState>? _groups;

    public IReadOnlyCollection<ChannelState> Channels => _channels.Values;

    public ChannelState? Channel(string? id) => id is null ? null : _channels.GetValueOrDefault(id);

    /// <summary>A conversation that is no channel of the community.</summary>
    public bool IsOther(string id) => _others.Contains(id);

    /// <summary>Whether it is new.</summary>
    public bool Put(ChannelState channel)
    {
        var isNew = !_channels.ContainsKey(channel.Id);
        _channels[channel.Id] = channel;
        _others.Remove(channel.Id);
        return isNew;
    }

    public void PutOther(string id)
    {
        if (_others.Count >= Capacity)
        {
            _others.Clear();
        }

        _others.Add(id);
    }

    public void Remove(string id) => _channels.Remove(id);

    /// <summary>Slack told which user groups there are.</summary>
    public bool KnowsGroups => _groups is not null;

    public void Begin(IEnumerable<GroupState> groups) => _groups = groups.ToDictionary(group => group.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<GroupState> Groups => _groups?.Values ?? (IReadOnlyCollection<GroupState>)[];

    public GroupState? Group(string id) => _groups?.GetValueOrDefault(id);

    /// <param name="group">Null where there is none of that id any more.</param>
    public void Put(string id, GroupState? group)
    {
        if (group is null)
        {
            _groups?.Remove(id);
        }
        else if (_groups is not null)
        {
            _groups[id] = group;
        }
    }

    /// <summary>Ids and names of a user's groups; null where nothing is known of groups.</summary>
    public IReadOnlyList<string>? GroupsOf(string user) =>
        _groups is null ? null : [.. _groups.Values.Where(group => group.Members.Contains(user)).OrderBy(group => group.Id, StringComparer.Ordinal).SelectMany(group => group.Names)];

    public UserState? User(string id) => _users.GetValueOrDefault(id);

    /// <summary>Whether there is something new in it.</summary>
    public bool Put(string id, UserState user)
    {
        if (_users.TryGetValue(id, out var known) && known == user)
        {
            return false;
        }

        if (_users.Count >= Capacity)
        {
            _users.Clear();
        }

        _users[id] = user;
        return true;
    }
}
