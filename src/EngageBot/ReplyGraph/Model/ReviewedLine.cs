namespace EngageBot.ReplyGraph.Model;

/// <summary>A line that was judged again for a post.</summary>
/// <param name="Place">Its place among the lines.</param>
/// <param name="Parent">The place of the line that it answers; -1 for none.</param>
/// <param name="Probability">How likely that is.</param>
internal readonly record struct ReviewedLine(int Place, int Parent, float Probability);
