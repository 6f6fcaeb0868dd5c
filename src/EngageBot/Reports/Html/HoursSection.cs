using System.Globalization;
using EngageBot.Charts;
using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>When people post, and when they get an answer.</summary>
internal static class HoursSection
{
    private const int EnoughPosts = 40;

    /// <summary>An hour of the week with fewer posts has no response rate worth a colour.</summary>
    private const int EnoughPerHour = 5;

    /// <summary>With fewer such hours the picture would be mostly empty.</summary>
    private const int EnoughHours = 84;

    /// <summary>Hours that are counted together where an hour of the week holds too little.</summary>
    private const int Block = 3;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        var figures = report.Figures;
        if (figures.Posts.Posts < EnoughPosts)
        {
            html.Say("p", $"{(figures.Posts.Posts == 0 ? "No posts" : Words.Counted(figures.Posts.Posts, "post"))}: too few for a picture of the week.", ("class", "quiet"));
            return;
        }

        html.Chart(Posts(figures.Hours), "hours-posts");
        Chart rates = figures.Hours.Count(IsEnough) >= EnoughHours ? RatesByHour(figures.Hours) : RatesByBlock(figures.Hours);
        html.Chart(rates, "hours-rate");
    }

    private static bool IsEnough(HourFigures hour) => Findings.Judged(hour.Posts) >= EnoughPerHour;

    private static HourOfWeekChart Posts(IReadOnlyList<HourFigures> hours) => new()
    {
        Title = "When people post",
        Caption = "Posts by hour of the week, UTC; a dot where there was none",
        Unit = ChartUnit.Of("posts"),
        Cells = [.. hours.Select(hour => Cell(hour, hour.Posts.Posts, hour.Posts.Posts))],
    };

    private static HourOfWeekChart RatesByHour(IReadOnlyList<HourFigures> hours) => new()
    {
        Title = "When posts get an answer",
        Caption = $"Response rate by the hour in which the post was written, UTC; a dot where there were fewer than {EnoughPerHour} posts",
        Unit = ChartUnit.Percent,
        Cells = [.. hours.Where(IsEnough).Select(hour => Cell(hour, hour.Posts.ResponseRate * 100, Findings.Judged(hour.Posts)))],
    };

    private static BarChart RatesByBlock(IReadOnlyList<HourFigures> hours) => new()
    {
        Title = "When posts get an answer",
        Caption = "Response rate by the time of day at which the post was written, UTC; n is the number of posts",
        Unit = ChartUnit.Percent,
        KeepsOrder = true,
        Noun = "times of day",
        Bars =
        [
            .. hours.GroupBy(hour => hour.Hour % 24 / Block).OrderBy(block => block.Key)
                .Select(block => (Block: block.Key, Answered: block.Sum(hour => hour.Posts.Answered), Judged: block.Sum(hour => Findings.Judged(hour.Posts))))
                .Where(block => block.Judged > 0)
                .Select(block => new Bar(BlockName(block.Block), 100.0 * block.Answered / block.Judged, $"n={Words.Number(block.Judged)}")),
        ],
    };

    private static string BlockName(int block) =>
        string.Create(CultureInfo.InvariantCulture, $"{block * Block:00}:00 to {((block + 1) * Block) % 24:00}:00");

    private static HourOfWeekCell Cell(HourFigures hour, double? value, int count) => new((DayOfWeek)(((hour.Hour / 24) + 1) % 7), hour.Hour % 24, value, count);
}
