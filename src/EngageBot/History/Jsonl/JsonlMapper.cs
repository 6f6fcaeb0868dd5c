using EngageBot.Chat;

namespace EngageBot.History.Jsonl;

/// <summary>Makes events of JSON lines. Ids of channels and members are their names as well, and all channels are open to everyone.</summary>
internal sealed class JsonlMapper(CommunityId community, List<HistoryItem> items)
{
    private readonly Roster _roster = new(community);

    public void Add(JsonlMessage message)
    {
        var at = message.At!.Value;
        items.Add(new HistoryItem.Happened(new MessageCreated(community, at)
        {
            Channel = _roster.Enter(message.Channel!, name: null, ChannelVisibility.Everyone, [], at, items),
            Id = message.Id!.Value,
            Author = Meet(message.Author!, message.IsBot, at),
            Text = message.Text,
            ReplyTo = message.ReplyTo,
            Thread = message.Thread,
            Mentions = message.Mentions.Count == 0 ? [] : [.. message.Mentions.Select(member => Meet(member, isBot: false, at))],
            Traits = message.IsBot ? MessageTraits.Bot : MessageTraits.None,
        }));
    }

    private MemberId Meet(string member, bool isBot, DateTimeOffset at) => _roster.Meet(member, name: null, isBot, at, items);
}
