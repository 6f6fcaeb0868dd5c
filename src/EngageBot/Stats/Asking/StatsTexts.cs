using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outcomes;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary>Figures in words, a line each; short enough for one message on any platform. What rests on too little is not said.</summary>
internal static class StatsTexts
{
    /// <summary>Where there are fewer people nothing is said of them.</summary>
    public const int FewestPeople = 5;

    /// <summary>A share or a usual time of fewer posts, or pairs, would change with each.</summary>
    public const int Fewest = 10;

    public static string Of(LiveFigures figures, ActionFigures actions, StatsReader reader, TextBook texts)
    {
        var days = Written(reader.Days);
        var title = reader.Channel is null ? texts.Of("stats.title", ("days", days)) : texts.Of("stats.title.channel", ("days", days), ("channel", Excerpt.Of(reader.Channel.TrimStart('#'))));
        return string.Join('\n', Lines(figures, actions, reader, texts).Select(line => line.InWords(texts)).Prepend(title));
    }

    /// <summary>The same one by one.</summary>
    public static IReadOnlyList<StatsLine> Lines(LiveFigures figures, ActionFigures actions, StatsReader reader, TextBook texts)
    {
        var introductions = Introductions(figures, actions, reader, texts);
        List<StatsLine> lines = actions.HasConfirmed && introductions is not null ? [introductions] : [];
        if (reader.IsForModerators)
        {
            lines.Add(Line(texts["stats.team"], figures, one => figures.HasTeam && one.InvitingAnswered >= Fewest ? Percent(one.AnsweredByTeam / (double)one.InvitingAnswered, texts) : null, texts));
        }

        lines.AddRange(Conversations(figures, texts));
        lines.AddRange(People(figures, actions, reader, texts));
        lines.AddRange(Actions(figures, actions, reader, texts));
        lines.AddRange(!actions.HasConfirmed && introductions is not null ? [introductions] : []);
        return lines;
    }

    private static IEnumerable<StatsLine> Conversations(LiveFigures figures, TextBook texts) =>
    [
        Line(texts["stats.rate"], figures, one => one.Posts.Answered + one.Posts.Unanswered >= Fewest ? Percent(one.Posts.ResponseRate!.Value, texts) : null, texts),
        Line(texts["stats.median"], figures, one => one.Times is { Answered: >= Fewest } times ? Duration(times.Median) : null, texts),
        Line(texts["stats.p90"], figures, one => one.Times is { Answered: >= Fewest } times ? Duration(times.P90) : null, texts),
        Line(texts["stats.two-way"], figures, one => one.Messages >= Fewest ? Percent(one.TwoWayShare!.Value, texts) : null, texts),
        Line(texts["stats.reciprocity"], figures, one => one.Pairs >= Fewest ? Percent(one.Reciprocity!.Value, texts) : null, texts),
        Line(texts["stats.open"], figures, one => Written(one.OpenPosts), texts),
    ];

    /// <summary>Those of them that are about people.</summary>
    public static IEnumerable<StatsLine> People(LiveFigures figures, ActionFigures actions, StatsReader reader, TextBook texts)
    {
        string Counted(int people) => reader.HidesFew && people is > 0 and < FewestPeople ? texts["stats.few"] : Written(people);
        yield return Line(
            texts["stats.newcomers"],
            figures,
            one => one.Newcomers.Posted == 0 ? null : texts.Of(
                "stats.newcomers.of", ("posted", Counted(one.Newcomers.Posted)), ("answered", Counted(one.Newcomers.Answered)), ("back", Counted(one.Newcomers.CameBack))),
            texts);
        if (reader.IsForModerators)
        {
            yield return Line(texts["stats.broadcasters"], figures, one => Counted(one.Broadcasters), texts);
        }

        var connectors = Line(texts["stats.connectors"], figures, one => Counted(one.Connectors.Count), texts);
        yield return connectors with { Names = string.Join(", ", actions.Connectors) };
    }

    private static IEnumerable<StatsLine> Actions(LiveFigures figures, ActionFigures actions, StatsReader reader, TextBook texts)
    {
        string Counted(int people) => reader.HidesFew && people is > 0 and < FewestPeople ? texts["stats.few"] : Written(people);
        yield return Line(texts["stats.asks"], figures, one => Counted(ReferenceEquals(one, figures.Now) ? actions.Asks.Now : actions.Asks.Before), texts);
        if (actions.Effect is { } effect)
        {
            yield return new StatsLine(texts["stats.effect"], EffectOf(effect, texts), Before: null);
        }
    }

    /// <summary>Null where figures are about one channel. What people say came of it comes before everything else, where anybody says so.</summary>
    public static StatsLine? Introductions(LiveFigures figures, ActionFigures actions, StatsReader reader, TextBook texts)
    {
        string Counted(int people) => reader.HidesFew && people is > 0 and < FewestPeople ? texts["stats.few"] : Written(people);
        string Of(IntroductionFigures one) =>
            texts.Of("stats.introductions.of", ("made", Counted(one.Made)), ("talked", Counted(one.Talked)), ("confirmed", Counted(one.Confirmed)));
        return actions.Introductions is var (now, before) ? Line(texts["stats.introductions"], figures, one => Of(ReferenceEquals(one, figures.Now) ? now : before), texts) : null;
    }

    private static StatsLine Line(string label, LiveFigures figures, Func<PeriodSummary, string?> value, TextBook texts) =>
        new(label, value(figures.Now) ?? texts["stats.not-yet"], figures.Before is { } before ? value(before) : null);

    private static string EffectOf(EffectEstimate effect, TextBook texts) => effect.Verdict == EffectVerdict.NotEnoughYet
        ? texts["stats.not-yet"]
        : texts.Of("stats.effect.of", ("points", Points(effect.Difference)), ("from", Points(effect.Interval.Lower)), ("to", Points(effect.Interval.Upper)));

    private static string Points(double share) => Math.Round(100 * share).ToString("+0;−0;0", CultureInfo.InvariantCulture);

    private static string Percent(double share, TextBook texts) => WrittenForms.Percent(Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture), texts);

    /// <summary>As exact as is of use: nobody wants seconds of hours. What took less than one took one.</summary>
    private static string Duration(TimeSpan time)
    {
        time = time < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : time;
        var unit = time >= TimeSpan.FromHours(10) ? TimeSpan.FromHours(1) : time >= TimeSpan.FromMinutes(2) ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);
        return DurationText.Of(Math.Round(time / unit, MidpointRounding.AwayFromZero) * unit);
    }

    private static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);
}
