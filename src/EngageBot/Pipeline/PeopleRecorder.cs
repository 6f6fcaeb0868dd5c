using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Members;

namespace EngageBot.Pipeline;

/// <summary>Writes what is told of channels and members.</summary>
internal sealed class PeopleRecorder(ChannelDirectory channels, ChannelReaders readers, MemberDirectory members)
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
                if (await members.MemberAsync(reader, channel.Community, cancellationToken) is { OptedOut: false } member)
                {
                    keys.Add(member.Key);
                }
            }

            await readers.ReplaceAsync(channel.Key, keys, cancellationToken);
        }
    }

    public async ValueTask SeeAsync(MemberSeen seen, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(seen.Community, cancellationToken);
        await members.ChangeAsync(await members.MemberAsync(seen.Member, community, cancellationToken), seen, cancellationToken);
    }

    public void Forget() => members.Forget();
}
