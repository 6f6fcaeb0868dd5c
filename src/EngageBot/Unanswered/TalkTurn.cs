namespace EngageBot.Unanswered;

/// <summary>A line of the talk around a post.</summary>
/// <param name="Author">By key.</param>
/// <param name="IsInsult">By its own words a quarrel.</param>
/// <param name="IsSharp">With sharp words, or an insult.</param>
internal readonly record struct TalkTurn(long Author, bool IsInsult, bool IsSharp);
