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
    private readonly RollingDays<(long Channel, long Milliseconds)> _days;
    private readonly Dictionary<long, Queue<long>> _settled = [];
    private readonly Dictionary<long, Pace> _paces = [];
    private ILookup<long, long> _recent = Enumerable.Empty<(long, long)>().ToLookup(row => row.Item1, row => row.Item2);
    private Pace? _community;
    private long _hour = long.MinValue;

    public ResponsePace(WriteSession session, long community)
    {
        _session = session;
        _communityKey = community;
        _days = new(Days, (day, cancellationToken) => ReadAsync(day * Day, (day + 1) * Day, (day + 2) * Day, cancellationToken), TakeIn, GiveUp);
    }

    /// <summary>The pace of a channel, and where that is not known well enough that of the community, as of a moment.</summary>
    public async ValueTask<(Pace Channel, Pace Community)> AtAsync(long channel, long now, CancellationToken cancellationToken)
    {
        var (today, hour) = (now / Day, now / Hour);
        if (await _days.MoveToAsync(today - 1, cancellationToken))
        {
            Forget([]);
        }

        if (_hour != hour && Community().Answered < WaitPolicy.EnoughAnswered)
        {
            Forget(await ReadAsync((today - 1) * Day, hour * Hour, hour * Hour, cancellationToken));
            _hour = hour;
        }

        var ofChannel = Channel(channel);
        return (ofChannel, ofChannel.Answered < WaitPolicy.EnoughAnswered ? Community() : default);
    }

    private static Pace PaceOf(IEnumerable<long> milliseconds)
    {
        long[] sorted = [.. milliseconds];
        Array.Sort(sorted);
        return sorted.Length == 0 ? default : new Pace(sorted.Length, TimeSpan.FromMilliseconds(sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1]));
    }

    private Pace Channel(long channel)
    {
        if (!_paces.TryGetValue(channel, out var pace))
        {
            _paces.Add(channel, pace = PaceOf((_settled.GetValueOrDefault(channel) ?? []).Concat(_recent[channel])));
        }

        return pace;
    }

    private Pace Community() => _community ??= PaceOf(_settled.Values.SelectMany(times => times).Concat(_recent.SelectMany(times => times)));

    /// <summary>Paces are worked out again when asked for, with what the last hours have brought.</summary>
    private void Forget(List<(long Channel, long Milliseconds)> recent)
    {
        _recent = recent.ToLookup(response => response.Channel, response => response.Milliseconds);
        _paces.Clear();
        _community = null;
    }

    private void TakeIn(List<(long Channel, long Milliseconds)> responses)
    {
        foreach (var (channel, milliseconds) in responses)
        {
            if (!_settled.TryGetValue(channel, out var times))
            {
                _settled.Add(channel, times = new Queue<long>());
            }

            times.Enqueue(milliseconds);
        }
    }

    private void GiveUp(List<(long Channel, long Milliseconds)> responses)
    {
        foreach (var (channel, _) in responses)
        {
            _settled[channel].Dequeue();
        }
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
}
