namespace EngageBot.Concerns;

/// <summary>What moderators of a community were told in the last 24 hours.</summary>
/// <param name="Crises">Messages about one crisis each.</param>
/// <param name="Bundles">When they were told of others, in any order.</param>
internal sealed record ConcernsTold(int Crises, IReadOnlyList<DateTimeOffset> Bundles);
