using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.ReplyGraph;

/// <summary>The table of messages, as the pipeline uses it: inside its transaction.</summary>
internal sealed class MessageStore(WriteSession session, ChangedDays changed)
{
    /// <summary>What <see cref="ReadLine"/> reads of a message m.</summary>
    public const string LineColumns = "m.id, m.number, m.author, m.at, m.traits, m.kind, found.parent, found.probability, found.source";

    /// <summary>What was found that m answers when it came.</summary>
    public const string LineLink =
        $"LEFT JOIN links found ON found.message = m.id AND found.source = (SELECT MAX(f.source) FROM links f WHERE f.message = m.id AND f.source IN ({LinkStore.FirstSources}))";

    public const int LineColumnCount = 9;

    private static readonly HotSql Newest = new("SELECT MAX(at) FROM messages WHERE channel = @channel", ("channel", DbType.Int64));

    private static readonly HotSql Highest = new("SELECT MAX(number) FROM messages WHERE channel = @channel", ("channel", DbType.Int64));

    private static readonly HotSql Find = new(
        "SELECT id FROM messages WHERE channel = @channel AND number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql FindLine = new(
        $"SELECT {LineColumns} FROM messages m {LineLink} WHERE m.channel = @channel AND m.number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql AddMessage = HotSql.Insert(
        "messages",
        onConflict: string.Empty,
        keyLength: 0,
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

    private static readonly HotSql AddMention = HotSql.Insert(
        "mentions",
        onConflict: string.Empty,
        keyLength: 0,
        ("message", DbType.Int64),
        ("place", DbType.Int32),
        ("member", DbType.Int64));

    private static readonly HotSql FindStored = new(
        "SELECT id, at, thread, author, traits, deleted_at FROM messages WHERE channel = @channel AND number = @number",
        ("channel", DbType.Int64),
        ("number", DbType.Int64));

    private static readonly HotSql Edit = new(
        "UPDATE messages SET text = @text, kind = @kind, traits = traits | @edited WHERE id = @message",
        ("text", DbType.String),
        ("kind", DbType.Int32),
        ("edited", DbType.Int32),
        ("message", DbType.Int64)) { LetsRowsPass = true };

    private static readonly HotSql Delete = new(
        "UPDATE messages SET text = NULL, promotion = NULL, sketch = NULL, deleted_at = @at WHERE id = @message",
        ("at", DbType.Int64),
        ("message", DbType.Int64)) { LetsRowsPass = true };

    private static readonly HotSql ChangeTraces = new(
        "UPDATE messages SET promotion = @promotion, sketch = @sketch WHERE id = @message",
        ("promotion", DbType.Int32),
        ("sketch", DbType.Int64),
        ("message", DbType.Int64)) { LetsRowsPass = true };

    private static readonly HotSql AddDomain = new(
        "INSERT INTO link_domains (message, domain, community, at) SELECT m.id, @domain, c.community, m.at FROM messages m JOIN channels c ON c.id = m.channel WHERE m.id = @message",
        ("message", DbType.Int64),
        ("domain", DbType.String)) { LetsRowsPass = true };

    private static readonly HotSql DeleteDomains = new("DELETE FROM link_domains WHERE message = @message", ("message", DbType.Int64)) { LetsRowsPass = true };

    private static readonly HotSql AddReaction = HotSql.Insert(
        "reactions",
        "ON CONFLICT (message, member, emoji) DO NOTHING",
        keyLength: 0,
        ("message", DbType.Int64),
        ("member", DbType.Int64),
        ("emoji", DbType.String),
        ("at", DbType.Int64));

    private static readonly HotSql HasReactions = new(
        "SELECT 1 FROM messages m JOIN reactions r ON r.message = m.id WHERE m.channel = @channel AND m.number = @number AND (@member = 0 OR r.member = @member) AND (@emoji = '' OR r.emoji = @emoji) LIMIT 1",
        ("channel", DbType.Int64),
        ("number", DbType.Int64),
        ("member", DbType.Int64),
        ("emoji", DbType.String));

    private static readonly HotSql RemoveReactions = new(
        "DELETE FROM reactions WHERE message = @message AND (@member = 0 OR member = @member) AND (@emoji = '' OR emoji = @emoji)",
        ("message", DbType.Int64),
        ("member", DbType.Int64),
        ("emoji", DbType.String));

    private readonly KeySequence _keys = new("messages", atOnce: 1_000);

    /// <summary>What was stored in this batch: the next that happens to it is often in the same, and nobody need wait for what was just written.</summary>
    private readonly Dictionary<(long Channel, long Number), StoredMessage> _added = [];

    /// <summary>What was looked up in this batch.</summary>
    private readonly Dictionary<(long Channel, long Number), StoredMessage> _found = [];

    /// <summary>Messages whose reactions have changed in this batch.</summary>
    private readonly HashSet<long> _reacted = [];

    public ValueTask<long> NextKeyAsync(CancellationToken cancellationToken) => _keys.NextAsync(session, cancellationToken);

    public ValueTask<long?> NewestAsync(long channel, CancellationToken cancellationToken) => session.NumberAsync(Newest, cancellationToken, channel);

    public ValueTask<long?> HighestAsync(long channel, CancellationToken cancellationToken) => session.NumberAsync(Highest, cancellationToken, channel);

    /// <summary>What <see cref="FindAsync"/> asks.</summary>
    public static Question KeyOf(long channel, long number) => new(Find, channel, number);

    /// <summary>What <see cref="FindLineAsync"/> asks.</summary>
    public static Question LineOf(long channel, long number) => new(FindLine, channel, number);

    /// <summary>What <see cref="TakeReactionsBackAsync"/> asks.</summary>
    public static Question HasReaction(long channel, long number, long? member, string? emoji) => new(HasReactions, channel, number, member ?? 0, emoji ?? string.Empty);

    /// <summary>What <see cref="StoredAsync"/> asks.</summary>
    public static Question IsStored(long channel, long number) => new(FindStored, channel, number);

    public ValueTask<long?> FindAsync(long channel, long number, CancellationToken cancellationToken) =>
        _added.TryGetValue((channel, number), out var added) ? new(added.Key) : session.NumberAsync(Find, cancellationToken, channel, number);

    public async ValueTask<WindowLine?> FindLineAsync(long channel, long number, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(FindLine, cancellationToken, channel, number);
        return await reader.ReadAsync(cancellationToken) ? ReadLine(reader) : null;
    }

    /// <summary>To be asked only of one that is not stored.</summary>
    public async ValueTask AddAsync(MessageRow row, CancellationToken cancellationToken)
    {
        await session.WriteAsync(
            AddMessage, cancellationToken, row.Key, row.Channel, row.Id.Number, row.Id.Text, row.Thread?.Number, row.Author, row.At, (int)row.Traits, (int)row.Kind, row.Text,
            row.Traces.Promotion, row.Traces.Sketch);
        for (var place = 0; place < row.Mentions.Count; place++)
        {
            await session.WriteAsync(AddMention, cancellationToken, row.Key, place, row.Mentions[place]);
        }

        changed.Add(row.Channel, row.At);
        _added[(row.Channel, row.Id.Number)] = StoredMessage.Of(row.Key, row.Id.Number, row.At, row.Channel, row.Thread?.Number, row.Author is not null, row.Traits, isDeleted: false);
        await AddDomainsAsync(row.Key, row.Traces, cancellationToken);
    }

    /// <summary>Null where none with this number is stored.</summary>
    public async ValueTask<StoredMessage?> StoredAsync(long channel, long number, CancellationToken cancellationToken)
    {
        if (_added.TryGetValue((channel, number), out var known) || _found.TryGetValue((channel, number), out known))
        {
            return known;
        }

        await using var reader = await session.ReadAsync(FindStored, cancellationToken, channel, number);
        return !await reader.ReadAsync(cancellationToken) ? null : _found[(channel, number)] = StoredMessage.Of(
            reader.GetInt64(0), number, reader.GetInt64(1), channel, reader.IsDBNull(2) ? null : reader.GetInt64(2), !reader.IsDBNull(3), (MessageTraits)reader.GetInt32(4), !reader.IsDBNull(5));
    }

    /// <summary>Changes a text; to be asked only of one that is there, and of somebody who did not opt out.</summary>
    /// <param name="traces">Of the new text; taken only where a person wrote it.</param>
    public async ValueTask EditAsync(StoredMessage message, string text, PostKind kind, TextTraces traces, CancellationToken cancellationToken)
    {
        await session.WriteAsync(Edit, cancellationToken, text, (int)kind, (int)MessageTraits.Edited, message.Key);
        Note(message);
        if (message.IsByPerson)
        {
            await session.WriteAsync(ChangeTraces, cancellationToken, traces.Promotion, traces.Sketch, message.Key);
            await session.WriteAsync(DeleteDomains, cancellationToken, message.Key);
            await AddDomainsAsync(message.Key, traces, cancellationToken);
        }
    }

    /// <summary>Forgets the text and its traces at once; that there was a message stays, for the order of things.</summary>
    public async ValueTask DeleteAsync(StoredMessage message, long at, CancellationToken cancellationToken)
    {
        _added.Remove((message.Place.Channel, message.Number));
        _found.Remove((message.Place.Channel, message.Number));
        await session.WriteAsync(Delete, cancellationToken, at, message.Key);
        await session.WriteAsync(DeleteDomains, cancellationToken, message.Key);
        Note(message);
    }

    public async ValueTask ReactAsync(StoredMessage message, long member, string emoji, long at, CancellationToken cancellationToken)
    {
        await session.WriteAsync(AddReaction, cancellationToken, message.Key, member, emoji, at);
        _reacted.Add(message.Key);
        Note(message);
    }

    /// <summary>Whether there was something to take back.</summary>
    /// <param name="member">Null for everybody.</param>
    /// <param name="emoji">Null for every emoji.</param>
    public async ValueTask<bool> TakeReactionsBackAsync(StoredMessage message, long? member, string? emoji, CancellationToken cancellationToken)
    {
        if (!_reacted.Add(message.Key))
        {
            Note(message);
            return await session.ExecuteAsync(RemoveReactions, cancellationToken, message.Key, member ?? 0, emoji ?? string.Empty) > 0;
        }

        if (_added.ContainsKey((message.Place.Channel, message.Number)) || await session.NumberAsync(HasReaction(message.Place.Channel, message.Number, member, emoji), cancellationToken) is null)
        {
            return false;
        }

        Note(message);
        await session.WriteAsync(RemoveReactions, cancellationToken, message.Key, member ?? 0, emoji ?? string.Empty);
        return true;
    }

    /// <summary>The batch is over, or somebody decided something that may concern much else.</summary>
    public void ForgetBatch()
    {
        _added.Clear();
        _found.Clear();
        _reacted.Clear();
    }

    public void Forget()
    {
        _keys.Forget();
        ForgetBatch();
    }

    private void Note(StoredMessage message) => changed.Add(message.Place.Channel, message.At);

    private async ValueTask AddDomainsAsync(long message, TextTraces traces, CancellationToken cancellationToken)
    {
        foreach (var domain in traces.Domains)
        {
            await session.WriteAsync(AddDomain, cancellationToken, message, domain);
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
