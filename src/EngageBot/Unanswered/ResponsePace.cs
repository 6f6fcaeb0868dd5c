using System.Data;
using EngageBot.Database;

namespace EngageBot.Unanswered;

/// <summary>
/// How fast each channel of a community answers, over the 30 days that ended with the day before yesterday: a post of yesterday may still be answered.
/// Each of these days is read once. Only where they hold too little, the hours since are taken in too.
/// </summary>
internal sealed class ResponsePace
{
    private const int Days = 30;
    private const long Day = 86_400_000;
    private const long Hour = 3_600_000;

    private static readonly HotSql Responses = new(
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT m.id, m.author, m.id
            FROM channels c
            JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at < @until
            WHERE c.community = @community AND {PostSql.IsPost}
            UNION
            {PostSql.Chain}
        )
        SELECT p.channel, first.at - p.at
        FROM (SELECT chain.post AS post, MIN(m.at) AS at FROM {PostSql.Replies} GROUP BY chain.post) first
        JOIN messages p ON p.id = first.post
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    private readonly WriteSession _session;
    private readonly long _communityKey;
    private readonly RollingDays<(long Channel, long Milliseconds)> _settled;
    private Dictionary<long, Pace> _byChannel = [];
    private Pace _community;
    private long _today = long.MinValue;
    private long _hour = long.MinValue;

    public ResponsePace(WriteSession session, long community)
    {
        _session = session;
        _communityKey = community;
        _settled = new(Days, (day, cancellationToken) => ReadAsync(day * Day, (day + 1) * Day, (day + 2) * Day, cancellationToken));
    }

    /// <summary>The pace of a channel and of the community, as known at a moment.</summary>
    public async ValueTask<(Pace Channel, Pace Community)> AtAsync(long channel, long now, CancellationToken cancellationToken)
    {
        var (today, hour) = (now / Day, now / Hour);
        if (_today != today)
        {
            await _settled.MoveToAsync(today - 1, cancellationToken);
            Take(_settled.Rows);
            _today = today;
        }

        if (_hour != hour && _community.Answered < WaitPolicy.EnoughAnswered)
        {
            var recent = await ReadAsync((today - 1) * Day, hour * Hour, hour * Hour, cancellationToken);
            Take(_settled.Rows.Concat(recent));
            _hour = hour;
        }

        return (_byChannel.GetValueOrDefault(channel), _community);
    }

    private void Take(IEnumerable<(long Channel, long Milliseconds)> responses)
    {
        _byChannel = responses.GroupBy(response => response.Channel).ToDictionary(channel => channel.Key, channel => PaceOf(channel.Select(response => response.Milliseconds)));
        _community = PaceOf(responses.Select(response => response.Milliseconds));
    }

    private async Task<List<(long Channel, long Milliseconds)>> ReadAsync(long from, long until, long now, CancellationToken cancellationToken)
    {
        List<(long, long)> responses = [];
        await using var reader = await _session.ReadAsync(Responses, cancellationToken, _communityKey, from, until, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            responses.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return responses;
    }

    private static Pace PaceOf(IEnumerable<long> milliseconds)
    {
        long[] sorted = [.. milliseconds.Order()];
        return sorted.Length == 0 ? default : new Pace(sorted.Length, TimeSpan.FromMilliseconds(sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1]));
    }
}
