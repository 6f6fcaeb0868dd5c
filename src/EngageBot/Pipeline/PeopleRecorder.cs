using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Members;

namespace EngageBot.Pipeline;

/// <summary>Writes what is told of channels and members.</summary>
internal sealed class PeopleRecorder(ChannelDirectory channels, ChannelReaders readers, MemberDirectory members, MemberRoles roles)
{
    public async ValueTask SeeAsync(ChannelSeen seen, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(seen.Channel, cancellationToken);
        await channels.ChangeAsync(channel, seen.Name, seen.Visibility, cancellationToken);
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
        var member = await members.MemberAsync(seen.Member, community, cancellationToken);
        await members.ChangeAsync(member, seen, cancellationToken);
        if (seen.Roles is not null && !member.OptedOut)
        {
            await roles.ReplaceAsync(member.Key, seen.Roles, cancellationToken);
        }
    }

    public void Forget() => members.Forget();
}
