namespace EngageBot.Charts;

/// <param name="At">The start of the week, day or hour, in the time zone it is to be shown in.</param>
/// <param name="Value">What was measured; nothing where there was nothing to measure.</param>
public sealed record TimePoint(DateTimeOffset At, double? Value);
