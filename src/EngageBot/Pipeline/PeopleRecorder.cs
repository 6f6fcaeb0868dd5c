using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Unanswered;

namespace EngageBot.Pipeline;

/// <summary>Writes what is told of channels, threads and members.</summary>
internal sealed class PeopleRecorder(
    WriteSession session, ChannelDirectory channels, ChannelReaders readers, MemberDirectory members, PrivateLineStore lines)
{
    /// <summary>What rests longer is not taken up again.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    private static readonly HotSql Written = new(
        "SELECT id FROM messages WHERE author = @author AND at >= @since ORDER BY at, id",
        ("author", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Starter = new(
        "SELECT id FROM messages WHERE channel = @channel AND number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private readonly ThreadStore _threads = new(session);
    private readonly ModeratedConflicts _conflicts = new(session);

    public async ValueTask SeeAsync(ChannelSeen seen, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(seen.Channel, cancellationToken);
        await channels.ChangeAsync(channel, seen, cancellationToken);
        if (seen.Visibility == ChannelVisibility.Readers)
        {
            List<long> keys = [];
            foreach (var reader in seen.Readers)
            {
                if (await members.MemberAsync(reader, channel.Community, cancellationToken) is { OptedOut: false } member)
                {
                    keys.Add(member.Key);
                }
            }

            await readers.ReplaceAsync(channel.Key, keys, cancellationToken);
        }
    }

    /// <returns>The message it began with, where that was settled and perhaps is no more.</returns>
    public async ValueTask<IReadOnlyList<long>> SeeAsync(ThreadSeen seen, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(seen.Channel, cancellationToken);
        return await _threads.PutAsync(channel.Key, seen, cancellationToken)
            && await session.NumberAsync(Starter, cancellationToken, channel.Key, seen.Thread.Number) is { } message ? [message] : [];
    }

    /// <returns>What he wrote lately, where that was to be left alone and perhaps is no more.</returns>
    public async ValueTask<IReadOnlyList<long>> SeeAsync(MemberSeen seen, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(seen.Community, cancellationToken);
        var member = await members.MemberAsync(seen.Member, community, cancellationToken);
        await members.ChangeAsync(member, seen, cancellationToken);
        if (seen.Standing?.TimedOutUntil is { } until && until > seen.At && member.Standing.TimedOutUntil != until)
        {
            await _conflicts.PartAsync(member.Key, seen.At.ToUnixTimeMilliseconds(), cancellationToken);
        }

        return seen.Standing is { } standing && await members.StandAsync(member, standing, cancellationToken)
            ? await WrittenAsync(member.Key, seen.At, cancellationToken)
            : [];
    }

    public async ValueTask LeaveAsync(MemberLeft left, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(left.Community, cancellationToken);
        await members.LeaveAsync(await members.MemberAsync(left.Member, community, cancellationToken), left.At, cancellationToken);
    }

    /// <summary>Of who opted out not even this is kept.</summary>
    public async ValueTask SeeAsync(WrittenInPrivate written, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(written.Community, cancellationToken);
        var member = await members.MemberAsync(written.Member, community, cancellationToken);
        if (!member.OptedOut)
        {
            await lines.AddAsync(member.Key, written.Conversation, written.At.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }

    public void Forget() => members.Forget();

    private async ValueTask<IReadOnlyList<long>> WrittenAsync(long author, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<long> messages = [];
        await using var reader = await session.ReadAsync(Written, cancellationToken, author, (now - Recent).ToUnixTimeMilliseconds());
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(reader.GetInt64(0));
        }

        return messages;
    }
}
