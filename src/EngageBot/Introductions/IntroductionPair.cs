namespace EngageBot.Introductions;

/// <summary>Two who do not know each other, and how well they fit.</summary>
internal readonly record struct IntroductionPair(IntroductionCandidate One, IntroductionCandidate Other, double Score);
