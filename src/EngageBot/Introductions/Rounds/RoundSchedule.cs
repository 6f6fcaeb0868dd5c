namespace EngageBot.Introductions.Rounds;

/// <summary>How often a community has rounds.</summary>
/// <param name="NextAt">When the next one is.</param>
/// <param name="People">How many opted in.</param>
/// <param name="IsPerInterest">Its groups are of people with an interest in common.</param>
internal sealed record RoundSchedule(int EveryDays, int GroupSize, DateTimeOffset NextAt, long People, bool IsPerInterest);
