using EngageBot.Evaluation.Irc;
using EngageBot.Evaluation.ReplyLinks;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.Unanswered;

/// <summary>Reviews the questions of a log as the bot reviews a post.</summary>
internal static class QuestionJudge
{
    /// <summary>A question this unlikely to start a conversation is left out.</summary>
    private const float LeastStart = 0.03f;

    /// <summary>Lines after a question in which an answer is sought; the bot asks its store, which has them all.</summary>
    private const int LinesAfter = 300;

    public static async Task<IReadOnlyList<JudgedQuestion>> JudgeAsync(LabelledLog log, ReplyModel model, CancellationToken cancellationToken)
    {
        var messages = await log.LinesAsync(cancellationToken);
        var lines = LogLinks.Live(LogWindow.LinesOf(messages), model);
        var review = new PostReview(new ReplyJudge(model), botsAnswer: true);
        List<JudgedQuestion> questions = [];
        foreach (var (place, line) in lines.Index())
        {
            if (line.Number >= log.FirstJudged && LabelledPosts.IsQuestion(messages[(int)line.Number]) && Judge(review, lines, place) is { Start: >= LeastStart } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private static JudgedQuestion Judge(PostReview review, IReadOnlyList<WindowLine> lines, int place)
    {
        var from = Math.Max(0, place - ReplyWindow.Capacity);
        var until = Math.Min(lines.Count, place + 1 + LinesAfter);
        var found = review.Review([.. lines.Skip(from).Take(until - from)], place - from);
        return new JudgedQuestion((int)lines[place].Number, found.Start, found.IsUnanswered);
    }
}
