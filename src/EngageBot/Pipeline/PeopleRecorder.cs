using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Members;

namespace EngageBot.Pipeline;

/// <summary>Writes what is told of channels and members.</summary>
internal sealed class PeopleRecorder(ChannelDirectory channels, ChannelReaders readers, MemberDirectory members, PrivateLineStore lines)
{
    public async ValueTask SeeAsync(ChannelSeen seen, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(seen.Channel, cancellationToken);
        await channels.ChangeAsync(channel, seen, cancellationToken);
        if (seen.Visibility == ChannelVisibility.Readers)
        {
            List<long> keys = [];
            foreach (var reader in seen.Readers)
            {
                keys.Add((await members.MemberAsync(reader, channel.Community, cancellationToken)).Key);
            }

            await readers.ReplaceAsync(channel.Key, keys, cancellationToken);
        }
    }

    public async ValueTask SeeAsync(MemberSeen seen, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(seen.Community, cancellationToken);
        await members.ChangeAsync(await members.MemberAsync(seen.Member, community, cancellationToken), seen, cancellationToken);
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
}
