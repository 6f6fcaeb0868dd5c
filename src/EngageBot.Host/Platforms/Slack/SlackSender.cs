using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>Speaks on Slack. Nothing it says pings anybody. What it says has its number with it, where nobody sees it, so that it is found again after a crash.</summary>
internal sealed class SlackSender(SlackWorlds worlds, SlackReaders readers, SlackPresences presences, SlackDepartures departures) : IChatPlatform
{
    /// <summary>What the messages of the bot are known by. Stored at Slack: never change it.</summary>
    public const string Mark = "engagebot_outbox";

    /// <summary>So many messages back a message that may have been sent is looked for.</summary>
    private const int MostLookedAt = 2_000;

    /// <summary>The clocks of this machine and of Slack may differ by as much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Slack names emoji.</summary>
    private static readonly Dictionary<string, string> EmojiNames = new(StringComparer.Ordinal) { ["👀"] = "eyes" };

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    public Platform Platform => Platform.Slack;

    /// <summary>Slack never does.</summary>
    public TimeSpan RecognisesRepeatsFor => TimeSpan.Zero;

    public bool IsCaughtUp => worlds.IsCaughtUp;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => TryAsync(
        message.Channel,
        world => message.To is { } member ? TogetherAsync(world, [member], message, cancellationToken)
            : message.Opens is { } place ? TogetherAsync(world, place.Members, message, cancellationToken)
            : PostAsync(world, message.Channel, message, cancellationToken),
        cancellationToken);

    /// <summary>Those whom it may ping come first.</summary>
    private static string TextOf(OutgoingMessage message, SlackWorld world) =>
        string.Concat(message.AllowedMentions.Members.Select(member => $"<@{member.Value}> ")) + SlackMessageText.Escape(message.Text, world.Address);

    public Task<SendResult> EditAsync(MessagePlace place, OutgoingMessage message, CancellationToken cancellationToken) => TryAsync(
        place.Channel,
        async world =>
        {
            var edit = new MessageEditProperties { Text = TextOf(message, world) };
            var result = await SlackPictures.ShowAsync(
                world,
                message,
                blocks => world.Client.UpdateMessageAsync(place.Channel.Value, SlackMapper.TimestampOf(place.Id), edit with { Blocks = blocks }, cancellationToken),
                cancellationToken);
            return ResultOf(result, _ => place.Id);
        },
        cancellationToken);

    public Task<SendResult> DeleteAsync(MessagePlace place, CancellationToken cancellationToken) => TryAsync(
        place.Channel,
        async world => ResultOf(await world.Client.DeleteMessageAsync(place.Channel.Value, SlackMapper.TimestampOf(place.Id), cancellationToken), _ => place.Id),
        cancellationToken);

    public async Task<PostPresence> FetchAsync(MessagePlace place, CancellationToken cancellationToken)
    {
        if (worlds.Find(place.Channel.Community) is not { IsGone: false } world)
        {
            return PostPresence.Unknown;
        }

        try
        {
            return await FetchAsync(world, place, cancellationToken);
        }
        catch (SlackAuthenticationException fault)
        {
            await departures.LeaveAsync(world, fault.Message, cancellationToken);
            return PostPresence.Unknown;
        }
    }

    public async Task<FindResult> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (worlds.Find(message.Channel.Community) is not { IsGone: false } world)
        {
            return new FindResult.Unknown();
        }

