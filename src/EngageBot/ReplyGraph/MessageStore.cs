using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.ReplyGraph;

/// <summary>The table of messages, as the pipeline uses it: inside its transaction.</summary>
internal sealed class MessageStore(WriteSession session, ChangedDays changed)
{
    /// <summary>What <see cref="ReadLine"/> reads of a message m.</summary>
    public const string LineColumns =
        $"""
        m.id, m.number, m.author, m.at, m.traits, m.kind,
            (SELECT l.parent {FirstLink}),
            (SELECT l.probability {FirstLink}),
            (SELECT l.source {FirstLink})
        """;

    private const string FirstLink = $"FROM links l WHERE l.message = m.id AND l.source IN ({LinkStore.FirstSources}) ORDER BY l.source DESC LIMIT 1";

    public const int LineColumnCount = 9;


    private static readonly HotSql Newest = new("SELECT MAX(at) FROM messages WHERE channel = @channel", ("channel", DbType.Int64));

    private static readonly HotSql Find = new(
        "SELECT id FROM messages WHERE channel = @channel AND number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql FindLine = new(
        $"SELECT {LineColumns} FROM messages m WHERE m.channel = @channel AND m.number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql AddMessage = new(
        """
        INSERT INTO messages (id, channel, number, spelled, thread, author, at, traits, kind, text, promotion, sketch)
        VALUES (@id, @channel, @number, @spelled, @thread, @author, @at, @traits, @kind, @text, @promotion, @sketch)
        ON CONFLICT (channel, number) DO NOTHING
        """,
        ("id", DbType.Int64),
        ("channel", DbType.Int64),
        ("number", DbType.Int64),
        ("spelled", DbType.String),
        ("thread", DbType.Int64),
        ("author", DbType.Int64),
        ("at", DbType.Int64),
        ("traits", DbType.Int32),
        ("kind", DbType.Int32),
        ("text", DbType.String),
        ("promotion", DbType.Int32),
        ("sketch", DbType.Int64));

    private static readonly HotSql AddMention = new(
        "INSERT INTO mentions (message, place, member) VALUES (@message, @place, @member)",
        ("message", DbType.Int64),
        ("place", DbType.Int32),
        ("member", DbType.Int64));

