using EngageBot.Chat;

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
    public async Task<bool> MayBeSaidAsync(OutboxEntry entry, IReadOnlyList<SpokenOf> about, CancellationToken cancellationToken)
    {
        if (entry.Member is not { } reader)
        {
            return OutboxKinds.IsForModerators(entry.Kind) || about.All(post => VisibilityPolicy.MayBeShownIn(entry.Channel, post.Place.Channel, post.IsForEveryone));
        }

        foreach (var channel in about.Select(post => post.Place.Channel).Append(entry.Channel).Distinct())
        {
            if (!await MaySeeAsync(reader, channel, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}
