using EngageBot.Chat;

namespace EngageBot.History.Slack;

/// <summary>Makes events of the messages of a Slack export.</summary>
internal sealed class SlackMapper(SlackExport export, List<HistoryItem> items)
{
    private readonly Roster _roster = new(export.Community);
    private readonly List<string> _mentions = [];

    /// <summary>Tells of all who are listed, as of the first message: readers of private channels need not have written anything.</summary>
    public void AddMembers(DateTimeOffset at)
    {
        foreach (var id in export.Members.Keys)
        {
            Meet(id, name: null, isBot: false, at);
        }
    }

    public void Add(SlackMessage message, SlackChannel channel, string place)
    {
        if (Fault(message) is { } fault)
        {
            items.Add(new HistoryItem.Skipped(place, fault));
            return;
        }

        var id = _roster.Enter(channel.Id, channel.Name, channel.Visibility, channel.Readers, message.At!.Value, items);
        switch (SlackKinds.Of(message.Subtype))
        {
            case SlackKind.Changed:
                AddChange(message, id);
                break;
            case SlackKind.Deleted:
                AddDeleted(message.DeletedId ?? message.Before.Id, id, message.At.Value);
                break;
            case SlackKind.Tombstone:
                AddDeleted(message.Id, id, message.At.Value);
                break;
            case SlackKind.Nothing:
                break;
            case var kind:
                AddCreated(message, kind, id);
                break;
        }
    }

    private static string? Fault(SlackMessage message) =>
        !message.IsMessage ? "is no message"
        : message.At is null ? message.HasTs ? "unreadable time" : "no time"
        : SlackKinds.Of(message.Subtype) is SlackKind.Person or SlackKind.Bot or SlackKind.System && Author(message) is null ? "no author"
        : null;

    private static string? Author(SlackMessage message) =>
        message.Subtype == "file_comment" ? message.CommentUser ?? message.User : message.User ?? message.BotId ?? message.Name;

    private void AddCreated(SlackMessage message, SlackKind kind, ChannelId channel)
    {
        var at = message.At!.Value;
        var author = Author(message)!;
        var traits = Traits(message, kind, author);
        var member = Meet(author, message.Name, traits.HasFlag(MessageTraits.Bot), at);
        var text = message.Subtype == "file_comment" ? message.Comment ?? message.Text : message.Text;
        items.Add(new HistoryItem.Happened(new MessageCreated(export.Community, at)
        {
            Channel = channel,
            Id = message.Id!.Value,
            Author = member,
            Text = SlackText.Unescape(text),
            Thread = message.Thread,
            Mentions = Mentions(text, author, at),
            Traits = traits,
        }));
        AddReactions(message, channel, at);
    }

    private MessageTraits Traits(SlackMessage message, SlackKind kind, string author) =>
        (kind == SlackKind.System ? MessageTraits.System : MessageTraits.None)
        | (message.IsEdited ? MessageTraits.Edited : MessageTraits.None)
        | (message.HasFiles ? MessageTraits.HasAttachments : MessageTraits.None)
        | (SlackKinds.IsBroadcast(message.Subtype) && message.Thread is not null ? MessageTraits.ThreadBroadcast : MessageTraits.None)
        | By(message, kind, author);

    /// <summary>An integration may write in a person's name: that person stays one.</summary>
    private MessageTraits By(SlackMessage message, SlackKind kind, string author)
    {
        var isPerson = export.Members.TryGetValue(author, out var known) && !known.IsBot;
        return kind switch
        {
            SlackKind.Bot => MessageTraits.Bot,
            SlackKind.System => MessageTraits.None,
            _ when known is { IsBot: true } => MessageTraits.Bot,
            _ when message.BotId is not null => isPerson ? MessageTraits.Webhook : MessageTraits.Bot,
            _ => MessageTraits.None,
        };
    }

    private MemberId[] Mentions(string text, string author, DateTimeOffset at)
    {
        _mentions.Clear();
        SlackText.AddMentions(text, _mentions);

        // Slack's own sentences ("@ada uploaded a file") name their author.
        _mentions.Remove(author);
        return _mentions.Count == 0 ? [] : [.. _mentions.Select(member => Meet(member, name: null, isBot: false, at))];
    }

    private void AddReactions(SlackMessage message, ChannelId channel, DateTimeOffset at)
    {
        foreach (var (emoji, member) in message.Reactions)
        {
            var by = Meet(member, name: null, isBot: false, at);
            items.Add(new HistoryItem.Happened(new ReactionAdded(export.Community, at, channel) { Message = message.Id!.Value, Member = by, Emoji = emoji }));
        }
    }

    /// <summary>A message also changes when a link gets its preview, or when one with replies is deleted.</summary>
    private void AddChange(SlackMessage message, ChannelId channel)
    {
        var now = message.Now;
        if (now.Subtype == "tombstone")
        {
            AddDeleted(now.Id, channel, message.At!.Value);
        }
        else if (now is { Id: { } id, Text: { } text } && (now.IsEdited || (message.Before.Text is { } before && before != text)))
        {
            items.Add(new HistoryItem.Happened(new MessageEdited(export.Community, message.At!.Value, channel) { Id = id, Text = SlackText.Unescape(text) }));
        }
    }

    private void AddDeleted(MessageId? deleted, ChannelId channel, DateTimeOffset at)
    {
        if (deleted is { } id)
        {
            items.Add(new HistoryItem.Happened(new MessageDeleted(export.Community, at, channel) { Id = id }));
        }
    }

    private MemberId Meet(string id, string? name, bool isBot, DateTimeOffset at) => export.Members.TryGetValue(id, out var known)
        ? _roster.Meet(id, known.Name, known.IsBot, at, items)
        : _roster.Meet(id, name, isBot || id == "USLACKBOT", at, items);
}
