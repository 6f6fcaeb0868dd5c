using EngageBot.Outcomes;
using EngageBot.Stats.Daily;

namespace EngageBot.Stats.Asking;

/// <summary>The figures of the <c>stats</c> command one by one, for programs: numbers and nothing else. What is not told in chat is not told here either.</summary>
internal static class ExportedFigures
{
    private static readonly TimeSpan EffectOver = TimeSpan.FromDays(90);

    /// <param name="hidesFew">Numbers of people below five are not told.</param>
    public static IReadOnlyList<ExportedFigure> Of(LiveFigures figures, ActionFigures actions, bool hidesFew) =>
    [
        .. Period(figures.Now, actions.Asks.Now, actions.Introductions?.Now, hidesFew),
        .. figures.Before is { } before ? Period(before, actions.Asks.Before, actions.Introductions?.Before, hidesFew) : [],
        .. actions.Effect is { } effect ? Effect(effect, figures.Now.To) : [],
        .. Points(figures.Now),
    ];

    private static IEnumerable<ExportedFigure> Period(PeriodSummary period, int asks, IntroductionFigures? introductions, bool hidesFew)
    {
        ExportedFigure Told(string name, double? value) => new(period.From, period.To, name, value) { Note = value is null ? ExportedFigure.NotEnough : string.Empty };
        ExportedFigure People(string name, int people) => hidesFew && people is > 0 and < StatsTexts.FewestPeople
            ? Told(name, value: null) with { Note = ExportedFigure.Few }
            : Told(name, people);
        return
        [
            .. Conversations(period, Told),
            People("people", period.People),
            People("newcomers_posted", period.Newcomers.Posted),
            People("newcomers_answered", period.Newcomers.Answered),
            People("newcomers_came_back", period.Newcomers.CameBack),
            People("broadcasters", period.Broadcasters),
            People("connectors", period.Connectors.Count),
            People("asks", asks),
            .. introductions is { } made
                ? new[] { People("introductions_made", made.Made), People("introductions_talked", made.Talked), People("introductions_confirmed", made.Confirmed) }
                : [],
        ];
    }

    private static IEnumerable<ExportedFigure> Conversations(PeriodSummary period, Func<string, double?, ExportedFigure> told)
    {
        var judged = period.Posts.Answered + period.Posts.Unanswered;
        var times = period.Times is { Answered: >= StatsTexts.Fewest } enough ? enough : null;
        return
        [
            told("messages", period.Messages),
            told("posts_judged", judged),
            told("posts_answered", period.Posts.Answered),
            told("response_rate", judged >= StatsTexts.Fewest ? period.Posts.ResponseRate : null),
            told("first_response_median_seconds", times?.Median.TotalSeconds),
            told("first_response_p90_seconds", times?.P90.TotalSeconds),
            told("answered_within_hour_share", times?.WithinAnHour),
            told("answered_within_day_share", times?.WithinADay),
            told("two_way_share", period.Messages >= StatsTexts.Fewest ? period.TwoWayShare : null),
            told("pairs", period.Pairs),
            told("reciprocity", period.Pairs >= StatsTexts.Fewest ? period.Reciprocity : null),
            told("open_posts", period.OpenPosts),
            told("open_posts_answered", period.InvitingAnswered),
            told("open_posts_answered_by_team", period.AnsweredByTeam),
        ];
    }

    private static IEnumerable<ExportedFigure> Effect(EffectEstimate effect, DateTimeOffset to)
    {
        var isKnown = effect.Verdict != EffectVerdict.NotEnoughYet;
        ExportedFigure Told(string name, double value) =>
            new(to - EffectOver, to, name, isKnown ? value : null) { Note = isKnown ? string.Empty : ExportedFigure.NotEnough };
        return [Told("asking_effect", effect.Difference), Told("asking_effect_95_lower", effect.Interval.Lower), Told("asking_effect_95_upper", effect.Interval.Upper)];
    }

    private static IEnumerable<ExportedFigure> Points(PeriodSummary period)
    {
        for (var place = 0; place < period.Points.Count; place++)
        {
            var (from, answered, judged) = period.Points[place];
            var to = place + 1 < period.Points.Count ? period.Points[place + 1].From : period.To;
            yield return new ExportedFigure(from, to, "part_posts_judged", judged);
            yield return new ExportedFigure(from, to, "part_posts_answered", answered);
        }
    }
}
