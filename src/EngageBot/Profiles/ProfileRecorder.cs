using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.ReplyGraph;

namespace EngageBot.Profiles;

/// <summary>
/// Keeps the profiles of those who write, in memory until the transaction that brought their messages is committed, and then in the store with them. So a
/// profile is always that of the messages stored. Nothing is kept of bots and of people who opted out.
/// </summary>
internal sealed class ProfileRecorder(WriteSession session)
{
    /// <summary>Profiles kept in memory, about 40 MB; past it the memory starts afresh with the next commit.</summary>
    private const int Capacity = 32_000;

    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    private static readonly HotSql FindLine = new(
        """
        SELECT m.author, m.traits, m.kind, m.text,
            EXISTS (SELECT 1 FROM links l WHERE l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id))
        FROM messages m
        WHERE m.id = @message
        """,
        ("message", DbType.Int64));

    private readonly ProfileStore _store = new(session);
    private readonly Dictionary<long, MemberProfile> _profiles = [];
    private readonly HashSet<long> _changed = [];
    private readonly Dictionary<long, CommunityWords> _words = [];
    private readonly RecentLines _recent = new();
    private readonly uint[] _buffer = new uint[TopicWords.Most];

    /// <summary>Takes in a message that was just stored.</summary>
    public async ValueTask RecordAsync(RecordedMessage message, long community, bool isOpen, CancellationToken cancellationToken)
    {
        var row = message.Row;
        var isByPerson = (row.Traits & NotByPerson) == MessageTraits.None;
        var words = row.Text is null ? [] : _buffer[..TopicWords.Read(row.Text, _buffer)];
        var asks = isByPerson && message.Link is null && Asks(row.Kind);
        _recent.Add(row.Key, new RecentLine(row.Author, isByPerson, asks, words));
        if (row.Author is not { } author || !isByPerson)
        {
            return;
        }

        var ofCommunity = await WordsAsync(community, cancellationToken);
        ofCommunity.Count(words);
        var profile = await FindAsync(author, cancellationToken) ?? Begin(author);
        var answered = message.Link?.Parent is { } parent ? await LineAsync(parent, cancellationToken) : null;
        var answers = answered is { IsByPerson: true } && answered.Author != author;
        ProfileLearner.Learn(profile, new ProfileLine((int)row.Channel, isOpen, row.At, asks), words, answered, answers, ofCommunity.Counts);
        _changed.Add(author);
    }

    /// <summary>Null for a member of whom nothing is known.</summary>
    public async ValueTask<MemberProfile?> FindAsync(long member, CancellationToken cancellationToken)
    {
        if (!_profiles.TryGetValue(member, out var profile) && (profile = await _store.FindAsync(member, cancellationToken)) is not null)
        {
            _profiles.Add(member, profile);
        }

        return profile;
    }

    /// <summary>How common words are in a community.</summary>
    public async ValueTask<WordCounts> CountsAsync(long community, CancellationToken cancellationToken) =>
        (await WordsAsync(community, cancellationToken)).Counts;

    /// <summary>Writes what has changed; the last step before a commit.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var member in _changed)
        {
            await _store.PutAsync(member, _profiles[member], cancellationToken);
        }

        _changed.Clear();
        foreach (var (community, words) in _words)
        {
            if (words.HasUnwritten)
            {
                await _store.PutAsync(community, words, cancellationToken);
            }
        }

        if (_profiles.Count > Capacity)
        {
            _profiles.Clear();
        }
    }

    /// <summary>Leaves nothing of a member, here and in the store.</summary>
    public async ValueTask EraseAsync(long member, CancellationToken cancellationToken)
    {
        _profiles.Remove(member);
        _changed.Remove(member);
        _recent.Clear();
        await _store.EraseAsync(member, cancellationToken);
    }

    /// <summary>A text has changed: what was answered is read from the store again.</summary>
    public void Reread() => _recent.Clear();

    /// <summary>Forgets everything in memory: after a rollback the store is asked again.</summary>
    public void Forget()
    {
        _profiles.Clear();
        _changed.Clear();
        _words.Clear();
        _recent.Clear();
    }

    private static bool Asks(PostKind kind) => kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest;

    private MemberProfile Begin(long member)
    {
        var profile = new MemberProfile();
        _profiles.Add(member, profile);
        return profile;
    }

    private async ValueTask<CommunityWords> WordsAsync(long community, CancellationToken cancellationToken)
    {
        if (!_words.TryGetValue(community, out var words))
        {
            _words.Add(community, words = await _store.WordsAsync(community, cancellationToken));
        }

        return words;
    }

    private async ValueTask<RecentLine?> LineAsync(long message, CancellationToken cancellationToken)
    {
        if (_recent.Find(message) is { } known)
        {
            return known;
        }

        await using var reader = await session.ReadAsync(FindLine, cancellationToken, message);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var isByPerson = ((MessageTraits)reader.GetInt32(1) & NotByPerson) == MessageTraits.None;
        var words = reader.IsDBNull(3) ? [] : _buffer[..TopicWords.Read(reader.GetString(3), _buffer)];
        var starts = Convert.ToInt64(reader.GetValue(4), System.Globalization.CultureInfo.InvariantCulture) == 0;
        return new RecentLine(reader.IsDBNull(0) ? null : reader.GetInt64(0), isByPerson, isByPerson && starts && Asks((PostKind)reader.GetInt32(2)), words);
    }
}
