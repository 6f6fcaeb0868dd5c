using System.Runtime.CompilerServices;

namespace EngageBot.ReplyGraph;

/// <summary>What is asked of every line of a window whenever a new one comes, close together in memory: most of the lines need never be touched themselves.</summary>
internal struct LineBrief
{
    /// <summary>Who wrote it; <see cref="Stranger"/> where someone opted out.</summary>
    public long Author;

    /// <summary>Whole minutes since 1970, so that times to the second and to the minute look the same.</summary>
    public int Minute;

    /// <summary>How many lines further back the line that it answers is; 0 where it answers none in the window.</summary>
    public byte AnswersBack;

    /// <summary>How many lines further back its author's line before is; 0 where there is none in the window.</summary>
    public byte AuthorBack;

    /// <summary>Members that it mentions, 255 for more.</summary>
    public byte Mentions;

    public bool Asks;

    /// <summary>Its first words by their numbers; 0 where there are fewer.</summary>
    public FirstWords Words;

    public const long Stranger = long.MinValue;

    /// <summary>Lines have six words at the median. The rest of a long one is looked up in the line.</summary>
    [InlineArray(Length)]
    public struct FirstWords
    {
        public const int Length = 16;
        private uint _first;
    }
}
