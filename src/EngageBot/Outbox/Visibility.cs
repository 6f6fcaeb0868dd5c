using EngageBot.Chat;
using EngageBot.Communities;

namespace EngageBot.Outbox;

/// <summary>
/// The one place that decides what a reader may see: nobody learns from the bot what he could not read himself. Asked for every quote, link, name and reason: when it is sent,
/// when what stands is changed, at a click, and by commands.
/// </summary>
internal sealed class Visibility(Func<Platform, IChatPlatform?> platformOf)
{
    public Visibility(IEnumerable<IChatPlatform> platforms)
        : this(platform => platforms.FirstOrDefault(one => one.Platform == platform))
    {
    }

    /// <summary>Whether a member may be shown what is of a channel, its name among it, now. What cannot be found out may not be shown.</summary>
    public async Task<bool> MaySeeAsync(MemberId reader, ChannelId channel, CancellationToken cancellationToken) =>
        await AccessAsync([reader], [channel], cancellationToken) == ReadAccess.Can;

    /// <summary>What of some things a member may be shown.</summary>
    public async Task<IReadOnlyList<T>> SeenAsync<T>(MemberId reader, IEnumerable<T> all, Func<T, ChannelId> channelOf, CancellationToken cancellationToken)
    {
        List<T> seen = [];
        foreach (var one in all)
        {
            if (await MaySeeAsync(reader, channelOf(one), cancellationToken))
            {
                seen.Add(one);
            }
        }

        return seen;
    }

    /// <summary>Whether all of some members can read all of some channels now, for those who wait until that is known.</summary>
    public async Task<ReadAccess> AccessAsync(IReadOnlyList<MemberId> readers, IEnumerable<ChannelId> channels, CancellationToken cancellationToken)
    {
        var worst = ReadAccess.Can;
        foreach (var channel in channels.Distinct().ToList())
        {
            var platform = platformOf(channel.Community.Platform);
            foreach (var reader in readers)
            {
                switch (platform is null ? ReadAccess.Unknown : await platform.CanReadAsync(reader, channel, cancellationToken))
                {
                    case ReadAccess.Can:
                        break;
                    case ReadAccess.Cannot:
                        return ReadAccess.Cannot;
                    default:
                        worst = ReadAccess.Unknown;
                        break;
                }
            }
        }

        return worst;
    }

    /// <summary>Whether something of the bot's may be shown where, and to whom, it is to be.</summary>
    /// <param name="about">The posts that it speaks of.</param>
    /// <param name="rules">Of its community.</param>
    public async Task<bool> MayBeSaidAsync(OutboxEntry entry, IReadOnlyList<SpokenOf> about, CommunityRules rules, CancellationToken cancellationToken)
    {
        var isForModerators = OutboxKinds.IsForModerators(entry.Kind);
        if (entry.Member is not { } reader)
        {
            return about.All(post => isForModerators
                    ? VisibilityPolicy.MayBeToldIn(entry.Channel, post.Place.Channel, post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, rules)
                    : VisibilityPolicy.MayBeShownIn(entry.Channel, post.Place.Channel, post.IsForEveryone))
                && await AccessAsync(entry.Opens?.Members ?? [], about.Select(post => post.Place.Channel), cancellationToken) == ReadAccess.Can; // Not the channel that the place hangs on.
        }

        // What is for one of the moderators is kept under any channel of the community, and speaks of it only where a post does.
        var channels = about.Select(post => post.Place.Channel);
        return await AccessAsync([reader], isForModerators ? channels : channels.Append(entry.Channel), cancellationToken) == ReadAccess.Can;
    }
}
