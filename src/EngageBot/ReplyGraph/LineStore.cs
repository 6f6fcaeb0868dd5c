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

    private static readonly LineSql ChannelBefore = LineSql.Before(InChannel);
    private static readonly LineSql ChannelAfter = LineSql.After(InChannel);
    private static readonly LineSql ThreadBefore = LineSql.Before(InThread);
    private static readonly LineSql ThreadAfter = LineSql.After(InThread);

    /// <summary>The last lines before a moment, oldest first.</summary>
    public async ValueTask<IReadOnlyList<WindowLine>> BeforeAsync(Place place, long before, int count, CancellationToken cancellationToken)
    {
        var lines = await ReadAsync(SqlBefore(place), cancellationToken, ValuesBefore(place, before, count));
        lines.Reverse();
        return lines;
    }

    /// <summary>What <see cref="BeforeAsync"/> asks.</summary>
    public static (Question Lines, Question Mentions) Before(Place place, long before, int count) =>
        (new(SqlBefore(place).Lines, ValuesBefore(place, before, count)), new(SqlBefore(place).Mentions, ValuesBefore(place, before, count)));

    /// <summary>A line of a place says something else now: if its lines were foreseen, they are asked anew.</summary>
    public void ForgetAnswer(Question lines) => session.ForgetAnswer(lines);

    /// <summary>The lines that follow a line, named by its time and key, oldest first.</summary>
    public async ValueTask<IReadOnlyList<WindowLine>> AfterAsync(Place place, long at, long key, int count, CancellationToken cancellationToken) =>
        await ReadAsync(place.Thread is null ? ChannelAfter : ThreadAfter, cancellationToken, place.Channel, place.Thread, at, key, count);

    private static LineSql SqlBefore(Place place) => place.Thread is null ? ChannelBefore : ThreadBefore;

    private static object?[] ValuesBefore(Place place, long before, int count) => [place.Channel, place.Thread, before, count];

    private async ValueTask<List<WindowLine>> ReadAsync(LineSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<(WindowLine Line, string? Text)> read = [];
        await using (var reader = await session.ReadAsync(sql.Lines, cancellationToken, values))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read.Add((MessageStore.ReadLine(reader), reader.IsDBNull(MessageStore.LineColumnCount) ? null : reader.GetString(MessageStore.LineColumnCount)));
            }
        }

        var mentions = read.Count == 0 ? null : await MentionsAsync(sql.Mentions, values, cancellationToken); // Most threads are new when they are asked for.
        List<WindowLine> lines = new(read.Count);
        foreach (var (line, text) in read)
        {
            var mentioned = mentions?.GetValueOrDefault(line.Key);
            lines.Add(line with { Mentions = mentioned ?? (IReadOnlyList<long>)[], Words = LineWords.Read(text, mentioned is not null), IsWordless = text is null });
        }

        return lines;
    }

    /// <summary>Whom the lines mention, by the key of the line; null where nobody is mentioned.</summary>
    private async ValueTask<Dictionary<long, List<long>>?> MentionsAsync(HotSql sql, object?[] values, CancellationToken cancellationToken)
    {
        Dictionary<long, List<long>>? mentions = null;
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            mentions ??= [];
            var message = reader.GetInt64(0);
            if (!mentions.TryGetValue(message, out var members))
            {
                mentions.Add(message, members = []);
            }

            members.Add(reader.GetInt64(1));
        }

        return mentions;
    }
}
