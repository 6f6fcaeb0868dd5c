namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// Judges once more whether a post was answered, long after it was written: what it answers itself, and which of the lines after it go with it.
/// </summary>
/// <param name="botsAnswer">To be held against labels that count what bots write; for people bots never answer.</param>
internal sealed class PostReview(ReplyJudge judge, bool botsAnswer = false)
{
    /// <summary>Lines after a post that are looked at: 97% of replies come within 40.</summary>
    public const int Range = 40;

    /// <summary>Lines after the post that a review needs.</summary>
    public const int LinesAfter = Range + LaterFeatures.Ahead;

    /// <summary>What was decided this surely when it came stays.</summary>
    private const float Settled = 0.85f;

    /// <summary>
    /// Several lines that may each be the answer make one likely. Below this chance of none the post counts as answered; found by cross-validation on labelled
    /// chat, where precision matters more than recall.
    /// </summary>
    private const float Unanswered = 0.5f;

    private readonly SecondLook _look = new(judge);
    private readonly ReplyWindow _window = new();

    /// <summary>Judges a post.</summary>
    /// <param name="lines">Lines of one place in order: those before the post, the post, and what came after.</param>
    /// <param name="post">The place of the post.</param>
    public ReviewedPost Review(IReadOnlyList<WindowLine> lines, int post)
    {
        var stretch = Stretch.Of(lines);
        var findings = new PostFindings(post);
        _window.Clear();
        for (var place = Math.Max(0, post - ReplyWindow.Capacity); place < lines.Count; place++)
        {
            var line = lines[place];
            if (place >= post && place <= post + Range && !line.IsCertain && line.Author is not null && (place == post || MayGoWith(findings, stretch, post, place)))
            {
                findings.Add(place, RoleOf(line, lines[post]), _look.Look(stretch, place, _window));
            }
            else if (place > post)
            {
                findings.AddKnown(place, RoleOf(line, lines[post]), stretch.Parents[place], stretch.Chances[place]);
            }

            _window.Add(line);
        }

        return new ReviewedPost(findings.Start, findings.Unanswered >= Unanswered, findings.Conclude(Unanswered));
    }

    private PostRole RoleOf(WindowLine line, WindowLine post) => line.Author is { } author && author == post.Author ? PostRole.Author
        : line.IsByPerson || botsAnswer ? PostRole.Other
        : PostRole.Nobody;

    /// <summary>Whether a line can have to do with the post: what cannot need not be judged. Most lines are sorted out here, so it must cost little.</summary>
    private static bool MayGoWith(PostFindings findings, Stretch stretch, int post, int place)
    {
        var parent = stretch.Parents[place];
        var goes = parent >= 0 && findings.Goes(parent);
        return goes || (!(parent >= 0 && stretch.Chances[place] >= Settled)
            && (place - findings.Last <= ReplyCandidates.Nearest
                || stretch.Authors[place] == stretch.Authors[post]
                || stretch.Addressed[place] == stretch.Authors[post]));
    }
}
