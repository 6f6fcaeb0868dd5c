using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.ReplyGraph;

namespace EngageBot.Reports;

/// <summary>Reads lines of chat to be shown, with names and links.</summary>
internal sealed class LineReader(WriteSession session, CommunityId community)
{
    private const string Columns =
        """
        m.number, m.spelled, CASE WHEN a.opted_out_at IS NULL THEN a.name ELSE NULL END, m.at, m.text,
        l.source, l.probability, CASE WHEN b.opted_out_at IS NULL THEN b.name ELSE NULL END
        """;

    private const string Joins =
        """
        LEFT JOIN members a ON a.id = m.author
        LEFT JOIN links l ON l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id) AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        LEFT JOIN messages p ON p.id = l.parent
        LEFT JOIN members b ON b.id = p.author
        """;

    private static readonly HotSql One = new(
        $"SELECT {Columns} FROM messages m {Joins} WHERE m.id = @message",
        ("message", DbType.Int64));

    private static readonly HotSql Before = new(
        $"""
        SELECT {Columns} FROM messages m {Joins}
        WHERE m.channel = @channel AND (m.traits & 4) = 0 AND (m.at < @at OR (m.at = @at AND m.id < @message)) AND m.at >= @from
        ORDER BY m.at DESC, m.id DESC LIMIT @count
        """,
        Around);

    private static readonly HotSql After = new(
        $"""
        SELECT {Columns} FROM messages m {Joins}
        WHERE m.channel = @channel AND (m.traits & 4) = 0 AND (m.at > @at OR (m.at = @at AND m.id > @message)) AND m.at <= @from
        ORDER BY m.at, m.id LIMIT @count
        """,
        Around);

    private static readonly HotSql Name = new(
        """
        SELECT CASE WHEN m.opted_out_at IS NULL THEN m.name ELSE NULL END
        FROM members m JOIN communities c ON c.id = m.community
        WHERE c.platform = @platform AND c.platform_id = @community AND m.platform_id = @member
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    private readonly Dictionary<string, string?> _names = [];

    private static (string Name, DbType Type)[] Around =>
    [
        ("channel", DbType.Int64), ("at", DbType.Int64), ("message", DbType.Int64), ("from", DbType.Int64), ("count", DbType.Int32),
    ];

    public async Task<ChatLine> LineAsync(long message, CancellationToken cancellationToken) =>
        (await ReadAsync(One, cancellationToken, message)).Single();

    /// <summary>The lines just before a message in its channel, oldest first, not older than half a day.</summary>
    public async Task<IReadOnlyList<ChatLine>> BeforeAsync(long channel, long at, long message, int count, CancellationToken cancellationToken)
    {
        var lines = await ReadAsync(Before, cancellationToken, channel, at, message, at - 43_200_000, count);
        lines.Reverse();
        return lines;
    }

    /// <summary>The lines just after a message in its channel, not later than half a day.</summary>
    public async Task<IReadOnlyList<ChatLine>> AfterAsync(long channel, long at, long message, int count, CancellationToken cancellationToken) =>
        await ReadAsync(After, cancellationToken, channel, at, message, at + 43_200_000, count);

    private async Task<List<ChatLine>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<ChatLine> lines = [];
        var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            var id = new MessageId(reader.GetInt64(0), Text(1));
            lines.Add(new ChatLine(id.Spell(community.Platform), Text(2) ?? "someone", DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)), Text(4) ?? string.Empty)
            {
                Link = reader.IsDBNull(5) ? null : new LineLink((LinkSource)reader.GetInt32(5), reader.GetDouble(6), Text(7)),
            });
        }

        await reader.DisposeAsync();
        for (var at = 0; at < lines.Count; at++)
        {
            lines[at] = lines[at] with { Text = await ReadableAsync(lines[at].Text, cancellationToken) };
        }

        return lines;
    }

    /// <summary>Mentions as names: those that are not known yet are looked up first.</summary>
    private async ValueTask<string> ReadableAsync(string text, CancellationToken cancellationToken)
    {
        List<string> unknown = [];
        var readable = ReadableText.Of(text, id =>
        {
            if (!_names.TryGetValue(id, out var name))
            {
                unknown.Add(id);
            }

            return name;
        });
        foreach (var id in unknown)
        {
            _names[id] = await session.TextAsync(Name, cancellationToken, (int)community.Platform, community.Value, id);
        }

        return unknown.Count == 0 ? readable : ReadableText.Of(text, id => _names.GetValueOrDefault(id));
    }
}
