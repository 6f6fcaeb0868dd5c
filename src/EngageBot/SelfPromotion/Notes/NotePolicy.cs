namespace EngageBot.SelfPromotion.Notes;

/// <summary>Which open questions somebody is told of: those he knows most about, of different people.</summary>
internal static class NotePolicy
{
    public const int Most = 3;

    /// <summary>Less than this in common is chance.</summary>
    private const double LeastMatch = 0.15;

    /// <summary>Those he knows something about, most first.</summary>
    public static IReadOnlyList<OpenQuestion> Ranked(IEnumerable<OpenQuestion> questions) =>
    [
        .. questions
            .Where(question => question.Match >= LeastMatch)
            .OrderByDescending(question => question.Match)
            .ThenBy(question => question.At)
            .ThenBy(question => question.Post),
    ];

    /// <summary>Whether one more is told, besides those chosen: of somebody who is not among them.</summary>
    public static bool MayAdd(OpenQuestion question, IReadOnlyList<OpenQuestion> chosen) => chosen.Count < Most && chosen.All(one => one.Author != question.Author);
}
