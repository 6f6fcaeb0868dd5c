using EngageBot.Chat;

namespace EngageBot.Concerns;

/// <summary>A post about which the bot is silent, and at which a person may want to look: a hint from its words alone, which may be wrong.</summary>
/// <param name="Message">Its key.</param>
/// <param name="Community">The key of its community.</param>
internal sealed record ConcernPost(long Message, long Community, PostKind Kind, string ChannelName, MessagePlace Place);
