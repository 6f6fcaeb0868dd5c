using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>The partition that a community is of; null where nobody knows.</summary>
public delegate string? PartitionOf(CommunityId community);
