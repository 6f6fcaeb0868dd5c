using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Stats;

/// <summary>One pass over a community's messages, in order: how many, by whom, where and when, and how many in two-way conversations.</summary>
internal sealed class MessageFlow
{
    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    private static readonly HotSql Messages = new(
        """
        SELECT m.id, m.channel, m.author, m.at, m.traits, l.parent
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at < @until
        LEFT JOIN links l ON l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id) AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        WHERE c.community = @community
        ORDER BY m.at, m.id
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64));

    private readonly Dictionary<long, ChannelFlow> _channels = [];
    private readonly Dictionary<long, long> _perPeriod = [];
    private readonly HashSet<long> _people = [];
    private readonly TwoWayCounter _twoWay = new();

    public long Count { get; private set; }

    public long ByPeople { get; private set; }

    public int People => _people.Count;

    public double? TwoWayShare => ByPeople == 0 ? null : _twoWay.Messages / (double)ByPeople;

    public IReadOnlyDictionary<long, ChannelFlow> Channels => _channels;

    /// <summary>Messages by the beginning of their period.</summary>
    public IReadOnlyDictionary<long, long> PerPeriod => _perPeriod;

    public static async Task<MessageFlow> ReadAsync(WriteSession session, Scope scope, PeriodLength length, CancellationToken cancellationToken)
    {
        var flow = new MessageFlow();
        foreach (var (from, until) in await Stretches.OfAsync(session, scope, cancellationToken))
        {
            await using var reader = await session.ReadAsync(Messages, cancellationToken, scope.Community, from, until);
            while (await reader.ReadAsync(cancellationToken))
            {
                flow.Add(Line(reader), length);
            }
        }

        return flow;
    }

    private static FlowLine Line(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.IsDBNull(2) ? null : reader.GetInt64(2),
        reader.GetInt64(3),
        ((MessageTraits)reader.GetInt32(4) & NotByPerson) == MessageTraits.None,
        reader.IsDBNull(5) ? null : reader.GetInt64(5));

    private void Add(FlowLine line, PeriodLength length)
    {
        Count++;
        var period = Periods.Start(line.At, length);
        _perPeriod[period] = _perPeriod.GetValueOrDefault(period) + 1;
        if (!_channels.TryGetValue(line.Channel, out var channel))
        {
            _channels.Add(line.Channel, channel = new ChannelFlow());
        }

        channel.Messages++;
        if (!line.IsByPerson)
        {
            return;
        }

        ByPeople++;
        if (line.Author is { } author)
        {
            _people.Add(author);
            channel.Writers.Add(author);
        }

        channel.Links += _twoWay.AnswersOther(line) ? 1 : 0;
        _twoWay.Add(line);
    }
}
