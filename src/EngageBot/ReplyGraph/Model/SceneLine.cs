namespace EngageBot.ReplyGraph.Model;

/// <summary>An earlier line as it looks from the line that may answer it.</summary>
internal struct SceneLine
{
    /// <summary>The author's number in this scene.</summary>
    public int Author;

    /// <summary>The number of the member addressed first; -1 where nobody is.</summary>
    public int Addressed;

    /// <summary>Minutes of the clock, so that times to the second and to the minute look the same.</summary>
    public long Minute;

    public bool Asks;

    /// <summary>How many lines back the line that it answers is, from the new line; -1 where it answers none in sight.</summary>
    public int Parent;

    /// <summary>The first line in sight of its conversation.</summary>
    public int Root;

    public int Replies;

    public int RepliesByMe;

    /// <summary>The last reply to it, lines back; -1 where there is none.</summary>
    public int LastReply;

    /// <summary>Lines of its author since.</summary>
    public int AuthorSince;

    /// <summary>Lines of the new line's author since.</summary>
    public int MineSince;

    /// <summary>Lines of others since that mention its author.</summary>
    public int AuthorMentionedSince;

    /// <summary>Different authors since.</summary>
    public int AuthorsSince;

    /// <summary>Which words of the new line it has, a bit each.</summary>
    public ulong Shared;
}
