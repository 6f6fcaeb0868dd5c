using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary>A figure in words.</summary>
/// <param name="Before">In the period before; null where that is not known.</param>
public sealed record StatsLine(string Label, string Now, string? Before)
{
    /// <summary>Who is meant by it; empty where nobody is named.</summary>
    public string Names { get; init; } = string.Empty;

    internal string InWords(TextBook texts)
    {
        var line = Before is null ? texts.Of("stats.line", ("label", Label), ("now", Now)) : texts.Of("stats.line.before", ("label", Label), ("now", Now), ("before", Before));
        return Names.Length == 0 ? line : texts.Of("stats.connectors.names", ("line", line), ("names", Names));
    }
}
