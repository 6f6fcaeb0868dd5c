using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.ReplyGraph;

namespace EngageBot.Profiles;

/// <summary>The profiles in memory, and what it takes to go on with them. Nothing is kept of bots and of people who opted out.</summary>
internal sealed class ProfileBook
{
    private const MessageTraits NotByPerson = MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System;

    private Dictionary<long, MemberProfile> _profiles = [];
    private Dictionary<long, MemberProfile> _older = [];
    private readonly Dictionary<long, CommunityWords> _words = [];
    private readonly RecentLines _recent = new();
    private readonly uint[] _buffer = new uint[TopicWords.Most];

    public IEnumerable<KeyValuePair<long, CommunityWords>> Words => _words;

    public bool TryGet(long member, [NotNullWhen(true)] out MemberProfile? profile)
    {
        if (!_profiles.TryGetValue(member, out profile) && _older.Remove(member, out profile))
        {
            _profiles.Add(member, profile);
        }

        return profile is not null;
    }

    public void Add(long member, MemberProfile profile) => _profiles.Add(member, profile);

    public bool TryGetWords(long community, [NotNullWhen(true)] out CommunityWords? words) => _words.TryGetValue(community, out words);

    public void AddWords(long community, CommunityWords words) => _words.Add(community, words);

    /// <summary>Who wrote a message and what about, if it is one of the last.</summary>
    public RecentLine? Recent(long message) => _recent.Find(message);

    /// <summary>Takes in a message. The profile of its author and the words of its community are here already, or there are none.</summary>
    /// <param name="answered">What it answers, where that is known.</param>
    /// <returns>Whether somebody's profile has changed.</returns>
    public bool Take(RecordedMessage message, long community, bool isOpen, RecentLine? answered)
    {
        var row = message.Row;
        var line = LineOf(row.Author, row.Traits, row.Kind, row.Text, message.Link is null);
        _recent.Add(row.Key, line);
        if (row.Author is not { } author || !line.IsByPerson)
        {
            return false;
        }

        if (!TryGet(author, out var profile))
        {
            _profiles.Add(author, profile = new MemberProfile());
        }

        var words = WordsOf(community);
        words.Count(line.Words);
        var answers = answered is { IsByPerson: true } && answered.Author != author;
        ProfileLearner.Learn(profile, new ProfileLine((int)row.Channel, isOpen, row.At, line.Asks), line.Words, answered, answers, words.Counts);
        return true;
    }

    public CommunityWords WordsOf(long community)
    {
        if (!_words.TryGetValue(community, out var words))
        {
            _words.Add(community, words = new CommunityWords(new WordCounts(), 0));
        }

        return words;
    }

    public RecentLine LineOf(long? author, MessageTraits traits, PostKind kind, string? text, bool starts)
    {
        var isByPerson = (traits & NotByPerson) == MessageTraits.None;
        var asks = isByPerson && starts && Asks(kind);
        return new RecentLine(author, isByPerson, asks, text is null ? [] : _buffer[..TopicWords.Read(text, _buffer)]);
    }

    public void Forget(long member)
    {
        _profiles.Remove(member);
        _older.Remove(member);
        _recent.Clear();
    }

    /// <summary>A text has changed, or is gone. Where it only now asks something, it is read from the store when it is next answered: whether it began a conversation is not kept here.</summary>
    public void Reword(long message, PostKind? kind, string? text)
    {
        if (_recent.Find(message) is not { } line)
        {
            return;
        }

        var asks = kind is { } other ? Asks(other) : line.Asks;
        if (asks && !line.Asks)
        {
            _recent.Remove(message);
        }
        else
        {
            _recent.Add(message, line with { Asks = asks, Words = text is null ? [] : _buffer[..TopicWords.Read(text, _buffer)] });
        }
    }

    /// <summary>Many have.</summary>
    public void RereadAll() => _recent.Clear();

    /// <summary>Where more than so many are in use, those go that were not needed since this was last so. All must be written.</summary>
    /// <returns>Whether some went.</returns>
    public bool Age(int most)
    {
        if (_profiles.Count <= most)
        {
            return false;
        }

        (_older, _profiles) = (_profiles, []);
        return true;
    }

    public void Forget()
    {
        _profiles.Clear();
        _older.Clear();
        _words.Clear();
        _recent.Clear();
    }

    private static bool Asks(PostKind kind) => kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest;
}
