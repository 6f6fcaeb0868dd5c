using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Stats.Own;

namespace EngageBot.Stats.Daily;

/// <summary>
/// Who answers whom, for a moderator: of the channels that he can read now, if everybody can or they are looked after by name. Nobody is in it who opted out or is gone.
/// </summary>
internal sealed class LiveNetworkReader(DbDataSource database, RulesBook rules, Visibility visibility)
{
    private const long Day = DayQuery.Day;

    private static readonly HotSql Channels = new(
        "SELECT c.id, c.platform_id, c.name, c.visibility FROM channels c WHERE c.community = @community AND EXISTS (SELECT 1 FROM messages m WHERE m.channel = c.id AND m.at >= @from) ORDER BY c.id",
        ("community", DbType.Int64),
        ("from", DbType.Int64));

    /// <summary>The keys of the channels whose network a moderator may see now, in order; none where nothing is known of the community.</summary>
    public async Task<IReadOnlyList<long>> ChannelsAsync(MemberId reader, TimeSpan length, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await CommunityKey.OfAsync(session, reader.Community, cancellationToken) is { } community
            ? await ChannelsAsync(session, community, reader, Since(length, now), cancellationToken)
            : [];
    }

    /// <summary>Who answered whom in these channels.</summary>
    public async Task<NetworkTies> TiesAsync(CommunityId id, IReadOnlyList<long> channels, TimeSpan length, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var (from, to) = (Since(length, now), now.ToUnixTimeMilliseconds());
        var tally = new PeriodTally(from, to, to - from + 1, new HashSet<long>());
        if (await CommunityKey.OfAsync(session, id, cancellationToken) is { } community)
        {
            var days = new DayReader(new DayStore(session), new DayQuery(session));
            await days.LookAsync(community, from / Day, cancellationToken);
            foreach (var channel in channels)
            {
                tally.Add(new ChannelLines(channel, await days.ReadAsync(channel, from / Day, to / Day, cancellationToken)));
            }
        }

        return NetworkTies.Of(tally.Pairs.ToPairs());
    }

    /// <summary>With the names of those who may be named now.</summary>
    public async Task<Network> NamedAsync(NetworkTies ties, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new NetworkNames(ties, new OwnQuery(session)).NetworkAsync(cancellationToken);
    }

    private static long Since(TimeSpan length, DateTimeOffset now) => (now - length).ToUnixTimeMilliseconds() + 1;

    private async Task<IReadOnlyList<long>> ChannelsAsync(WriteSession session, long community, MemberId member, long from, CancellationToken cancellationToken)
    {
        List<(long Key, ChannelId Id)> channels = [];
        await using (var reader = await session.ReadAsync(Channels, cancellationToken, community, from))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.GetInt32(3) == (int)ChannelVisibility.Everyone || rules.Of(community).IsWatchedByName(reader.GetString(2), reader.GetString(1)))
                {
                    channels.Add((reader.GetInt64(0), new ChannelId(member.Community, reader.GetString(1))));
                }
            }
        }

        return [.. (await visibility.SeenAsync(member, channels, channel => channel.Id, cancellationToken)).Select(channel => channel.Key)];
    }
}
