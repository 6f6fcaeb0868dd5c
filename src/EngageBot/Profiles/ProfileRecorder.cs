using System.Data;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.ReplyGraph;

namespace EngageBot.Profiles;

/// <summary>
/// Keeps the profiles of those who write, in memory until the transaction that brought their messages is committed, and then in the store with them. So a
/// profile is always that of the messages stored.
/// </summary>
/// <param name="capacity">Profiles in memory that are in use, and as many that were so before: about 40 MB.</param>
internal sealed class ProfileRecorder(WriteSession session, int capacity = 16_000)
{
    private static readonly HotSql FindLine = new(
        """
        SELECT m.author, m.traits, m.kind, m.text,
            EXISTS (SELECT 1 FROM links l WHERE l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id))
        FROM messages m
        WHERE m.id = @message
        """,
        ("message", DbType.Int64));

    private readonly ProfileStore _store = new(session);
    private readonly ProfileBook _book = new();
    private readonly HashSet<long> _changed = [];

    /// <summary>Lines that were read in this batch: what one member answers another often does too.</summary>
    private readonly Dictionary<long, RecentLine> _read = [];

    /// <summary>Looked up without finding anything: who agreed to help and never wrote is looked at again and again. Begins anew before anything leaves the memory.</summary>
    private readonly HashSet<long> _unknown = [];

    /// <summary>The highest key in the store when the memory began: above it there is nothing to look up, as keys are handed out in order.</summary>
    private long? _highest;

    /// <summary>Takes in a message that was just stored. What is needed for it is nearly always in memory.</summary>
    public ValueTask RecordAsync(RecordedMessage message, long community, bool isOpen, CancellationToken cancellationToken)
    {
        var parent = message.Link?.Parent;
        var answered = parent is null ? null : _book.Recent(parent.Value);
        var isKnown = message.Row.Author is not { } author
            || (_book.TryGet(author, out _) && _book.TryGetWords(community, out _) && (parent is null || answered is not null));
        if (!isKnown)
        {
            return LookUpAndTakeAsync(message, community, isOpen, cancellationToken);
        }

        Take(message, community, isOpen, answered);
        return ValueTask.CompletedTask;
    }

    /// <summary>Asks together for the profiles that will be asked for one by one.</summary>
    public async ValueTask ForeseeAsync(IEnumerable<long> members, CancellationToken cancellationToken)
    {
        _highest ??= await _store.HighestAsync(cancellationToken);
        await session.ForeseeAsync(members.Where(member => member <= _highest && !_unknown.Contains(member) && !_book.TryGet(member, out _)).Select(ProfileStore.ProfileOf), cancellationToken);
    }

    /// <summary>What <see cref="LineAsync"/> asks; null where it need not.</summary>
    public Question? AsksForLine(long message) => _book.Recent(message) is null ? new Question(FindLine, message) : null;

    /// <summary>Null for a member of whom nothing is known.</summary>
    public async ValueTask<MemberProfile?> FindAsync(long member, CancellationToken cancellationToken)
    {
        if (_book.TryGet(member, out var profile))
        {
            return profile;
        }

        _highest ??= await _store.HighestAsync(cancellationToken);
        if (member <= _highest && _unknown.Add(member) && (profile = await _store.FindAsync(member, cancellationToken)) is not null)
        {
            _unknown.Remove(member);
            _book.Add(member, profile);
        }

        return profile;
    }

    /// <summary>How common words are in a community.</summary>
    public async ValueTask<WordCounts> WordsAsync(long community, CancellationToken cancellationToken)
    {
        if (!_book.TryGetWords(community, out var words))
        {
            _book.AddWords(community, words = await _store.WordsAsync(community, cancellationToken));
        }

        return words.Counts;
    }

    /// <summary>What a message is about and who wrote it; null where it is not stored.</summary>
    public async ValueTask<RecentLine?> LineAsync(long message, CancellationToken cancellationToken)
    {
        if ((_book.Recent(message) ?? _read.GetValueOrDefault(message)) is { } known)
        {
            return known;
        }

        await using var reader = await session.ReadAsync(FindLine, cancellationToken, message);
        return !await reader.ReadAsync(cancellationToken) ? null : _read[message] = _book.LineOf(
            reader.IsDBNull(0) ? null : reader.GetInt64(0),
            (MessageTraits)reader.GetInt32(1),
            (PostKind)reader.GetInt32(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            Convert.ToInt64(reader.GetValue(4), CultureInfo.InvariantCulture) == 0);
    }

    /// <summary>Writes what has changed; the last step before a commit.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var member in _changed)
        {
            if (_book.TryGet(member, out var profile))
            {
                await _store.PutAsync(member, profile, cancellationToken);
            }
        }

        _changed.Clear();
        foreach (var (community, words) in _book.Words)
        {
            if (words.HasUnwritten)
            {
                await _store.PutAsync(community, words, cancellationToken);
            }
        }

        if (_book.Age(capacity))
        {
            _unknown.Clear();
            _highest = null;
        }
    }

    /// <summary>Makes lost profiles anew; before the first message.</summary>
    public async Task RebuildLostAsync(CancellationToken cancellationToken)
    {
        await new ProfileRebuilder(session).RebuildAsync(cancellationToken);
        _unknown.Clear();
        _highest = null;
    }

    /// <summary>
    /// Leaves nothing of a member's profile, here and in the store. As long as messages stay his and he has not opted out, another is made from them at the next
    /// start: whoever forgets a member takes his name from his messages too.
    /// </summary>
    public async ValueTask EraseAsync(long member, CancellationToken cancellationToken)
    {
        _book.Forget(member);
        _read.Clear();
        _changed.Remove(member);
        await _store.EraseAsync(member, cancellationToken);
    }

    /// <summary>A text has changed, or is gone.</summary>
    public void Reword(long message, PostKind? kind, string? text)
    {
        _book.Reword(message, kind, text);
        _read.Remove(message);
        session.ForgetAnswer(new Question(FindLine, message));
    }

    /// <summary>Many have.</summary>
    public void RereadAll()
    {
        _book.RereadAll();
        _read.Clear();
    }

    /// <summary>The batch is over, or somebody decided something that may concern much else.</summary>
    public void ForgetBatch() => _read.Clear();

    /// <summary>Forgets everything in memory: after a rollback the store is asked again.</summary>
    public void Forget()
    {
        _book.Forget();
        _read.Clear();
        _changed.Clear();
        _unknown.Clear();
        _highest = null;
    }

    private async ValueTask LookUpAndTakeAsync(RecordedMessage message, long community, bool isOpen, CancellationToken cancellationToken)
    {
        await FindAsync(message.Row.Author!.Value, cancellationToken);
        await WordsAsync(community, cancellationToken);
        Take(message, community, isOpen, message.Link?.Parent is { } parent ? await LineAsync(parent, cancellationToken) : null);
    }

    private void Take(RecordedMessage message, long community, bool isOpen, RecentLine? answered)
    {
        if (_book.Take(message, community, isOpen, answered))
        {
            _changed.Add(message.Row.Author!.Value);
        }
    }
}
