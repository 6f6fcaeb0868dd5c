namespace EngageBot.ReplyGraph;

/// <summary>Says that a message answers <paramref name="Parent"/>, an earlier one; null where that one is not stored.</summary>
/// <param name="Probability">How sure the source is, 0 to 1.</param>
public readonly record struct ReplyLink(LinkSource Source, long? Parent, double Probability);
