namespace EngageBot.Evaluation.Promotion;

/// <summary>A post of a file to be scored.</summary>
/// <param name="Id">As it stands in the file, in quotes or not.</param>
/// <param name="Promotion">What people said of it; null where nobody did.</param>
internal sealed record LabelledPost(string Id, string Text, bool? Promotion);
