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
    private const int StrongestPairs = 200;
    private const int Connectors = 10;

    private static readonly HotSql Channels = new(
        "SELECT c.id, c.platform_id, c.name, c.visibility FROM channels c WHERE c.community = @community AND EXISTS (SELECT 1 FROM messages m WHERE m.channel = c.id AND m.at >= @from) ORDER BY c.id",
        ("community", DbType.Int64),
        ("from", DbType.Int64));

    /// <summary>Null where nothing is known of the community.</summary>
    public async Task<Network?> ReadAsync(MemberId reader, TimeSpan length, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await CommunityKey.OfAsync(session, reader.Community, cancellationToken) is not { } community)
        {
            return null;
        }

        var (from, to) = ((now - length).ToUnixTimeMilliseconds() + 1, now.ToUnixTimeMilliseconds());
        var tally = new PeriodTally(from, to, to - from + 1, new HashSet<long>());
        var days = new DayReader(new DayStore(session), new DayQuery(session));
        await days.LookAsync(community, from / Day, cancellationToken);
        foreach (var channel in await ChannelsAsync(session, community, reader, from, cancellationToken))
        {
            tally.Add(new ChannelLines(channel, await days.ReadAsync(channel, from / Day, to / Day, cancellationToken)));
        }

        return await NetworkAsync(tally.Pairs.ToPairs(), new OwnQuery(session), cancellationToken);
    }

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

    private static async Task<Network> NetworkAsync(IReadOnlyList<(long One, long Other, int Forth, int Back)> pairs, OwnQuery query, CancellationToken cancellationToken)
    {
        var people = new NetworkPeople(pairs, query);
        List<AnswerPair> strongest = [];
        foreach (var (one, other, forth, back) in pairs.OrderByDescending(pair => pair.Forth + pair.Back).ThenBy(pair => pair.One).ThenBy(pair => pair.Other))
        {
            if (strongest.Count < StrongestPairs && await people.FindAsync(one, cancellationToken) is { } first && await people.FindAsync(other, cancellationToken) is { } second)
            {
                strongest.Add(new AnswerPair(first, second, forth, back));
            }
        }

        List<PersonFigures> connectors = [];
        foreach (var person in people.ByBridging.Where(person => person.Value >= ConnectorFigures.Least))
        {
            if (connectors.Count < Connectors && await people.FindAsync(person.Key, cancellationToken) is { } named)
            {
                connectors.Add(named);
            }
        }

        return new Network { Pairs = pairs.Count, MutualPairs = pairs.Count(pair => pair is { Forth: > 0, Back: > 0 }), People = people.Count, StrongestPairs = strongest, Connectors = connectors };
    }
}
