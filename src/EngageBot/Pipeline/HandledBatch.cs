using EngageBot.Unanswered;

namespace EngageBot.Pipeline;

/// <summary>What came of a batch.</summary>
internal sealed class HandledBatch
{
    private readonly List<WaitingPost> _waiting = [];
    private readonly List<long> _unsettled = [];
    private readonly List<long> _askNext = [];
    private readonly List<long> _sought = [];
    private readonly HashSet<long> _changedPeople = [];

    /// <summary>Communities that somebody left, or where somebody chose something else.</summary>
    public IReadOnlySet<long> ChangedPeople => _changedPeople;

    /// <summary>Whether a channel may have another name, or is open to others than before.</summary>
    public bool HasChangedChannels { get; private set; }

    /// <summary>Posts about which somebody else may be asked.</summary>
    public IReadOnlyList<long> AskNext => _askNext;

    /// <summary>Posts about which somebody is to be asked now.</summary>
    public IReadOnlyList<long> Sought => _sought;

    /// <summary>Messages that were not stored before.</summary>
    public int NewMessages { get; private set; }

    /// <summary>Messages that were stored already.</summary>
    public int KnownMessages { get; private set; }

    /// <summary>The new ones that invite a reply.</summary>
    public IReadOnlyList<WaitingPost> Waiting => _waiting;

    /// <summary>Messages from which reactions were taken back, whose thread has other tags or is not locked any more, or whose author is there again: what settled them may be gone.</summary>
    public IReadOnlyList<long> Unsettled => _unsettled;

    public void AskAgain(long? post)
    {
        if (post is { } key && !_askNext.Contains(key))
        {
            _askNext.Add(key);
        }
    }

    public void ChangeChannels() => HasChangedChannels = true;

    public void ChangePeople(long community) => _changedPeople.Add(community);

    public void Seek(long? post)
    {
        if (post is { } key && !_sought.Contains(key))
        {
            _sought.Add(key);
        }
    }

    public void Unsettle(IEnumerable<long> messages) => _unsettled.AddRange(messages.Except(_unsettled));

    public void Add((bool IsNew, WaitingPost? Waiting) message)
    {
        if (!message.IsNew)
        {
            KnownMessages++;
            return;
        }

        NewMessages++;
        if (message.Waiting is { } waiting)
        {
            _waiting.Add(waiting);
        }
    }
}
