namespace EngageBot.Charts;

/// <param name="Day">In the time zone the chart is shown in.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Value">In the chart's unit; nothing where nothing could be measured.</param>
/// <param name="Count">How many things it was measured on.</param>
public sealed record HourOfWeekCell(DayOfWeek Day, int Hour, double? Value, int Count);
