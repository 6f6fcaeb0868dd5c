namespace EngageBot.Nudges;

/// <param name="Topics">Words of the post about which he answered others before, in his reach and the reader's.</param>
internal readonly record struct LikelyHelper(long Member, IReadOnlyList<string> Topics);
