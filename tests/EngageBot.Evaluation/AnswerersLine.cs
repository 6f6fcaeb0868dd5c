namespace EngageBot.Evaluation;

/// <summary>Who answered a message.</summary>
internal sealed record AnswerersLine(string Id, IReadOnlyList<string> Answerers);
