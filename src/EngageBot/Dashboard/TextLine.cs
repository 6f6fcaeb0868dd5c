using EngageBot.Chat;

namespace EngageBot.Dashboard;

/// <summary>Something that the bot says to members.</summary>
/// <param name="Words">As it is said now, with its placeholders.</param>
/// <param name="IsOwn">In the moderators' words.</param>
/// <param name="Change">The button by which it is worded.</param>
public sealed record TextLine(string Name, string Words, bool IsOwn, ButtonId Change);
