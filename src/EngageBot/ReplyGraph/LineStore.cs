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
        var lines = await ReadAsync(place.Thread is null ? ChannelBefore : ThreadBefore, cancellationToken, place.Channel, place.Thread, before, count);
        lines.Reverse();
        return lines;
    }

    /// <summary>The lines that follow a line, named by its time and key, oldest first.</summary>
    public async ValueTask<IReadOnlyList<WindowLine>> AfterAsync(Place place, long at, long key, int count, CancellationToken cancellationToken) =>
        await ReadAsync(place.Thread is null ? ChannelAfter : ThreadAfter, cancellationToken, place.Channel, place.Thread, at, key, count);

    private async ValueTask<List<WindowLine>> ReadAsync(LineSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        var mentions = await MentionsAsync(sql.Mentions, values, cancellationToken);
        List<WindowLine> lines = [];
        await using var reader = await session.ReadAsync(sql.Lines, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var line = MessageStore.ReadLine(reader);
            var text = reader.IsDBNull(MessageStore.LineColumnCount) ? null : reader.GetString(MessageStore.LineColumnCount);
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
