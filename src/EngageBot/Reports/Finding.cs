namespace EngageBot.Reports;

/// <summary>A figure and the words that make a sentence of it: "42%", "of 184 questions got no answer".</summary>
public sealed record Finding(string Figure, string Words)
{
    public override string ToString() => $"{Figure} {Words}";
}
