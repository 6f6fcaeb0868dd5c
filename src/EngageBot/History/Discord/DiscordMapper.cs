using EngageBot.Chat;

namespace EngageBot.History.Discord;

/// <summary>Makes events of the messages of an export of Discord.</summary>
/// <param name="threads">The ids of all exported threads: a message that started one has the same id.</param>
/// <param name="items">Where the events go.</param>
internal sealed class DiscordMapper(HashSet<MessageId> threads, List<HistoryItem> items)
{
    private readonly Dictionary<CommunityId, Roster> _rosters = [];

    public void Add(DiscordMessage message, DiscordFile file, string place)
    {
        if (message.Fault is { } fault)
        {
            items.Add(new HistoryItem.Skipped(place, fault));
            return;
        }

        var at = message.At!.Value;
        var roster = RosterOf(file.Community);
        var channel = roster.Enter(file.Channel, file.ChannelName, file.Visibility, [], at, items);
        var author = Meet(roster, message.Author!.Value, message.Kind, at);
        items.Add(new HistoryItem.Happened(new MessageCreated(file.Community, at)
        {
            Channel = channel,
            Id = message.Id!.Value,
            Author = author,
            Text = message.Text,
            ReplyTo = IsReply(message, file) ? message.Reference : null,
            Thread = file.Thread ?? (threads.Contains(message.Id.Value) ? message.Id : null),
            Mentions = message.Mentions.Count == 0 ? [] : Mentions(roster, message, at),
            Traits = Traits(message),
        }));
        AddReactions(roster, message, channel, at);
    }

    private static bool IsReply(DiscordMessage message, DiscordFile file) =>
        message.Kind == DiscordMessageKind.Reply && (message.ReferenceChannel is null || message.ReferenceChannel == file.Id);

    private static MessageTraits Traits(DiscordMessage message)
    {
        var author = message.Author!.Value;
        return (author.IsBot || message.Kind == DiscordMessageKind.Command ? MessageTraits.Bot : MessageTraits.None)
            | (author.IsWebhook ? MessageTraits.Webhook : MessageTraits.None)
            | (message.Kind == DiscordMessageKind.System ? MessageTraits.System : MessageTraits.None)
            | (message.IsEdited ? MessageTraits.Edited : MessageTraits.None)
            | (message.HasAttachments ? MessageTraits.HasAttachments : MessageTraits.None)
            | (message.IsForward ? MessageTraits.Forwarded : MessageTraits.None);
    }

    private MemberId[] Mentions(Roster roster, DiscordMessage message, DateTimeOffset at)
    {
        var mentions = new MemberId[message.Mentions.Count];
        for (var index = 0; index < mentions.Length; index++)
        {
            mentions[index] = Meet(roster, message.Mentions[index], DiscordMessageKind.Person, at);
        }

        return mentions;
    }

    /// <summary>Reactions whose users the export does not list, or whose emoji has no name, are left out.</summary>
    private void AddReactions(Roster roster, DiscordMessage message, ChannelId channel, DateTimeOffset at)
    {
        foreach (var (emoji, member) in message.Reactions)
        {
            if (emoji is not null)
            {
                var by = Meet(roster, member, DiscordMessageKind.Person, at);
                items.Add(new HistoryItem.Happened(
                    new ReactionAdded(channel.Community, at, channel) { Message = message.Id!.Value, Member = by, Emoji = emoji }));
            }
        }
    }

    private MemberId Meet(Roster roster, DiscordMember member, DiscordMessageKind kind, DateTimeOffset at) =>
        roster.Meet(member.Id, member.Name, member.IsBot || kind == DiscordMessageKind.Command, at, items);

    private Roster RosterOf(CommunityId community)
    {
        if (!_rosters.TryGetValue(community, out var roster))
        {
            roster = _rosters[community] = new Roster(community);
        }

        return roster;
    }
}
