using EngageBot.Chat;
using EngageBot.Outbox;

namespace EngageBot.Introductions.Proposals;

/// <summary>Whether those who are to be shown something can read where it comes from, by the platform's own word.</summary>
internal static class IntroductionAccess
{
    /// <summary>Where what an introduction shows was written.</summary>
    public static IReadOnlyList<ChannelId> ChannelsOf(StoredIntroduction introduction) =>
        [.. introduction.People.Select(person => person.Post).OfType<IntroducedPost>().Select(post => post.Place.Channel).Distinct()];

    /// <summary>What the platform does not tell now may be told later.</summary>
    public static async Task<OutboxVerdict> AsVerdictAsync(
        IChatPlatform? platform, IReadOnlyList<MemberId> readers, IReadOnlyList<ChannelId> channels, CancellationToken cancellationToken) =>
        platform is null ? new OutboxVerdict.Hold("The bot is not on this platform now.") : await WorstAsync(platform, readers, channels, cancellationToken) switch
        {
            ReadAccess.Can => new OutboxVerdict.Say(),
            ReadAccess.Cannot => new OutboxVerdict.Drop("Somebody cannot read where it comes from, or has left."),
            _ => new OutboxVerdict.Hold("It is not known now who can read what."),
        };

    public static async Task<ReadAccess> WorstAsync(IChatPlatform platform, IReadOnlyList<MemberId> readers, IReadOnlyList<ChannelId> channels, CancellationToken cancellationToken)
    {
        var worst = ReadAccess.Can;
        foreach (var reader in readers)
        {
            foreach (var channel in channels.Distinct())
            {
                switch (await platform.CanReadAsync(reader, channel, cancellationToken))
                {
                    case ReadAccess.Cannot:
                        return ReadAccess.Cannot;
                    case ReadAccess.Unknown:
                        worst = ReadAccess.Unknown;
                        break;
                }
            }
        }

        return worst;
    }
}
