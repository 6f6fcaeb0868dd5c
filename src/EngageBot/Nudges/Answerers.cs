using System.Data;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Who answers others in which channel, over the 30 days before today; where nothing is known of those, over today's hours so far.</summary>
internal sealed class Answerers
{
    private const int Days = 30;
    private const long Day = 86_400_000;
    private const long Hour = 3_600_000;

    private static readonly HotSql Answers = new(
        $"""
        SELECT m.channel, m.author, COUNT(*)
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at < @until
        JOIN counting_links l ON l.message = m.id
        JOIN messages p ON p.id = l.parent
        JOIN members a ON a.id = m.author AND a.opted_out_at IS NULL AND a.is_bot = 0
        WHERE c.community = @community AND (m.traits & {PostSql.NotByPerson}) = 0 AND m.deleted_at IS NULL
            AND p.author <> m.author AND (p.traits & {PostSql.NotByPerson}) = 0
        GROUP BY m.channel, m.author
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64));

    private readonly WriteSession _session;
    private readonly long _community;
    private readonly RollingDays<(long Channel, long Member, int Answers)> _days;
    private Dictionary<long, List<(long Member, int Answers)>> _byChannel = [];
    private long _read = long.MinValue;

    public Answerers(WriteSession session, long community)
    {
        _session = session;
        _community = community;
        _days = new(Days, (day, cancellationToken) => ReadAsync(day * Day, (day + 1) * Day, cancellationToken));
    }

    /// <summary>Those who answer in a channel, most first.</summary>
    public async ValueTask<IReadOnlyList<(long Member, int Answers)>> InAsync(long channel, long now, CancellationToken cancellationToken)
    {
        var (today, thisHour) = (now / Day * Day, now / Hour * Hour);
        if (_read < today || _read > thisHour)
        {
            await _days.MoveToAsync(today / Day, cancellationToken);
            Take(_days.Rows);
            _read = today;
        }

        if (_read < thisHour && !_days.Rows.Any())
        {
            Take(await ReadAsync(today, thisHour, cancellationToken));
            _read = thisHour;
        }

        return _byChannel.GetValueOrDefault(channel) ?? [];
    }

    private async Task<List<(long Channel, long Member, int Answers)>> ReadAsync(long from, long until, CancellationToken cancellationToken)
    {
        List<(long, long, int)> counts = [];
        await using var reader = await _session.ReadAsync(Answers, cancellationToken, _community, from, until);
        while (await reader.ReadAsync(cancellationToken))
        {
            counts.Add((reader.GetInt64(0), reader.GetInt64(1), (int)reader.GetInt64(2)));
        }

        return counts;
    }

    private void Take(IEnumerable<(long Channel, long Member, int Answers)> counts) => _byChannel = counts
        .GroupBy(count => count.Channel)
        .ToDictionary(
            channel => channel.Key,
            channel => channel
                .GroupBy(count => count.Member)
                .Select(member => (Member: member.Key, Answers: member.Sum(count => count.Answers)))
                .OrderByDescending(member => member.Answers)
                .ThenBy(member => member.Member)
                .ToList());
}
