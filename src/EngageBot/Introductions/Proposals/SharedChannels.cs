using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>Finds a channel in which people write who are to be introduced: one that is looked after and that everybody can read.</summary>
internal sealed class SharedChannels(WriteSession session, RulesBook rules)
{
    private static readonly HotSql Find = new(
        $"SELECT name, platform_id FROM channels WHERE id = @id AND visibility = {ChannelVisibility.Everyone:D}",
        ("id", DbType.Int64));

    /// <summary>That in which most of them write, and of those where they write most; null where no two share one.</summary>
    public async Task<long?> OfAsync(long community, IReadOnlyList<IntroductionCandidate> people, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var shared = people.SelectMany(person => person.Profile.Channels.ToArray())
            .Where(channel => channel.Lines > 0)
            .GroupBy(channel => channel.Channel)
            .Where(channel => channel.Count() > 1)
            .OrderByDescending(channel => channel.Count())
            .ThenByDescending(channel => channel.Min(one => one.Lines))
            .ThenBy(channel => channel.Key);
        foreach (var channel in shared)
        {
            if (await IsSuitableAsync(own, channel.Key, cancellationToken))
            {
                return channel.Key;
            }
        }

        return null;
    }

    private async Task<bool> IsSuitableAsync(CommunityRules own, long channel, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Find, cancellationToken, channel);
        return await reader.ReadAsync(cancellationToken) && ShownPosts.IsSuitable(own, reader.GetString(0), reader.GetString(1));
    }
}
