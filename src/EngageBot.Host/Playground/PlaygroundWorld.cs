using System.Collections.Immutable;
using EngageBot.Chat;

namespace EngageBot.Host.Playground;

/// <summary>The channels, members and messages of the Playground, in memory. For several threads; bounded: the oldest messages are forgotten.</summary>
internal sealed class PlaygroundWorld
{
    /// <summary>Messages that are kept.</summary>
    public const int MostMessages = 20_000;

    private const int MostDeeds = 200;

    /// <summary>Name of the bot among those who react.</summary>
    public const string Bot = "";

    public static readonly CommunityId Community = new(Platform.Playground, "playground");

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PlaygroundMember> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaygroundChannel> _channels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, PlaygroundMessage> _messages = [];
    private readonly List<PlaygroundDeed> _deeds = [];
    private long _last;
    private long _version;
    private long _done;

    /// <summary>Another number says that something changed.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>How many things the bot did.</summary>
    public long Done => Interlocked.Read(ref _done);

    public IReadOnlyList<PlaygroundMember> Members => Read(() => _members.Values.ToList());

    public IReadOnlyList<PlaygroundChannel> Channels => Read(() => _channels.Values.ToList());

    /// <summary>The newest first.</summary>
    public IReadOnlyList<PlaygroundDeed> Deeds => Read(() => _deeds.AsEnumerable().Reverse().ToList());

    public PlaygroundMember? Member(string? id) => id is null ? null : Read(() => _members.GetValueOrDefault(id));

    public PlaygroundChannel? Channel(string? id) => id is null ? null : Read(() => _channels.GetValueOrDefault(id));

    public PlaygroundMessage? Message(long? number) => number is { } one ? Read(() => _messages.GetValueOrDefault(one)) : null;

    public PlaygroundMessage? BotMessage(long outboxId) => Read(() => _messages.Values.LastOrDefault(message => message.OutboxId == outboxId));

    public void Put(PlaygroundMember member) => Write(() => _members[member.Id] = member);

    public void Put(PlaygroundChannel channel) => Write(() => _channels[channel.Id] = channel);

    public void TakeOut(PlaygroundChannel channel) => Write(() => _channels.Remove(channel.Id));

    /// <summary>The last messages of a channel that a member sees, oldest first.</summary>
    public IReadOnlyList<PlaygroundMessage> In(string channel, string member, int most) => Read(() => _messages.Values.Reverse()
        .Where(message => message.Channel == channel && !message.IsGone && (message.OnlyFor is null || message.OnlyFor == member))
        .Take(most).Reverse().ToList());

    /// <summary>The last messages that only one member each sees, the newest first.</summary>
    public IReadOnlyList<PlaygroundMessage> Private(int most) => Read(() => _messages.Values.Reverse()
        .Where(message => message.OutboxId is not null && !message.IsGone && _channels.GetValueOrDefault(message.Channel)?.IsPrivate == true)
        .Take(most).ToList());

    /// <summary>Adds a message under the next number.</summary>
    public PlaygroundMessage Add(Func<long, PlaygroundMessage> make) => Write(() =>
    {
        var message = make(++_last);
        _messages.Add(message.Number, message);
        if (_messages.Count > MostMessages)
        {
            _messages.Remove(_messages.First().Key);
        }

        return message;
    });

    /// <summary>The message as it is then; null where it is not there.</summary>
    public PlaygroundMessage? Change(long number, Func<PlaygroundMessage, PlaygroundMessage> change) => Write(() =>
        _messages.TryGetValue(number, out var message) && !message.IsGone ? _messages[number] = change(message) : null);

    /// <param name="member">Who reacts; <see cref="Bot"/> for the bot.</param>
    public PlaygroundMessage? React(long number, string emoji, string member, bool isOn) => Change(number, message =>
    {
        var who = message.Reactions.GetValueOrDefault(emoji) ?? [];
        who = isOn ? who.Add(member) : who.Remove(member);
        return message with { Reactions = who.IsEmpty ? message.Reactions.Remove(emoji) : message.Reactions.SetItem(emoji, who) };
    });

    /// <summary>The bot did something.</summary>
    public void Note(PlaygroundDeed deed) => Write(() =>
    {
        _deeds.Add(deed);
        _deeds.RemoveRange(0, Math.Max(0, _deeds.Count - MostDeeds));
        return Interlocked.Increment(ref _done);
    });

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private T Write<T>(Func<T> write)
    {
        lock (_gate)
        {
            var result = write();
            Interlocked.Increment(ref _version);
            return result;
        }
    }
}
