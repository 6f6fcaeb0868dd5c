using System.Collections.Immutable;
using EngageBot.Chat;

namespace EngageBot.TestKit;

/// <summary>
/// A platform without a network: what stands on it can be read, and it can refuse, put off, lose its answers, and let the process die before or after it did
/// what it was asked. It outlives the processes of a test.
/// </summary>
public sealed class FakeChatPlatform(TimeProvider clock) : IChatPlatform
{
    private ImmutableList<FakeMessage> _messages = []; // Read by tests while workers write.
    private readonly HashSet<MessageId> _tagged = [];
    private readonly HashSet<(MessageId Message, string Emoji)> _reactions = [];
    private readonly List<string> _calls = [];
    private long _number = 1_000_000;

    public Platform Platform => TestTime.Community.Platform;

    public TimeSpan RecognisesRepeatsFor { get; set; } = TimeSpan.FromMinutes(2);

    public bool IsCaughtUp { get; set; } = true;

    /// <summary>Looks for messages are in vain; posts cannot be fetched.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Channels whose posts cannot be fetched.</summary>
    public ISet<string> Unreadable { get; } = new HashSet<string>();

    /// <summary>Who can read what, where it is not everybody.</summary>
    public IDictionary<(MemberId Member, ChannelId Channel), ReadAccess> Access { get; } = new Dictionary<(MemberId, ChannelId), ReadAccess>();

    /// <summary>How it is with those who are not simply there.</summary>
    public IDictionary<MemberId, MemberPresence> Presences { get; } = new Dictionary<MemberId, MemberPresence>();

    /// <summary>Who takes no private messages.</summary>
    public ISet<MemberId> Closed { get; } = new HashSet<MemberId>();

    /// <summary>Only posts in these channels can be tagged.</summary>
    public ISet<string> Forums { get; } = new HashSet<string>();

    /// <summary>What happens to the next calls, in order; afterwards they succeed.</summary>
    public Queue<FakeFault> Faults { get; } = new();

    /// <summary>Called with each message of the bot when it is sent, changed or taken away.</summary>
    public Action<FakeMessage>? Shown { get; set; }

    /// <summary>Everything asked of it, in order, by name.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>Everything that the bot ever sent, also what is gone.</summary>
    public IEnumerable<FakeMessage> Sent => _messages.Where(message => message.OutboxId is not null);

    /// <summary>What the bot sent and stands.</summary>
    public IEnumerable<FakeMessage> Standing => Sent.Where(message => !message.IsGone);

    public IReadOnlySet<MessageId> Tagged => _tagged;

    /// <summary>What the bot put under messages.</summary>
    public IReadOnlySet<(MessageId Message, string Emoji)> Reactions => _reactions;

    /// <summary>Somebody wrote.</summary>
    public void Receive(MessageCreated message) =>
        _messages = _messages.Add(new FakeMessage(new MessagePlace(message.Channel, message.Thread, message.Id), message.Text) { At = message.At });

    /// <summary>Somebody took a message away.</summary>
    public MessageDeleted Remove(ChannelId channel, MessageId id)
    {
        Change(channel, id, message => message with { IsGone = true });
        return new MessageDeleted(channel.Community, clock.GetUtcNow(), channel) { Id = id };
    }

    /// <summary>Who has left: he can read nothing, and no place is opened for him.</summary>
    public ISet<MemberId> Left { get; } = new HashSet<MemberId>();

