namespace EngageBot.History;

/// <summary>How far a replay is.</summary>
/// <param name="Messages">Messages handled so far.</param>
/// <param name="BytesRead">Bytes of the history read so far.</param>
/// <param name="TotalBytes">Bytes to read in all; 0 where that is not known.</param>
/// <param name="At">The time of the last message handled.</param>
public readonly record struct ReplayProgress(long Messages, long BytesRead, long TotalBytes, DateTimeOffset At);
