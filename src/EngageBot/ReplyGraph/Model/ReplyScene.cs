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
    private readonly int[] _authorAt = new int[ReplyWindow.Capacity];
    private readonly SceneLine[] _lines = new SceneLine[ReplyWindow.Capacity];
    private readonly SceneTalk[] _talks = new SceneTalk[ReplyWindow.Capacity];
    private readonly int[] _linesBy = new int[MostAuthors];
    private readonly int[] _mentionsOf = new int[MostAuthors];
    private readonly int[] _lastBy = new int[MostAuthors];
    private readonly ulong[] _sharedBy = new ulong[MostAuthors];
    private readonly SharedWords _words = new(weights);
    private ReplyWindow _window = null!;

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

    public WindowLine LineAt(int back) => _window[back];

    public ref readonly SceneTalk TalkOf(int back) => ref _talks[_lines[back].Root];

    public int LinesBy(int author) => _linesBy[author];

    public int LastBy(int author) => _lastBy[author];

    public ulong SharedBy(int author) => _sharedBy[author];

    public void Set(WindowLine line, ReplyWindow window)
    {
        (Line, _window) = (line, window);
        Minute = Math.DivRem(line.At, 60_000).Quotient;
        Count = window.Count;
        Pace = (float)Math.Max(window.Pace.TotalMinutes, 0.01);
        _authors.Clear();
        _authorAt.AsSpan(0, Count).Fill(-1);
        _words.Set(line.Words);
        Me = Author(line.Author ?? Stranger(-1));
        Addressed = line.Mentions.Count > 0 ? Author(line.Mentions[0]) : -1;
        MyLast = AddressesMe = -1;
        for (var back = 0; back < Count; back++)
        {
            Look(window.Brief(back), back);
        }

        AddressedLast = Addressed < 0 ? -1 : _lastBy[Addressed];
        FollowLinks();
    }

    private void Look(in LineBrief brief, int back)
    {
        ref var seen = ref _lines[back];
        seen.Minute = brief.Minute;
        seen.Asks = brief.Asks;
        seen.Author = AuthorOf(brief, back);
        seen.AuthorsSince = back == 0 ? 0 : _lines[back - 1].AuthorsSince + (_linesBy[_lines[back - 1].Author] == 1 ? 1 : 0);
        seen.AuthorSince = _linesBy[seen.Author]++;
        seen.MineSince = _linesBy[Me] - (seen.Author == Me ? 1 : 0);
        seen.AuthorMentionedSince = _mentionsOf[seen.Author];
        seen.Parent = brief.AnswersBack > 0 && back + brief.AnswersBack < Count ? back + brief.AnswersBack : -1;
        seen.Replies = seen.RepliesByMe = 0;
        seen.LastReply = -1;
        seen.Shared = _words.In(_window, back);
        _sharedBy[seen.Author] |= seen.Shared;
        _lastBy[seen.Author] = _lastBy[seen.Author] < 0 ? back : _lastBy[seen.Author];
        MyLast = MyLast < 0 && seen.Author == Me ? back : MyLast;
        seen.Addressed = -1;
        if (brief.Mentions > 0)
        {
            LookAtMentions(ref seen, back);
        }
    }

    private void LookAtMentions(ref SceneLine seen, int back)
    {
        var mentions = _window[back].Mentions;
        for (var at = 0; at < Math.Min(mentions.Count, MostMentions); at++)
        {
            var mentioned = Author(mentions[at]);
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

    /// <summary>An author's number is looked up once, at the last of his lines, and handed on to the one before.</summary>
    private int AuthorOf(in LineBrief brief, int back)
    {
        var author = _authorAt[back];
        if (author < 0)
        {
            author = Author(brief.Author == LineBrief.Stranger ? Stranger(back) : brief.Author);
        }

        if (brief.AuthorBack > 0 && back + brief.AuthorBack < Count)
        {
            _authorAt[back + brief.AuthorBack] = author;
        }

        return author;
    }

    /// <summary>Someone who opted out is a stranger at each of his lines.</summary>
    private static long Stranger(int back) => long.MinValue + 1 + back;

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