    private static readonly HotSql Edit = new(
        "UPDATE messages SET text = @text, kind = @kind, traits = traits | @edited WHERE channel = @channel AND number = @number AND author IS NOT NULL AND deleted_at IS NULL",
        ("text", DbType.String),
        ("kind", DbType.Int32),
        ("edited", DbType.Int32),
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql Delete = new(
        "UPDATE messages SET text = NULL, promotion = NULL, sketch = NULL, deleted_at = @at WHERE channel = @channel AND number = @number AND deleted_at IS NULL",
        ("at", DbType.Int64),
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql FindPersons = new(
        "SELECT id FROM messages WHERE channel = @channel AND number = @number AND author IS NOT NULL AND deleted_at IS NULL AND (traits & 7) = 0",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql ChangeTraces = new(
        "UPDATE messages SET promotion = @promotion, sketch = @sketch WHERE id = @message",
        ("promotion", DbType.Int32),
        ("sketch", DbType.Int64),
        ("message", DbType.Int64));

    private static readonly HotSql AddDomain = new(
        "INSERT INTO link_domains (message, domain, community, at) SELECT m.id, @domain, c.community, m.at FROM messages m JOIN channels c ON c.id = m.channel WHERE m.id = @message",
        ("message", DbType.Int64),
        ("domain", DbType.String));

    private static readonly HotSql DeleteDomains = new("DELETE FROM link_domains WHERE message = @message", ("message", DbType.Int64));

    private static readonly HotSql AddReaction = new(
        """
        INSERT INTO reactions (message, member, emoji, at) VALUES (@message, @member, @emoji, @at)
        ON CONFLICT (message, member, emoji) DO NOTHING
        """,
        ("message", DbType.Int64),
        ("member", DbType.Int64),
        ("emoji", DbType.String),
        ("at", DbType.Int64));

    private static readonly HotSql RemoveReactions = new(
        "DELETE FROM reactions WHERE message = @message AND (@member = 0 OR member = @member) AND (@emoji = '' OR emoji = @emoji)",
        ("message", DbType.Int64),
        ("member", DbType.Int64),
        ("emoji", DbType.String));

    private readonly KeySequence _keys = new("messages", atOnce: 1_000);

    public ValueTask<long> NextKeyAsync(CancellationToken cancellationToken) => _keys.NextAsync(session, cancellationToken);

    public ValueTask<long?> NewestAsync(long channel, CancellationToken cancellationToken) => session.NumberAsync(Newest, cancellationToken, channel);

    public ValueTask<long?> FindAsync(long channel, long number, CancellationToken cancellationToken) =>
        session.NumberAsync(Find, cancellationToken, channel, number);

    public async ValueTask<WindowLine?> FindLineAsync(long channel, long number, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(FindLine, cancellationToken, channel, number);
        return await reader.ReadAsync(cancellationToken) ? ReadLine(reader) : null;
    }

    /// <summary>False where a message with this number is stored already: that one stays as it is.</summary>
    public async ValueTask<bool> AddAsync(MessageRow row, CancellationToken cancellationToken)
    {
        var added = await session.ExecuteAsync(
            AddMessage, cancellationToken, row.Key, row.Channel, row.Id.Number, row.Id.Text, row.Thread?.Number, row.Author, row.At, (int)row.Traits, (int)row.Kind, row.Text,
            row.Traces.Promotion, row.Traces.Sketch);
        for (var place = 0; added > 0 && place < row.Mentions.Count; place++)
        {
            await session.ExecuteAsync(AddMention, cancellationToken, row.Key, place, row.Mentions[place]);
        }

        if (added > 0)
        {
            changed.Add(row.Channel, row.At);
            await AddDomainsAsync(row.Key, row.Traces, cancellationToken);
        }

        return added > 0;
    }

    /// <summary>Changes a text; that of someone who opted out is not taken.</summary>
    /// <param name="traces">Of the new text; taken only where a person wrote it.</param>
    public async ValueTask EditAsync(long channel, long number, string text, PostKind kind, TextTraces traces, CancellationToken cancellationToken)
    {
        var edited = await session.ExecuteAsync(Edit, cancellationToken, text, (int)kind, (int)MessageTraits.Edited, channel, number);
        if (edited > 0)
        {
            await changed.AddAsync(channel, number, cancellationToken);
        }

        if (edited > 0 && await session.NumberAsync(FindPersons, cancellationToken, channel, number) is { } message)
        {
            await session.ExecuteAsync(ChangeTraces, cancellationToken, traces.Promotion, traces.Sketch, message);
            await session.ExecuteAsync(DeleteDomains, cancellationToken, message);
            await AddDomainsAsync(message, traces, cancellationToken);
        }
    }

    /// <summary>Forgets the text and its traces at once; that there was a message stays, for the order of things.</summary>
    public async ValueTask DeleteAsync(long channel, long number, long at, CancellationToken cancellationToken)
    {
        var deleted = await session.ExecuteAsync(Delete, cancellationToken, at, channel, number);
        if (deleted > 0 && await FindAsync(channel, number, cancellationToken) is { } message)
        {
            await session.ExecuteAsync(DeleteDomains, cancellationToken, message);
            await changed.AddAsync(message, cancellationToken);
        }
    }

    public async ValueTask ReactAsync(long message, long member, string emoji, long at, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(AddReaction, cancellationToken, message, member, emoji, at);
        await changed.AddAsync(message, cancellationToken);
    }

    /// <summary>Whether there was something to take back.</summary>
    /// <param name="member">Null for everybody.</param>
    /// <param name="emoji">Null for every emoji.</param>
    public async ValueTask<bool> TakeReactionsBackAsync(long message, long? member, string? emoji, CancellationToken cancellationToken)
    {
        await changed.AddAsync(message, cancellationToken);
        return await session.ExecuteAsync(RemoveReactions, cancellationToken, message, member ?? 0, emoji ?? string.Empty) > 0;
    }

    public void Forget() => _keys.Forget();

    private async ValueTask AddDomainsAsync(long message, TextTraces traces, CancellationToken cancellationToken)
    {
        foreach (var domain in traces.Domains)
        {
            await session.ExecuteAsync(AddDomain, cancellationToken, message, domain);
        }
    }

    internal static WindowLine ReadLine(DbDataReader reader) => new()
    {
        Key = reader.GetInt64(0),
        Number = reader.GetInt64(1),
        Author = reader.IsDBNull(2) ? null : reader.GetInt64(2),
        At = reader.GetInt64(3),
        Traits = (MessageTraits)reader.GetInt32(4),
        Kind = (PostKind)reader.GetInt32(5),
        Answers = reader.IsDBNull(6) ? null : reader.GetInt64(6),
        AnswersProbability = reader.IsDBNull(7) ? 0 : (float)reader.GetDouble(7),
        IsCertain = !reader.IsDBNull(8) && reader.GetInt32(8) >= (int)LinkSource.Thread,
    };
}
