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
        WHERE c.community = @community AND (m.traits & {PostSql.NotByPerson}) = 0 AND (m.deleted_at IS NULL OR m.deleted_at > @until)
            AND p.author <> m.author AND (p.traits & {PostSql.NotByPerson}) = 0
        GROUP BY m.channel, m.author
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64));

    private readonly WriteSession _session;
    private readonly long _community;
    private readonly RollingDays<(long Channel, long Member, int Answers)> _days;
    private readonly Dictionary<long, Dictionary<long, int>> _answers = [];
    private readonly Dictionary<long, IReadOnlyList<(long Member, int Answers)>> _most = [];
    private ILookup<long, (long Member, int Answers)>? _today;
    private long _hour = long.MinValue;

    public Answerers(WriteSession session, long community)
    {
        _session = session;
        _community = community;
        _days = new(Days, (day, cancellationToken) => ReadAsync(day * Day, (day + 1) * Day, cancellationToken), rows => Count(rows, 1), rows => Count(rows, -1));
    }

    /// <summary>Those who answer in a channel, who answers most first.</summary>
    public async ValueTask<IReadOnlyList<(long Member, int Answers)>> InAsync(long channel, long now, CancellationToken cancellationToken)
    {
        if (await _days.MoveToAsync(now / Day, cancellationToken))
        {
            _most.Clear();
            _today = null;
            _hour = long.MinValue;
        }

        if (_answers.Count == 0 && _hour != now / Hour)
        {
            _hour = now / Hour;
            _today = (await ReadAsync(now / Day * Day, _hour * Hour, cancellationToken)).ToLookup(count => count.Channel, count => (count.Member, count.Answers));
            _most.Clear();
        }

        if (!_most.TryGetValue(channel, out var most))
        {
            _most.Add(channel, most = MostIn(channel));
        }

        return most;
    }

    private IReadOnlyList<(long Member, int Answers)> MostIn(long channel)
    {
        var answers = _answers.GetValueOrDefault(channel)?.Select(member => (Member: member.Key, Answers: member.Value)) ?? _today?[channel] ?? [];
        return [.. answers.OrderByDescending(member => member.Answers).ThenBy(member => member.Member)];
    }

    private void Count(List<(long Channel, long Member, int Answers)> counts, int sign)
    {
        foreach (var (channel, member, answers) in counts)
        {
            if (!_answers.TryGetValue(channel, out var members))
            {
                _answers.Add(channel, members = []);
            }

            members[member] = members.GetValueOrDefault(member) + (sign * answers);
            if (members[member] == 0)
            {
                members.Remove(member);
            }

            if (members.Count == 0)
            {
                _answers.Remove(channel);
            }
        }
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
}
