namespace EngageBot.Stats.Daily;

/// <summary>Newcomers who posted in a period.</summary>
/// <param name="Answered">Their first post was answered.</param>
/// <param name="CameBack">Of these: wrote again a day later or more.</param>
internal readonly record struct NewcomerFigures(int Posted, int Answered, int CameBack);
