using EngageBot.Chat;

namespace EngageBot.History;

/// <summary>Who and what of a community has been told of, so that each is told of once, before it is needed.</summary>
internal sealed class Roster(CommunityId community)
{
    private readonly Dictionary<string, bool> _bots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _channels = new(StringComparer.Ordinal);

    public CommunityId Community => community;

    /// <summary>A member is told of again when he turns out to be a bot: who is only mentioned is not known as one.</summary>
    public MemberId Meet(string id, string? name, bool isBot, DateTimeOffset at, List<HistoryItem> items)
    {
        var member = new MemberId(community, id);
        if (!_bots.TryGetValue(id, out var known) || (isBot && !known))
        {
            _bots[id] = isBot;
            items.Add(new HistoryItem.Happened(new MemberSeen(community, at, member) { Name = name ?? id, IsBot = isBot }));
        }

        return member;
    }

    public ChannelId Enter(string id, string? name, ChannelVisibility visibility, IReadOnlyList<MemberId> readers, DateTimeOffset at, List<HistoryItem> items)
    {
        var channel = new ChannelId(community, id);
        if (_channels.Add(id))
        {
            items.Add(new HistoryItem.Happened(
                new ChannelSeen(community, at, channel) { Name = name ?? id, Visibility = visibility, Readers = readers }));
        }

        return channel;
    }
}
