namespace EngageBot.ReplyGraph;

/// <summary>A message that was stored.</summary>
/// <param name="Link">What it answers, as far as could be said at once.</param>
/// <param name="IsLate">It is older than others in its place: it is linked again before the commit, and <paramref name="Link"/> is not the last word.</param>
internal sealed record RecordedMessage(MessageRow Row, ReplyLink? Link, bool IsLate);
