namespace EngageBot.Nudges.Inbox;

/// <summary>Some of the posts that wait for a member.</summary>
/// <param name="HasMore">There are others after them.</param>
internal sealed record InboxPage(IReadOnlyList<InboxPost> Posts, bool HasMore);
