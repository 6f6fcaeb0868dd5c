namespace EngageBot.Evaluation;

/// <summary>Something is wrong with what a verb was given; the message says what and where, in one line.</summary>
internal sealed class InputException(string message, Exception? cause = null) : Exception(message, cause);
