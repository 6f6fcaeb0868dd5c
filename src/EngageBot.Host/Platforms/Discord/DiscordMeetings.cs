using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.Mapping;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>
/// Threads in which members find each other. A public one hangs on a message in the channel, which can be sent twice and stands once; a private one is known by its name, which has
/// a mark of its own. So what a crash left half done is finished, and not done twice. Bots cannot open conversations of several members.
/// </summary>
internal sealed class DiscordMeetings(DiscordRestClient client, DiscordWorld world)
{
    /// <summary>Minutes without a message until it leaves the list: a week.</summary>
    private const int Week = 10_080;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int MarkLength = 5;

    /// <param name="said">Its first words.</param>
    public async Task<SendResult> OpenAsync(OutgoingMessage message, MessageProperties said, CancellationToken cancellationToken) =>
        message.Opens!.IsPrivate ? await OpenPrivateAsync(message, said, cancellationToken) : await OpenPublicAsync(message, said, cancellationToken);

    /// <summary>The thread hangs on the message; where it is there already, that is as good.</summary>
    /// <returns>Null where it does.</returns>
    public async Task<SendResult?> HangAsync(OutgoingMessage message, Snowflake first, CancellationToken cancellationToken)
    {
        var thread = new ThreadProperties(NameOf(message)) { AutoArchiveDuration = Week };
        var started = await client.StartThreadFromMessageAsync(Snowflake.Parse(message.Channel.Value), first, thread, cancellationToken);
        return started is RestResult<Channel>.Ok or RestResult<Channel>.Refused { Code: JsonErrorCode.ThreadAlreadyCreated } ? null : DiscordSender.ResultOf(started, _ => default);
    }

    /// <summary>The private thread that a message opened; null where it opened none.</summary>
    public async Task<RestResult<Snowflake?>> FindAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var name = NameOf(message);
        var active = await client.ListActiveGuildThreadsAsync(Snowflake.Parse(message.Channel.Community.Value), cancellationToken);
        return active.Select(list => list.Threads.FirstOrDefault(thread =>
            thread.Type == ChannelType.PrivateThread && thread.OwnerId == world.Bot && thread.Name == name && thread.ParentId?.ToString() == message.Channel.Value)?.Id);
    }

    private async Task<SendResult> OpenPublicAsync(OutgoingMessage message, MessageProperties said, CancellationToken cancellationToken)
    {
        var channel = Snowflake.Parse(message.Channel.Value);
        var first = await client.CreateMessageAsync(channel, said, cancellationToken);
        if (first.ValueOrDefault is not { } sent)
        {
            return DiscordSender.ResultOf(first, _ => default);
        }

        switch (await HangAsync(message, sent.Id, cancellationToken))
        {
            case null:
                return new SendResult.Sent(DiscordMapper.IdOf(sent.Id));
            case SendResult.Refused refused:
                await client.DeleteMessageAsync(channel, sent.Id, cancellationToken); // Without a thread it is no place to talk.
                return refused;
            default:
                return new SendResult.Uncertain(); // The message stands: it is found again.
        }
    }

    private async Task<SendResult> OpenPrivateAsync(OutgoingMessage message, MessageProperties said, CancellationToken cancellationToken)
    {
        var found = await FindAsync(message, cancellationToken);
        if (found is not RestResult<Snowflake?>.Ok { Value: var there })
        {
            return DiscordSender.ResultOf(found, _ => default);
        }

        var properties = new ThreadProperties(NameOf(message)) { Type = ChannelType.PrivateThread, AutoArchiveDuration = Week, Invitable = false };
        if (there is null && await client.StartThreadWithoutMessageAsync(Snowflake.Parse(message.Channel.Value), properties, cancellationToken) is var started)
        {
            if (started.ValueOrDefault is not { } made)
            {
                return DiscordSender.ResultOf(started, _ => default);
            }

            there = made.Id;
        }

        foreach (var member in message.Opens!.Members)
        {
            if (await client.AddThreadMemberAsync(there!.Value, Snowflake.Parse(member.Value), cancellationToken) is not RestResult<NoContent>.Ok and var added)
            {
                return DiscordSender.ResultOf(added, _ => default);
            }
        }

        var result = DiscordSender.ResultOf(await client.CreateMessageAsync(there!.Value, said, cancellationToken), sent => DiscordMapper.IdOf(sent.Id));
        return result is SendResult.Sent sent ? sent with { Conversation = new ChannelId(message.Channel.Community, there.Value.ToString()) } : result;
    }

    /// <summary>Members may have namesakes: a private thread of others must never be taken for theirs.</summary>
    private static string NameOf(OutgoingMessage message)
    {
        var place = message.Opens!;
        if (!place.IsPrivate)
        {
            return OneLine.Of(place.Name, DiscordLimits.ChannelName);
        }

        var (mark, rest) = (new char[MarkLength], (ulong)message.OutboxId * 0x9E3779B97F4A7C15);
        for (var at = 0; at < MarkLength; at++)
        {
            (mark[at], rest) = (Digits[(int)(rest % 36)], rest / 36);
        }

        return $"{OneLine.Of(place.Name, DiscordLimits.ChannelName - MarkLength - 4)} · {new string(mark)}";
    }
}
