using EngageBot.Chat;

namespace EngageBot.Introductions.Proposals;

/// <summary>Something that somebody wrote where everybody can read it, which shows why he is introduced.</summary>
/// <param name="Key">Of the message.</param>
/// <param name="Text">Null where it is not kept.</param>
internal sealed record IntroducedPost(long Key, MessagePlace Place, string? Text);
