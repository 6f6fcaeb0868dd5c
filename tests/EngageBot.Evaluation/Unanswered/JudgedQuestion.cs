namespace EngageBot.Evaluation.Unanswered;

/// <summary>A question, and what the bot makes of it.</summary>
/// <param name="Line">The number of its line.</param>
/// <param name="Start">The probability that it starts a conversation.</param>
internal readonly record struct JudgedQuestion(int Line, float Start, bool IsUnanswered);
