using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.Commands;
using EngageBot.Host.Platforms.Discord.Mapping;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>Speaks on Discord. Nothing it says pings anybody who was not meant, and what is sent twice appears once while Discord remembers the number of it.</summary>
internal sealed class DiscordSender(DiscordRestClient client, DiscordWorld world, DiscordReaders readers, DiscordSettings settings) : IChatPlatform
{
    /// <summary>So many messages back a message that may have been sent is looked for.</summary>
    private const int MostLookedAt = 2_000;

    private readonly DiscordMeetings _meetings = new(client, world);

    public Platform Platform => Platform.Discord;

    /// <summary>Discord says "some minutes".</summary>
    public TimeSpan RecognisesRepeatsFor => TimeSpan.FromMinutes(2);

    public bool IsCaughtUp => world.IsCaughtUp;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (message.To is { } member)
        {
            return await DirectAsync(member, message, cancellationToken);
        }

        if (message.Opens is not null)
        {
            return await _meetings.OpenAsync(message, Message(message), cancellationToken);
        }

        var result = await client.CreateMessageAsync(PlaceOf(message), Message(message), cancellationToken);
        return ResultOf(result, sent => DiscordMapper.IdOf(sent.Id));
    });

    public Task<SendResult> EditAsync(MessagePlace place, OutgoingMessage message, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var edit = new MessageEditProperties { Content = Content(message), AllowedMentions = Mentions(message), Components = RowsOf(message) };
        return ResultOf(await client.EditMessageAsync(PlaceOf(place), DiscordMapper.SnowflakeOf(place.Id), edit, cancellationToken), edited => DiscordMapper.IdOf(edited.Id));
    });

    public Task<SendResult> DeleteAsync(MessagePlace place, CancellationToken cancellationToken) => TryAsync(async () =>
        ResultOf(await client.DeleteMessageAsync(PlaceOf(place), DiscordMapper.SnowflakeOf(place.Id), cancellationToken), _ => place.Id));

    public async Task<PostPresence> FetchAsync(MessagePlace place, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetChannelMessageAsync(PlaceOf(place), DiscordMapper.SnowflakeOf(place.Id), cancellationToken) switch
            {
                RestResult<Message>.Ok => PostPresence.There,
                RestResult<Message>.Refused refused when DiscordRefusals.IsGone(refused.Code) => PostPresence.Gone,
                _ => PostPresence.Unknown,
            };
        }
        catch (DiscordUnavailableException)
        {
            return PostPresence.Unknown;
        }
    }

    public async Task<FindResult> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            if (message.Opens is not null)
            {
                return await FindMeetingAsync(message, since, cancellationToken);
            }

            if (message.To is not { } member)
            {
                return await FindInHistoryAsync(PlaceOf(message), message, since, cancellationToken);
            }

            var opened = await client.CreateDMAsync(Snowflake.Parse(member.Value), cancellationToken);
            if (opened.ValueOrDefault is not { } conversation)
            {
                return new FindResult.Unknown();
            }

            var result = await FindInHistoryAsync(conversation.Id, message, since, cancellationToken);
            return result is FindResult.Found found ? found with { Conversation = new ChannelId(member.Community, conversation.Id.ToString()) } : result;
        }
        catch (DiscordUnavailableException)
        {
            return new FindResult.Unknown();
        }
    }

    public Task<SendResult> TagAsync(MessagePlace post, bool isOn, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (post.Thread is not { } thread)
        {
            return new SendResult.Refused("the post is in no forum");
        }

        var found = await client.GetChannelAsync(DiscordMapper.SnowflakeOf(thread), cancellationToken);
        return found.ValueOrDefault is { } channel ? await TagAsync(post, channel, isOn, cancellationToken) : ResultOf(found, _ => post.Id);
    });

    public Task<SendResult> ReactAsync(MessagePlace place, string emoji, bool isOn, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var (channel, message, reaction) = (PlaceOf(place), DiscordMapper.SnowflakeOf(place.Id), new Emoji { Name = emoji });
        var result = isOn ? await client.CreateReactionAsync(channel, message, reaction, cancellationToken) : await client.DeleteOwnReactionAsync(channel, message, reaction, cancellationToken);
        return !isOn && result is RestResult<NoContent>.Refused { Code: JsonErrorCode.UnknownEmoji } ? new SendResult.Sent(place.Id) : ResultOf(result, _ => place.Id);
    });

    public Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken) => readers.CanReadAsync(member, channel, cancellationToken);

    public Task<bool?> HasRoleAsync(MemberId member, string role, CancellationToken cancellationToken) => readers.HasRoleAsync(member, role, cancellationToken);

    public Task<bool?> ManagesAsync(MemberId member, CancellationToken cancellationToken) => readers.ManagesAsync(member, cancellationToken);

    /// <summary>Discord tells it only to those who take the presences of everybody, which the bot does not.</summary>
    public Task<MemberPresence> PresenceAsync(MemberId member, CancellationToken cancellationToken) => Task.FromResult(default(MemberPresence));

    public Uri? LinkTo(MessagePlace place) => new($"https://discord.com/channels/{place.Channel.Community.Value}/{PlaceOf(place)}/{place.Id.Spell(Platform.Discord)}");

    private MessageProperties Message(OutgoingMessage message) => new()
    {
        Content = Content(message),
        AllowedMentions = Mentions(message),
        Nonce = message.OutboxId,
        Flags = MessageFlags.SuppressEmbeds,
        Components = RowsOf(message),
        Files = message.Picture is { } picture ? [new FileProperties("picture.png", picture.Png) { ContentType = "image/png", Description = OneLine.Of(picture.Alt, 1_000) }] : [],
        Reference = ReplyOf(message) is { } post ? new MessageReference { MessageId = post, FailIfNotExists = true } : null,
    };

    /// <summary>In a direct message none take those away that were there.</summary>
    private static IReadOnlyList<Component>? RowsOf(OutgoingMessage message) =>
        message.To is null && message.Buttons.Count == 0 ? null : InteractionReplies.RowsOf(message.Buttons, message.To?.Community);

    /// <summary>The conversation is opened first; whether the member takes messages shows when one is sent.</summary>
    private async Task<SendResult> DirectAsync(MemberId member, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var opened = await client.CreateDMAsync(Snowflake.Parse(member.Value), cancellationToken);
        if (opened.ValueOrDefault is not { } conversation)
        {
            return ResultOf(opened, _ => default);
        }

        var result = ResultOf(await client.CreateMessageAsync(conversation.Id, Message(message), cancellationToken), sent => DiscordMapper.IdOf(sent.Id));
        return result is SendResult.Sent sent ? sent with { Conversation = new ChannelId(member.Community, conversation.Id.ToString()) } : result;
    }

    /// <summary>Those whom it may ping come first.</summary>
    private static string Content(OutgoingMessage message)
    {
        var pings = string.Concat(message.AllowedMentions.Members.Select((member, at) => $"{(at == 0 ? string.Empty : " ")}<@{member.Value}>"));
        return pings.Length == 0 ? DiscordText.Fit(message.Text) : $"{pings}\n{DiscordText.Fit(message.Text, DiscordLimits.Content - pings.Length - 1)}";
    }

    /// <summary>A message without its thread gets one.</summary>
    private async Task<FindResult> FindMeetingAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (!message.Opens!.IsPrivate)
        {
            var result = await FindInHistoryAsync(PlaceOf(message), message, since, cancellationToken);
            return result is not FindResult.Found first || await _meetings.HangAsync(message, DiscordMapper.SnowflakeOf(first.Message), cancellationToken) is null ? result : new FindResult.Unknown();
        }

        if (await _meetings.FindAsync(message, cancellationToken) is not RestResult<Snowflake?>.Ok { Value: var thread })
        {
            return new FindResult.Unknown();
        }

        if (thread is not { } place)
        {
            return new FindResult.Absent();
        }

        var inThread = await FindInHistoryAsync(place, message, since, cancellationToken);
        return inThread is FindResult.Found found ? found with { Conversation = new ChannelId(message.Channel.Community, place.ToString()) } : inThread;
    }

    private static EngageBot.Discord.Rest.AllowedMentions Mentions(OutgoingMessage message) => message.AllowedMentions.Members.Count == 0
        ? EngageBot.Discord.Rest.AllowedMentions.None
        : EngageBot.Discord.Rest.AllowedMentions.Only([.. message.AllowedMentions.Members.Select(member => Snowflake.Parse(member.Value))]);

    /// <summary>A thread is written to like a channel.</summary>
    private static Snowflake PlaceOf(OutgoingMessage message) => message.Thread is { } thread ? DiscordMapper.SnowflakeOf(thread) : Snowflake.Parse(message.Channel.Value);

    /// <summary>A message that started a thread stands in the channel, but for a forum's.</summary>
    private Snowflake PlaceOf(MessagePlace place)
    {
        var channel = Snowflake.Parse(place.Channel.Value);
        var isInThread = place.Thread is { } thread && (thread != place.Id || IsForum(channel));
        return isInThread ? DiscordMapper.SnowflakeOf(place.Thread!.Value) : channel;
    }

    private bool IsForum(Snowflake channel) => world.Find(channel) is { Type: ChannelType.GuildForum or ChannelType.GuildMedia };

    private async Task<SendResult> TagAsync(MessagePlace post, Channel thread, bool isOn, CancellationToken cancellationToken)
    {
        var forum = await client.GetChannelAsync(Snowflake.Parse(post.Channel.Value), cancellationToken);
        if (forum.ValueOrDefault is not { } parent)
        {
            return ResultOf(forum, _ => post.Id);
        }

        if (parent.AvailableTags.FirstOrDefault(tag => tag.Name.Equals(settings.NeedsAnswerTag, StringComparison.OrdinalIgnoreCase)) is not { } wanted)
        {
            return new SendResult.Refused($"the forum {OneLine.Of(parent.Name ?? parent.Id.ToString(), 50)} has no tag \"{settings.NeedsAnswerTag}\"");
        }

        if (thread.AppliedTags.Contains(wanted.Id) == isOn)
        {
            return new SendResult.Sent(post.Id);
        }

        if (isOn && thread.AppliedTags.Count >= DiscordLimits.AppliedTags)
        {
            return new SendResult.Refused("the post has as many tags as Discord allows");
        }

        IReadOnlyList<Snowflake> tags = isOn ? [.. thread.AppliedTags, wanted.Id] : [.. thread.AppliedTags.Where(tag => tag != wanted.Id)];
        var edit = new ChannelEditProperties { AppliedTags = tags };
        return ResultOf(await client.ModifyChannelAsync(thread.Id, edit, cancellationToken), _ => post.Id);
    }

    /// <summary>Its number tells; Discord gives that only for a while, so that the text must do afterwards, and there must be one only.</summary>
    private async Task<FindResult> FindInHistoryAsync(Snowflake place, OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (number, text, looked) = (message.OutboxId.ToString(), Content(message), 0);
        List<Message> alike = [];
        await foreach (var page in client.GetPagesAfterAsync(place, Snowflake.At(since), cancellationToken))
        {
            if (page is RestResult<IReadOnlyList<Message>>.Refused refused && DiscordRefusals.IsGone(refused.Code))
            {
                return new FindResult.Absent();
            }

            if (page.ValueOrDefault is not { } messages || (looked += messages.Count) > MostLookedAt)
            {
                return new FindResult.Unknown();
            }

            var own = messages.Where(sent => sent.Author.Id == world.Bot).ToList();
            if (own.Find(sent => sent.Nonce == number) is { } found)
            {
                return new FindResult.Found(DiscordMapper.IdOf(found.Id));
            }

            alike.AddRange(own.Where(sent => sent.Nonce is null && sent.Content == text && sent.MessageReference?.MessageId == ReplyOf(message)));
        }

        return alike switch
        {
            [] => new FindResult.Absent(),
            [var one] => new FindResult.Found(DiscordMapper.IdOf(one.Id)),
            _ => new FindResult.Unknown(),
        };
    }

    /// <summary>In a thread that began with the post itself there is nothing to point to: the post stands in the channel.</summary>
    private Snowflake? ReplyOf(OutgoingMessage message) =>
        message.ReplyTo is { } post && (message.Thread is null || message.Thread != post || IsForum(Snowflake.Parse(message.Channel.Value)))
            ? DiscordMapper.SnowflakeOf(post)
            : null;

    /// <summary>Where the line broke, nobody knows whether it was done.</summary>
    private static async Task<SendResult> TryAsync(Func<Task<SendResult>> work)
    {
        try
        {
            return await work();
        }
        catch (DiscordUnavailableException)
        {
            return new SendResult.Uncertain();
        }
        catch (InvalidRequestException fault)
        {
            return new SendResult.Refused(OneLine.Of(fault.Message, 200));
        }
    }

    internal static SendResult ResultOf<T>(RestResult<T> result, Func<T, MessageId> id) => result switch
    {
        RestResult<T>.Ok ok => new SendResult.Sent(id(ok.Value)),
        RestResult<T>.RateLimited limited => new SendResult.RetryAfter(limited.RetryAfter),
        RestResult<T>.Refused { Code: JsonErrorCode.SlowModeRateLimit } => new SendResult.RetryAfter(TimeSpan.FromMinutes(1)),
        RestResult<T>.Refused refused => new SendResult.Refused(DiscordRefusals.InWords(refused.Code, refused.Message), DiscordRefusals.IsGone(refused.Code))
        {
            LacksPermission = DiscordRefusals.IsPermission(refused.Code),
            CannotBeReached = DiscordRefusals.IsUnreachable(refused.Code),
        },
        _ => throw new UnreachableException(),
    };
}
