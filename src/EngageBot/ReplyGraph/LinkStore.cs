using System.Data;
using EngageBot.Database;

namespace EngageBot.ReplyGraph;

/// <summary>The table of links, as the pipeline uses it: inside its transaction.</summary>
internal sealed class LinkStore(WriteSession session, ChangedDays changed)
{
    /// <summary>Sources that speak when a message comes (rules, model, thread, explicit), for SQL. What is found later changes nothing for other lines.</summary>
    public const string FirstSources = "1, 2, 4, 5";

    private static readonly HotSql AddLink = HotSql.Insert(
        "links",
        "ON CONFLICT (message, source) DO UPDATE SET parent = excluded.parent, probability = excluded.probability",
        keyLength: 2,
        ("message", DbType.Int64),
        ("source", DbType.Int32),
        ("parent", DbType.Int64),
        ("probability", DbType.Double));

    private static readonly HotSql RemoveLink = new(
        "DELETE FROM links WHERE message = @message AND source = @source",
        ("message", DbType.Int64),
        ("source", DbType.Int32));

    private static readonly HotSql AddAwaited = new(
        """
        INSERT INTO awaited_parents (channel, number, message, source) VALUES (@channel, @number, @message, @source)
        ON CONFLICT (channel, number, message) DO NOTHING
        """,
        ("channel", DbType.Int64),
        ("number", DbType.Int64),
        ("message", DbType.Int64),
        ("source", DbType.Int32));

    private static readonly HotSql Awaited = new("SELECT DISTINCT number FROM awaited_parents WHERE channel = @channel", ("channel", DbType.Int64));

    private static readonly HotSql FirstFound = new(
        $"SELECT MAX(source) FROM links WHERE message = @message AND source IN ({FirstSources})",
        ("message", DbType.Int64));

    // The sign before parent keeps SQLite from going through all links without one.
    private static readonly HotSql FillAwaited = new(
        """
        UPDATE links SET parent = @parent
        WHERE +parent IS NULL AND EXISTS (
            SELECT 1 FROM awaited_parents awaited
            WHERE awaited.channel = @channel AND awaited.number = @number AND awaited.message = links.message AND awaited.source = links.source)
        AND message IN (SELECT awaited.message FROM awaited_parents awaited WHERE awaited.channel = @channel AND awaited.number = @number)
        """,
        ("parent", DbType.Int64),
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql RemoveAwaited = new(
        "DELETE FROM awaited_parents WHERE channel = @channel AND number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    /// <summary>A message has another link than when it came.</summary>
    /// <param name="at">When it was written, unix milliseconds.</param>
    public void Change(long channel, long at) => changed.Add(channel, at);

    public async ValueTask PutAsync(long message, ReplyLink link, CancellationToken cancellationToken) =>
        await session.WriteAsync(AddLink, cancellationToken, message, (int)link.Source, link.Parent, link.Probability);

    public async ValueTask RemoveAsync(long message, LinkSource source, CancellationToken cancellationToken) =>
        await session.WriteAsync(RemoveLink, cancellationToken, message, (int)source);

    /// <summary>Remembers that a link's parent, known by its number only, is not stored yet.</summary>
    public async ValueTask AwaitAsync(long channel, long number, long message, LinkSource source, CancellationToken cancellationToken) =>
        await session.WriteAsync(AddAwaited, cancellationToken, channel, number, message, (int)source);

    /// <summary>The numbers of the messages that links of a channel wait for.</summary>
    public async ValueTask<HashSet<long>> AwaitedAsync(long channel, CancellationToken cancellationToken)
    {
        HashSet<long> numbers = [];
        await using var reader = await session.ReadAsync(Awaited, cancellationToken, channel);
        while (await reader.ReadAsync(cancellationToken))
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    /// <summary>The surest source that spoke of a message when it came, or null where none did.</summary>
    public async ValueTask<LinkSource?> FirstFoundAsync(long message, CancellationToken cancellationToken) =>
        (LinkSource?)(int?)await session.NumberAsync(FirstFound, cancellationToken, message);

    /// <summary>The message with this number has come: the links that waited for it point to it now.</summary>
    public async ValueTask FillAsync(long channel, long number, long parent, CancellationToken cancellationToken)
    {
        await changed.AddAwaitingAsync(channel, number, cancellationToken);
        await session.WriteAsync(FillAwaited, cancellationToken, parent, channel, number);
        await session.WriteAsync(RemoveAwaited, cancellationToken, channel, number);
    }
}
