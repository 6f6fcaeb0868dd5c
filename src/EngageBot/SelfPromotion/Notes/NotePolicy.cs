namespace EngageBot.SelfPromotion.Notes;

/// <summary>Which open questions somebody is told of: those he knows most about, of different people.</summary>
internal static class NotePolicy
{
    public const int Most = 3;

    /// <summary>Less than this in common is chance.</summary>
    private const double LeastMatch = 0.15;

    public static IReadOnlyList<OpenQuestion> Choose(IEnumerable<OpenQuestion> questions) =>
    [
        .. questions
            .Where(question => question.Match >= LeastMatch)
            .OrderByDescending(question => question.Match)
            .ThenBy(question => question.At)
            .ThenBy(question => question.Post)
            .DistinctBy(question => question.Author)
            .Take(Most),
    ];
}
