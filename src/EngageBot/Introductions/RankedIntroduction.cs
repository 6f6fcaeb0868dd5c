namespace EngageBot.Introductions;

internal readonly record struct RankedIntroduction(long Member, double Score);
