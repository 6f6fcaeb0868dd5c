namespace EngageBot.Stats;

/// <summary>Two people and how often each replied to the other.</summary>
public sealed record AnswerPair(PersonFigures One, PersonFigures Other, int OneToOther, int OtherToOne);
