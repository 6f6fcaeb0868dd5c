namespace EngageBot.ReplyGraph.Model;

/// <summary>A conversation in sight, kept under its first line.</summary>
internal struct SceneTalk
{
    public int Lines;

    /// <summary>Its last line, lines back.</summary>
    public int Last;

    /// <summary>Lines of the new line's author in it.</summary>
    public int Mine;

    /// <summary>A bit for each author (modulo 64).</summary>
    public ulong Authors;

    /// <summary>Which words of the new line it has, a bit each.</summary>
    public ulong Shared;
}
