using EngageBot.Chat;

namespace EngageBot.Dashboard;

/// <summary>A community in which the bot is.</summary>
/// <param name="Name">What it can be told from others by: some of its channels that everybody can read.</param>
public sealed record ServedCommunity(CommunityId Id, string Name);
