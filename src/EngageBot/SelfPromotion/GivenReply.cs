namespace EngageBot.SelfPromotion;

/// <summary>A reply that somebody gave.</summary>
/// <param name="To">To whom, by key; each message of those who opted out counts for a person.</param>
/// <param name="Text">Null where it is not kept any more.</param>
internal readonly record struct GivenReply(long To, string? Text);
