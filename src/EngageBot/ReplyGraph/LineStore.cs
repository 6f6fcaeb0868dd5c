using System.Data;
using EngageBot.Database;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.ReplyGraph;

/// <summary>Reads the lines of a place back from the store, in order of time and then of arrival.</summary>
internal sealed class LineStore(WriteSession session)
{
    private const string NotBySystem = "(m.traits & 4) = 0";

    // Two texts each, not one with OR: they use different indexes.
    private const string InChannel = $"m.channel = @channel AND (m.thread IS NULL OR m.thread = m.number) AND {NotBySystem}";
    private const string InThread = $"m.channel = @channel AND m.thread = @thread AND m.number <> @thread AND {NotBySystem}";

    private static readonly HotSql ChannelBefore = Before(InChannel);
    private static readonly HotSql ChannelAfter = After(InChannel);
    private static readonly HotSql ThreadBefore = Before(InThread);
    private static readonly HotSql ThreadAfter = After(InThread);

    private static readonly HotSql Mentions = new(
        "SELECT member FROM mentions WHERE message = @message ORDER BY place",
        ("message", DbType.Int64));

    /// <summary>The last lines before a moment, oldest first.</summary>
    public async ValueTask<IReadOnlyList<WindowLine>> BeforeAsync(Place place, long before, int count, CancellationToken cancellationToken)
    {
        var lines = await ReadAsync(place.Thread is null ? ChannelBefore : ThreadBefore, cancellationToken, place.Channel, place.Thread, before, count);
        lines.Reverse();
        return lines;
    }

    /// <summary>The lines that follow a line, named by its time and key, oldest first.</summary>
    public async ValueTask<IReadOnlyList<WindowLine>> AfterAsync(Place place, long at, long key, int count, CancellationToken cancellationToken) =>
        await ReadAsync(place.Thread is null ? ChannelAfter : ThreadAfter, cancellationToken, place.Channel, place.Thread, at, key, count);

    private static HotSql Before(string place) => new(
        $"""
        SELECT {MessageStore.LineColumns}, m.text
        FROM messages m
        WHERE {place} AND m.at < @before
        ORDER BY m.at DESC, m.id DESC
        LIMIT @count
        """,
        ("channel", DbType.Int64),
        ("thread", DbType.Int64),
        ("before", DbType.Int64),
        ("count", DbType.Int32));

    private static HotSql After(string place) => new(
        $"""
        SELECT {MessageStore.LineColumns}, m.text
        FROM messages m
        WHERE {place} AND m.at >= @at AND (m.at > @at OR m.id > @key)
        ORDER BY m.at, m.id
        LIMIT @count
        """,
        ("channel", DbType.Int64),
        ("thread", DbType.Int64),
        ("at", DbType.Int64),
        ("key", DbType.Int64),
        ("count", DbType.Int32));

    private async ValueTask<List<WindowLine>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<WindowLine> lines = [];
        List<string?> texts = [];
        await using (var reader = await session.ReadAsync(sql, cancellationToken, values))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add(MessageStore.ReadLine(reader));
                texts.Add(reader.IsDBNull(MessageStore.LineColumnCount) ? null : reader.GetString(MessageStore.LineColumnCount));
            }
        }

        for (var at = 0; at < lines.Count; at++)
        {
            var mentions = await MentionsAsync(lines[at].Key, cancellationToken);
            lines[at] = lines[at] with { Mentions = mentions, Words = LineWords.Read(texts[at], mentions.Count > 0) };
        }

        return lines;
    }

    private async ValueTask<IReadOnlyList<long>> MentionsAsync(long message, CancellationToken cancellationToken)
    {
        List<long>? members = null;
        await using var reader = await session.ReadAsync(Mentions, cancellationToken, message);
        while (await reader.ReadAsync(cancellationToken))
        {
            (members ??= []).Add(reader.GetInt64(0));
        }

        return members ?? (IReadOnlyList<long>)[];
    }
}
