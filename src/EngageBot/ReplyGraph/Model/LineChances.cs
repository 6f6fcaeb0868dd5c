namespace EngageBot.ReplyGraph.Model;

/// <summary>What the first decision gave the lines that a line may answer; the hopeless ones are left out.</summary>
/// <param name="Backs">How many lines back each is, 0 for the line before.</param>
/// <param name="Probabilities">The probability of each.</param>
/// <param name="Itself">The probability that it answers none.</param>
internal sealed record LineChances(byte[] Backs, float[] Probabilities, float Itself);
