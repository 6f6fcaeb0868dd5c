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
        platformOf(channel.Community.Platform) is { } platform && await platform.CanReadAsync(reader, channel, cancellationToken) == ReadAccess.Can;

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
                && await AllMaySeeAsync(entry.Opens?.Members ?? [], about.Select(post => post.Place.Channel), cancellationToken);
        }

        // What is for one of the moderators is kept under any channel of the community, and speaks of it only where a post does.
        var channels = about.Select(post => post.Place.Channel);
        return await AllMaySeeAsync([reader], isForModerators ? channels : channels.Append(entry.Channel), cancellationToken);
    }

    /// <summary>Those for whom a place is opened need not be able to read the channel that it hangs on.</summary>
    private async Task<bool> AllMaySeeAsync(IReadOnlyList<MemberId> readers, IEnumerable<ChannelId> channels, CancellationToken cancellationToken)
    {
        foreach (var channel in channels.Distinct().ToList())
        {
            foreach (var reader in readers)
            {
                if (!await MaySeeAsync(reader, channel, cancellationToken))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
