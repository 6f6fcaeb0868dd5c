namespace EngageBot.Profiles;

/// <summary>The words of a community, with what was counted since they were last written: a note for each commit, and everything anew once many notes are there.</summary>
internal sealed class CommunityWords(WordCounts counts, int notes)
{
    /// <summary>Counting restarts from the whole after so many notes: reading them back takes a few milliseconds.</summary>
    private const int MostNotes = 2_000;

    /// <summary>So many words take as much room as all counters.</summary>
    private const int MostWords = WordCounts.Counters / 2;

    private readonly List<uint> _unwritten = [];
    private int _messages;

    public WordCounts Counts => counts;

    /// <summary>Notes in the store.</summary>
    public int Notes { get; private set; } = notes;

    public (int Messages, uint[] Words) Unwritten => (_messages, [.. _unwritten]);

    public bool HasUnwritten => _messages > 0;

    /// <summary>Whether everything is to be written rather than one more note.</summary>
    public bool IsDue => Notes >= MostNotes || _unwritten.Count >= MostWords;

    public void Count(ReadOnlySpan<uint> words)
    {
        counts.Count(words);
        _messages++;
        if (_unwritten.Count < MostWords)
        {
            _unwritten.AddRange(words);
        }
    }

    public void Written()
    {
        Notes = IsDue ? 0 : Notes + 1;
        _unwritten.Clear();
        _messages = 0;
    }
}
