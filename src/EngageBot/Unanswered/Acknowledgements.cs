using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Communities;

namespace EngageBot.Unanswered;

/// <summary>What settles a post without a reply: a reaction where that is answer enough, a mark, its author's own word.</summary>
internal static partial class Acknowledgements
{
    private static readonly HashSet<string> AnsweredMarks = ["✅", "☑", "✔", "white_check_mark", "heavy_check_mark", "ballot_box_with_check"];

    /// <param name="asksYesOrNo">See <see cref="IsYesOrNo"/>.</param>
    /// <param name="emoji">Put by somebody else, or by the author himself.</param>
    /// <param name="mayMark">It is for whoever put it to say that the post is answered.</param>
    public static bool Settles(PostKind kind, bool asksYesOrNo, string emoji, bool byAuthor, bool mayMark) =>
        (mayMark && AnsweredMarks.Contains(EmojiName.Of(emoji)))
        || (!byAuthor && (kind is PostKind.Introduction or PostKind.ShownWork or PostKind.Invitation || (kind == PostKind.Question && asksYesOrNo)));

    /// <summary>A post with these words can be answered with yes or no.</summary>
    public static bool IsYesOrNo(string post) => YesOrNo().IsMatch(post);

    /// <summary>The author says that nothing is needed any more ("nvm", "solved").</summary>
    public static bool IsWithdrawal(string line) => line.Length < 200 && Withdrawal().IsMatch(line);

    [GeneratedRegex(
        @"^\W*(is|are|was|were|do|does|did|can|could|will|would|has|have|should|anyone|anybody)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(
        @"\b(nvm|nevermind|never mind|solved( it)?|figured it out|found (it|(the|my|an) (problem|issue|answer|solution))|got it working|fixed it|(schon )?(erledigt|gelöst)|resuelto|resolvido|résolu)\b|解決しました",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Withdrawal();
}
