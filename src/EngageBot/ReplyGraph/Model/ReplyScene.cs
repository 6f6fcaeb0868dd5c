using System.Numerics;

namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// A new line before the lines that it may answer: who said what since when, which talks are going on, and what words are shared. Everything that features
/// are made of, from one pass over the window. Used again and again, by one thread.
/// </summary>
internal sealed class ReplyScene(WordWeights weights)
{
    private const int MostAuthors = 512;

    /// <summary>Of one line; so that no line can fill the scene with strangers.</summary>
    private const int MostMentions = 4;

    private readonly SlotMap _authors = new();
    private readonly SceneLine[] _lines = new SceneLine[ReplyWindow.Capacity];
    private readonly SceneTalk[] _talks = new SceneTalk[ReplyWindow.Capacity];
    private readonly int[] _linesBy = new int[MostAuthors];
    private readonly int[] _mentionsOf = new int[MostAuthors];
    private readonly int[] _lastBy = new int[MostAuthors];
    private readonly ulong[] _sharedBy = new ulong[MostAuthors];
    private readonly SharedWords _words = new(weights);

    public WindowLine Line { get; private set; } = null!;

    public long Minute { get; private set; }

    /// <summary>Lines in sight.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<SceneLine> Lines => _lines.AsSpan(0, Count);

    public SharedWords Words => _words;

    /// <summary>The new line's author, as a number in this scene.</summary>
    public int Me { get; private set; }

    /// <summary>Who is addressed first; -1 where nobody is.</summary>
    public int Addressed { get; private set; }

    /// <summary>The author's own last line, lines back; -1 where there is none.</summary>
    public int MyLast { get; private set; }

    /// <summary>The last line of the one addressed; -1 where there is none.</summary>
    public int AddressedLast { get; private set; }

    /// <summary>The last line that addresses the new line's author; -1 where there is none.</summary>
    public int AddressesMe { get; private set; }

    /// <summary>Minutes between two lines, as usual here.</summary>
    public float Pace { get; private set; }

    public ref readonly SceneTalk TalkOf(int back) => ref _talks[_lines[back].Root];

    public int LinesBy(int author) => _linesBy[author];

    public int LastBy(int author) => _lastBy[author];

    public ulong SharedBy(int author) => _sharedBy[author];

    public void Set(WindowLine line, ReplyWindow window)
    {
        Line = line;
        Minute = Minutes(line.At);
        Count = window.Count;
        Pace = (float)Math.Max(window.Pace.TotalMinutes, 0.01);
        _authors.Clear();
        _words.Set(line.Words);
        Me = SlotOf(line.Author, -1);
        Addressed = line.Mentions.Count > 0 ? Author(line.Mentions[0]) : -1;
        MyLast = AddressesMe = -1;
        for (var back = 0; back < Count; back++)
        {
            Look(window[back], back);
            var answers = window.AnswersBack(back);
            _lines[back].Parent = answers > 0 && back + answers < Count ? back + answers : -1;
        }

        AddressedLast = Addressed < 0 ? -1 : _lastBy[Addressed];
        FollowLinks();
    }

    /// <summary>Whole minutes of the clock since 1970.</summary>
    private static long Minutes(long at) => Math.DivRem(at, 60_000).Quotient;

    private void Look(WindowLine line, int back)
    {
        ref var seen = ref _lines[back];
        seen.Line = line;
        seen.Minute = Minutes(line.At);
        seen.Author = SlotOf(line.Author, back);
        seen.AuthorsSince = back == 0 ? 0 : _lines[back - 1].AuthorsSince + (_linesBy[_lines[back - 1].Author] == 1 ? 1 : 0);
        seen.AuthorSince = _linesBy[seen.Author]++;
        seen.MineSince = _linesBy[Me] - (seen.Author == Me ? 1 : 0);
        seen.AuthorMentionedSince = _mentionsOf[seen.Author];
        seen.Parent = -1;
        seen.Replies = seen.RepliesByMe = 0;
        seen.LastReply = -1;
        seen.Shared = _words.In(line.Words);
        _sharedBy[seen.Author] |= seen.Shared;
        _lastBy[seen.Author] = _lastBy[seen.Author] < 0 ? back : _lastBy[seen.Author];
        MyLast = MyLast < 0 && seen.Author == Me ? back : MyLast;
        seen.Addressed = -1;
        for (var at = 0; at < Math.Min(line.Mentions.Count, MostMentions); at++)
        {
            var mentioned = Author(line.Mentions[at]);
            _mentionsOf[mentioned]++;
            seen.Addressed = at == 0 ? mentioned : seen.Addressed;
        }

        AddressesMe = AddressesMe < 0 && seen.Addressed == Me ? back : AddressesMe;
    }

    private void FollowLinks()
    {
        for (var back = Count - 1; back >= 0; back--)
        {
            ref var seen = ref _lines[back];
            seen.Root = seen.Parent < 0 ? back : _lines[seen.Parent].Root;
            ref var talk = ref _talks[seen.Root];
            if (seen.Root == back)
            {
                talk = default;
            }

            talk.Lines++;
            talk.Last = back;
            talk.Mine += seen.Author == Me ? 1 : 0;
            talk.Authors |= 1UL << (seen.Author & 63);
            talk.Shared |= seen.Shared;
            if (seen.Parent >= 0)
            {
                ref var parent = ref _lines[seen.Parent];
                parent.Replies += seen.Author == parent.Author ? 0 : 1;
                parent.RepliesByMe += seen.Author == Me ? 1 : 0;
                parent.LastReply = back;
            }
        }
    }

    /// <summary>Someone who opted out is a stranger at each of his lines.</summary>
    private int SlotOf(long? author, int back) => Author(author ?? long.MinValue + 1 + back);

    private int Author(long key)
    {
        var before = _authors.Count;
        var slot = _authors.Slot(key);
        if (slot >= MostAuthors)
        {
            return MostAuthors - 1;
        }

        if (_authors.Count > before)
        {
            (_linesBy[slot], _mentionsOf[slot], _lastBy[slot], _sharedBy[slot]) = (0, 0, -1, 0);
        }

        return slot;
    }

    public static int AuthorsIn(in SceneTalk talk) => BitOperations.PopCount(talk.Authors);
}
