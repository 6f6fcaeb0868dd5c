namespace EngageBot.Charts;

/// <param name="Label">The channel.</param>
/// <param name="Value">In the chart's unit.</param>
/// <param name="Note">Small, after the value: "n=120".</param>
public sealed record Bar(string Label, double Value, string Note = "");
