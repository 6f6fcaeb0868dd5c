using EngageBot.Chat;

namespace EngageBot.History;

/// <summary>What a reader finds in a history: something that happened, or something that it could not use.</summary>
public abstract record HistoryItem
{
    private HistoryItem()
    {
    }

    public sealed record Happened(ChatEvent Event) : HistoryItem;

    /// <summary>One bad message; the rest goes on.</summary>
    /// <param name="Place">The file and the place in it ("general/2026-01-31.json, message 12").</param>
    /// <param name="Reason">Why, in a few words ("no author").</param>
    public sealed record Skipped(string Place, string Reason) : HistoryItem;
}
