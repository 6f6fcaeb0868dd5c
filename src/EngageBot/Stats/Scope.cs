namespace EngageBot.Stats;

/// <summary>What figures are about: a community from one moment to another, unix milliseconds, both taken in. What else the store holds is left out.</summary>
internal readonly record struct Scope(long Community, long From, long To);
