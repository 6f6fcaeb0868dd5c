namespace EngageBot.Charts;

/// <param name="Figure">Large: "38%", "41 min".</param>
/// <param name="Caption">Small, and reads on from the figure: "of questions here got no answer".</param>
public sealed record StatFigure(string Figure, string Caption);
