namespace EngageBot.Unanswered;

/// <summary>A message that invites a reply, by keys of the store. Whether somebody answered is asked when it matters.</summary>
internal readonly record struct WaitingPost(long Message, long Channel, long Author, long At);
