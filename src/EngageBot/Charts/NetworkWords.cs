namespace EngageBot.Charts;

/// <summary>The words beside a <see cref="NetworkChart"/>.</summary>
/// <param name="Mutual">Two who answer each other.</param>
/// <param name="OneWay">One who answers the other.</param>
/// <param name="Given">How big a dot is: replies given.</param>
public sealed record NetworkWords(string Mutual, string OneWay, string Given);
