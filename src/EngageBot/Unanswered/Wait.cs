namespace EngageBot.Unanswered;

/// <summary>How long a post is left to be answered by itself.</summary>
/// <param name="Reason">Why that long, in words that end a sentence.</param>
internal readonly record struct Wait(TimeSpan Time, string Reason);
