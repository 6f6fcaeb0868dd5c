namespace EngageBot.Onboarding;

/// <summary>Who came and what they wrote, by the platform's own dates of joining.</summary>
/// <param name="JoinedInDay">In the last 24 hours.</param>
/// <param name="JoinedBefore">In the 30 days before those.</param>
/// <param name="PostsInHour">Posts of newcomers in the last hour.</param>
internal sealed record RaidFacts(long JoinedInDay, long JoinedBefore, long PostsInHour);
