using System.Globalization;
using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.History;

namespace EngageBot.Host.Playground;

/// <summary>Makes a history the Playground's past: its people, channels and messages get ids of the Playground, and its last message was written just now.</summary>
internal sealed class PlaygroundHistory(string path, PlaygroundWorld world)
{
    /// <summary>The last messages of a longer history are taken.</summary>
    private const int MostMessages = 10_000;

    private readonly Dictionary<MemberId, string> _members = [];
    private readonly Dictionary<ChannelId, string> _channels = [];
    private readonly Dictionary<(ChannelId, MessageId), long> _messages = [];

    /// <summary>What happened, oldest first.</summary>
    /// <param name="end">When its last message was written.</param>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public async IAsyncEnumerable<ChatEvent> ReadAsync(DateTimeOffset end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = await ReadAllAsync(cancellationToken);
        var shift = end - events.OfType<MessageCreated>().Max(message => message.At);
        foreach (var happened in events)
        {
            if (Moved(happened, shift) is { } moved)
            {
                yield return moved;
            }
        }
    }

    private async Task<IReadOnlyList<ChatEvent>> ReadAllAsync(CancellationToken cancellationToken)
    {
        Queue<ChatEvent> events = [];
        var messages = 0;
        await foreach (var item in HistoryReaders.Open(path, new HistoryOptions()).ReadAsync(cancellationToken))
        {
            if (item is not HistoryItem.Happened { Event: var happened })
            {
                continue;
            }

            messages += happened is MessageCreated ? 1 : 0;
            events.Enqueue(happened);
            while (messages > MostMessages)
            {
                messages -= Remember(events.Dequeue()) ? 1 : 0;
            }
        }

        return messages == 0 ? throw new HistoryException($"{path}: there is no message in it.") : [.. events];
    }

    /// <summary>Who and what is named in the part that is left out is known all the same. Whether it is a message.</summary>
    private bool Remember(ChatEvent happened)
    {
        if (happened is not MessageCreated)
        {
            Moved(happened, TimeSpan.Zero);
        }

        return happened is MessageCreated;
    }

    private ChatEvent? Moved(ChatEvent happened, TimeSpan shift) => happened switch
    {
        MemberSeen member => Met(member, member.At + shift),
        ChannelSeen { Visibility: ChannelVisibility.Everyone } channel => Entered(channel, channel.At + shift),
        MessageCreated message when _channels.ContainsKey(message.Channel) && _members.ContainsKey(message.Author) => Written(message, message.At + shift),
        ReactionAdded reaction when _messages.TryGetValue((reaction.Channel, reaction.Message), out var number) && _members.TryGetValue(reaction.Member, out var member) =>
            Reacted(reaction, number, member, reaction.At + shift),
        _ => null,
    };

    private MemberSeen Met(MemberSeen member, DateTimeOffset at)
    {
        if (!_members.TryGetValue(member.Member, out var id))
        {
            _members.Add(member.Member, id = Number('U', _members.Count));
        }

        world.Put(new PlaygroundMember(id, member.Name, member.IsBot));
        return new MemberSeen(PlaygroundWorld.Community, at, MemberOf(id)) { Name = member.Name, IsBot = member.IsBot };
    }

    private ChannelSeen Entered(ChannelSeen channel, DateTimeOffset at)
    {
        if (!_channels.TryGetValue(channel.Channel, out var id))
        {
            _channels.Add(channel.Channel, id = Number('C', _channels.Count));
        }

        world.Put(new PlaygroundChannel(id, channel.Name));
        return new ChannelSeen(PlaygroundWorld.Community, at, ChannelOf(id)) { Name = channel.Name, Visibility = ChannelVisibility.Everyone };
    }

    private MessageCreated Written(MessageCreated message, DateTimeOffset at)
    {
        var channel = _channels[message.Channel];
        long? NumberOf(MessageId? id) => id is { } one && _messages.TryGetValue((message.Channel, one), out var number) ? number : null;
        var written = world.Add(number => new PlaygroundMessage
        {
            Number = number,
            Channel = channel,
            Author = _members[message.Author],
            Text = message.Text,
            At = at,
            ReplyTo = NumberOf(message.ReplyTo),
            Thread = NumberOf(message.Thread),
        });
        _messages[(message.Channel, message.Id)] = written.Number;
        return message with
        {
            Community = PlaygroundWorld.Community,
            At = at,
            Channel = ChannelOf(channel),
            Id = new MessageId(written.Number),
            Author = MemberOf(written.Author!),
            ReplyTo = written.ReplyTo is { } parent ? new MessageId(parent) : null,
            Thread = written.Thread is { } thread ? new MessageId(thread) : null,
            Mentions = [.. message.Mentions.Where(_members.ContainsKey).Select(member => MemberOf(_members[member]))],
        };
    }

    private ReactionAdded Reacted(ReactionAdded reaction, long number, string member, DateTimeOffset at)
    {
        world.React(number, reaction.Emoji, member, isOn: true);
        return reaction with { Community = PlaygroundWorld.Community, At = at, Channel = ChannelOf(_channels[reaction.Channel]), Message = new MessageId(number), Member = MemberOf(member) };
    }

    private static string Number(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number + 1:D3}");

    private static MemberId MemberOf(string id) => new(PlaygroundWorld.Community, id);

    private static ChannelId ChannelOf(string id) => new(PlaygroundWorld.Community, id);
}