        try
        {
            return (message.To is { } member ? [member] : message.Opens?.Members) is { } members
                ? await FindTogetherAsync(world, members, message, since, cancellationToken)
                : await FindAsync(world, message.Channel.Value, ThreadOf(message), message, since, cancellationToken);
        }
        catch (SlackAuthenticationException fault)
        {
            await departures.LeaveAsync(world, fault.Message, cancellationToken);
            return new FindResult.Unknown();
        }
    }

    public Task<SendResult> TagAsync(MessagePlace post, bool isOn, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Refused("Slack has no forums: set EngageBot:Rules:PublicStep to Board or Reply"));

    public Task<SendResult> ReactAsync(MessagePlace place, string emoji, bool isOn, CancellationToken cancellationToken) => TryAsync(
        place.Channel,
        async world =>
        {
            if (!EmojiNames.TryGetValue(emoji, out var name))
            {
                return new SendResult.Refused("the bot does not know Slack's name of the emoji");
            }

            var (channel, ts) = (place.Channel.Value, SlackMapper.TimestampOf(place.Id));
            var result = isOn ? await world.Client.AddReactionAsync(channel, ts, name, cancellationToken) : await world.Client.RemoveReactionAsync(channel, ts, name, cancellationToken);
            var isDone = result is SlackResult<NoContent>.Refused { Error: SlackError.AlreadyReacted or SlackError.NoReaction };
            return isDone ? new SendResult.Sent(place.Id) : ResultOf(result, _ => place.Id);
        },
        cancellationToken);

    public Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken) => readers.CanReadAsync(member, channel, cancellationToken);

    public Task<bool?> HasRoleAsync(MemberId member, string role, CancellationToken cancellationToken) => readers.HasRoleAsync(member, role, cancellationToken);

    public Task<bool?> ManagesAsync(MemberId member, CancellationToken cancellationToken) => readers.ManagesAsync(member, cancellationToken);

    public Task<MemberPresence> PresenceAsync(MemberId member, CancellationToken cancellationToken) => presences.FindAsync(member, cancellationToken);

    /// <summary>As Slack's own "Copy link" gives it.</summary>
    public Uri? LinkTo(MessagePlace place)
    {
        if (worlds.Find(place.Channel.Community) is not { Address: { } address })
        {
            return null;
        }

        var id = place.Id.Spell(Platform.Slack).Replace(".", string.Empty, StringComparison.Ordinal);
        var thread = place.Thread is { } head && head != place.Id ? $"?thread_ts={head.Spell(Platform.Slack)}&cid={place.Channel.Value}" : string.Empty;
        return new Uri(address, $"archives/{place.Channel.Value}/p{id}{thread}");
    }

    private static async Task<SendResult> PostAsync(SlackWorld world, ChannelId place, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var posted = new MessageProperties
        {
            Text = TextOf(message, world),
            ThreadTs = message.To is null && message.Opens is null ? ThreadOf(message) : null,
            Metadata = MessageMetadata.Of(Mark, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = NumberOf(message) }),
        };
        var result = await SlackPictures.ShowAsync(
            world, message, blocks => world.Client.PostMessageAsync(place.Value, posted with { Blocks = blocks }, cancellationToken), cancellationToken);
        return ResultOf(result, sent => SlackMapper.IdOf(sent.Ts));
    }

    /// <summary>The conversation is opened first. What is meant for one member alone is said there or not at all.</summary>
    private static async Task<SendResult> TogetherAsync(SlackWorld world, IReadOnlyList<MemberId> members, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var opened = await world.Client.OpenConversationAsync([.. members.Select(member => member.Value)], cancellationToken);
        if (opened.ValueOrDefault is not { } conversation)
        {
            // Nothing was said, whether it was opened or not.
            return opened is SlackResult<Conversation>.Unknown ? new SendResult.RetryAfter(Later) : ResultOf(opened, _ => null);
        }

        var place = new ChannelId(message.Channel.Community, conversation.Id);
        var result = await PostAsync(world, place, message, cancellationToken);
        return result is SendResult.Sent sent ? sent with { Conversation = place } : result;
    }

    private static string NumberOf(OutgoingMessage message) => message.OutboxId.ToString(CultureInfo.InvariantCulture);

    /// <summary>A reply stands in the thread of the post that it is to.</summary>
    private static Timestamp? ThreadOf(OutgoingMessage message) => (message.Thread ?? message.ReplyTo) is { } thread ? SlackMapper.TimestampOf(thread) : null;

    /// <summary>A message that began a thread, or is in none, stands in the channel.</summary>
    private static async Task<PostPresence> FetchAsync(SlackWorld world, MessagePlace place, CancellationToken cancellationToken)
    {
        var ts = SlackMapper.TimestampOf(place.Id);
        var one = new HistoryRequest { Oldest = ts, Latest = ts, Inclusive = true, Limit = 2 };
        var page = place.Thread is { } thread && thread != place.Id
            ? await world.Client.GetRepliesPageAsync(place.Channel.Value, SlackMapper.TimestampOf(thread), one, cursor: null, cancellationToken)
            : await world.Client.GetHistoryPageAsync(place.Channel.Value, one, cursor: null, cancellationToken);
        return page switch
        {
            SlackResult<SlackPage<Message>>.Ok ok => ok.Value.Items.Any(message => message.Ts == ts && message.Subtype != MessageSubtype.Tombstone) ? PostPresence.There : PostPresence.Gone,
            SlackResult<SlackPage<Message>>.Refused refused when SlackRefusals.IsGone(refused.Error) => PostPresence.Gone,
            _ => PostPresence.Unknown,
        };
    }

    private static async Task<FindResult> FindTogetherAsync(
        SlackWorld world, IReadOnlyList<MemberId> members, OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if ((await world.Client.OpenConversationAsync([.. members.Select(member => member.Value)], cancellationToken)).ValueOrDefault is not { } conversation)
        {
            return new FindResult.Unknown();
        }

        var result = await FindAsync(world, conversation.Id, thread: null, message, since, cancellationToken);
        return result is FindResult.Found found ? found with { Conversation = new ChannelId(message.Channel.Community, conversation.Id) } : result;
    }

    private static async Task<FindResult> FindAsync(
        SlackWorld world, string channel, Timestamp? thread, OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var asked = new HistoryRequest { Oldest = Timestamp.At(since - Skew), IncludeAllMetadata = true };
        var pages = thread is { } head
            ? world.Client.GetRepliesAsync(channel, head, asked, cancellationToken)
            : world.Client.GetHistoryAsync(channel, asked, cancellationToken);
        var (number, looked) = (NumberOf(message), 0);
        await foreach (var page in pages)
        {
            if (page is SlackResult<IReadOnlyList<Message>>.Refused refused && SlackRefusals.IsGone(refused.Error))
            {
                return new FindResult.Absent();
            }

            if (page.ValueOrDefault is not { } messages || (looked += messages.Count) > MostLookedAt)
            {
                return new FindResult.Unknown();
            }

            var found = messages.FirstOrDefault(sent => sent.User == world.Bot && sent.Metadata is { EventType: Mark } metadata && metadata.TextOf("id") == number);
            if (found is not null && SlackMapper.IdOf(found.Ts) is { } id)
            {
                return new FindResult.Found(id);
            }
        }

        return new FindResult.Absent();
    }

    private async Task<SendResult> TryAsync(ChannelId channel, Func<SlackWorld, Task<SendResult>> work, CancellationToken cancellationToken)
    {
        if (worlds.Find(channel.Community) is not { IsGone: false } world)
        {
            return new SendResult.Refused("the bot is not in this workspace any more, or it is not configured");
        }

        try
        {
            return await work(world);
        }
        catch (SlackAuthenticationException fault)
        {
            await departures.LeaveAsync(world, fault.Message, cancellationToken);
            return new SendResult.Refused(OneLine.Of(fault.Message, 200));
        }
        catch (InvalidRequestException fault)
        {
            return new SendResult.Refused(OneLine.Of(fault.Message, 200));
        }
    }

    private static SendResult ResultOf<T>(SlackResult<T> result, Func<T, MessageId?> id) => result switch
    {
        SlackResult<T>.Ok ok => id(ok.Value) is { } message ? new SendResult.Sent(message) : new SendResult.Uncertain(),
        SlackResult<T>.RateLimited limited => new SendResult.RetryAfter(limited.RetryAfter),
        SlackResult<T>.Unavailable => new SendResult.RetryAfter(Later),
        SlackResult<T>.Unknown => new SendResult.Uncertain(),
        SlackResult<T>.Refused refused => new SendResult.Refused(SlackRefusals.InWords(refused.Error, refused.Message), SlackRefusals.IsGone(refused.Error))
        {
            LacksPermission = SlackRefusals.IsPermission(refused.Error),
            CannotBeReached = SlackRefusals.IsUnreachable(refused.Error),
        },
        _ => throw new UnreachableException(),
    };
}