    /// <summary>Places that were opened, by what was said first.</summary>
    public IDictionary<long, MeetingPlace> Places { get; } = new Dictionary<long, MeetingPlace>();

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Opens is { } place)
        {
            var opened = await AnswerAsync("open", () => Open(message.OutboxId, place));
            if (opened is not SendResult.Sent)
            {
                return opened;
            }
        }

        return await SayAsync(message);
    }

    private Task<SendResult> SayAsync(OutgoingMessage message) => AnswerAsync("send", () =>
    {
        var repeated = Sent.FirstOrDefault(sent => sent.OutboxId == message.OutboxId && clock.GetUtcNow() - sent.At < RecognisesRepeatsFor);
        if (repeated is not null)
        {
            return new SendResult.Sent(repeated.Place.Id) { Conversation = ConversationOf(message) };
        }

        if (message.To is { } member && Closed.Contains(member))
        {
            return new SendResult.Refused("The member takes no private messages.") { CannotBeReached = true };
        }

        var id = new MessageId(++_number);
        _messages = _messages.Add(new FakeMessage(new MessagePlace(ConversationOf(message) ?? message.Channel, message.Thread, id), message.Text)
        {
            OutboxId = message.OutboxId,
            ReplyTo = message.ReplyTo,
            To = message.To,
            Buttons = message.Buttons,
            Picture = message.Picture,
            Opens = message.Opens,
            Mentions = message.AllowedMentions.Members,
            At = clock.GetUtcNow(),
        });
        Shown?.Invoke(_messages[^1]);
        return new SendResult.Sent(id) { Conversation = ConversationOf(message) };
    });

    public Task<MemberPresence> PresenceAsync(MemberId member, CancellationToken cancellationToken) =>
        Task.FromResult(Presences.TryGetValue(member, out var presence) ? presence : default);

    public Task<SendResult> EditAsync(MessagePlace place, OutgoingMessage message, CancellationToken cancellationToken) =>
        AnswerAsync("edit", () => Change(place.Channel, place.Id, one => one with { Text = message.Text, Buttons = message.Buttons }));

    public Task<SendResult> DeleteAsync(MessagePlace place, CancellationToken cancellationToken) =>
        AnswerAsync("delete", () => Change(place.Channel, place.Id, one => one with { IsGone = true }));

    public Task<PostPresence> FetchAsync(MessagePlace place, CancellationToken cancellationToken)
    {
        _calls.Add("fetch");
        DieIfSo();
        return Task.FromResult(IsBlind || Unreadable.Contains(place.Channel.Value) ? PostPresence.Unknown : Find(place.Channel, place.Id) is { IsGone: false } ? PostPresence.There : PostPresence.Gone);
    }

    public Task<FindResult> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        _calls.Add("find");
        DieIfSo();
        var found = Standing.FirstOrDefault(sent => sent.OutboxId == message.OutboxId && sent.At >= since);
        return Task.FromResult<FindResult>(IsBlind ? new FindResult.Unknown() : found is null ? new FindResult.Absent() : new FindResult.Found(found.Place.Id) { Conversation = ConversationOf(message) });
    }

    /// <summary>Who may manage the community; who is not here may not.</summary>
    public ISet<MemberId> Managers { get; } = new HashSet<MemberId>();

    /// <summary>Nobody can find out who may manage the community.</summary>
    public bool HidesManagers { get; set; }

    public Task<bool?> ManagesAsync(MemberId member, CancellationToken cancellationToken) => Task.FromResult<bool?>(HidesManagers ? null : Managers.Contains(member));

    /// <summary>Who has which role; who is not here has none.</summary>
    public ISet<(MemberId Member, string Role)> Roles { get; } = new HashSet<(MemberId, string)>();

    public Task<bool?> HasRoleAsync(MemberId member, string role, CancellationToken cancellationToken) => Task.FromResult<bool?>(HidesManagers ? null : Roles.Contains((member, role)));

    public Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken) =>
        Task.FromResult(Left.Contains(member) ? ReadAccess.Cannot : Access.TryGetValue((member, channel), out var access) ? access : ReadAccess.Can);

    public Task<SendResult> TagAsync(MessagePlace post, bool isOn, CancellationToken cancellationToken) => AnswerAsync("tag", () =>
    {
        if (!Forums.Contains(post.Channel.Value))
        {
            return new SendResult.Refused($"The channel #{post.Channel.Value} is no forum.");
        }

        _ = isOn ? _tagged.Add(post.Id) : _tagged.Remove(post.Id);
        return new SendResult.Sent(post.Id);
    });

    public Task<SendResult> ReactAsync(MessagePlace place, string emoji, bool isOn, CancellationToken cancellationToken) => AnswerAsync("react", () =>
    {
        _ = isOn ? _reactions.Add((place.Id, emoji)) : _reactions.Remove((place.Id, emoji));
        return new SendResult.Sent(place.Id);
    });

    public Uri? LinkTo(MessagePlace place) => new($"https://chat.example/{place.Channel.Value}/{place.Id.Number}");

    private static ChannelId? ConversationOf(OutgoingMessage message) =>
        message.To is { } member ? new ChannelId(member.Community, $"with {member.Value}")
        : message.Opens is not null ? new ChannelId(message.Channel.Community, $"place {message.OutboxId}")
        : null;

    private SendResult Open(long outboxId, MeetingPlace place)
    {
        if (place.Members.Any(Left.Contains))
        {
            return new SendResult.Refused("A member has left.", IsGoneForGood: true);
        }

        Places[outboxId] = place;
        return new SendResult.Sent(new MessageId(1));
    }

    private Task<SendResult> AnswerAsync(string call, Func<SendResult> work)
    {
        _calls.Add(call);
        var result = (Faults.TryDequeue(out var fault) ? fault : FakeFault.None) switch
        {
            FakeFault.Refuse => new SendResult.Refused("The bot may not write here."),
            FakeFault.Forbid => new SendResult.Refused("the bot lacks a permission") { LacksPermission = true },
            FakeFault.PutOff => new SendResult.RetryAfter(TimeSpan.FromSeconds(5)),
            FakeFault.LoseRequest => new SendResult.Uncertain(),
            FakeFault.DieBefore => throw new SimulatedCrashException(),
            FakeFault.LoseAnswer => Lost(work),
            FakeFault.DieAfter => throw DeadAfter(work),
            _ => work(),
        };
        return Task.FromResult(result);
    }

    /// <summary>A look changes nothing, so that only a death of its own befalls it.</summary>
    private void DieIfSo()
    {
        if (Faults.TryPeek(out var next) && next == FakeFault.DieLooking)
        {
            Faults.Dequeue();
            throw new SimulatedCrashException();
        }
    }

    private static SendResult.Uncertain Lost(Func<SendResult> work)
    {
        work();
        return new SendResult.Uncertain();
    }

    private static SimulatedCrashException DeadAfter(Func<SendResult> work)
    {
        work();
        return new SimulatedCrashException();
    }

    private FakeMessage? Find(ChannelId channel, MessageId id) => _messages.Find(message => message.Place.Channel == channel && message.Place.Id == id);

    private SendResult Change(ChannelId channel, MessageId id, Func<FakeMessage, FakeMessage> change)
    {
        var at = _messages.FindIndex(message => message.Place.Channel == channel && message.Place.Id == id);
        if (at < 0 || _messages[at].IsGone)
        {
            return new SendResult.Refused("There is no such message.", IsGoneForGood: true);
        }

        _messages = _messages.SetItem(at, change(_messages[at]));
        if (_messages[at].OutboxId is not null)
        {
            Shown?.Invoke(_messages[at]);
        }

        return new SendResult.Sent(id);
    }
}
