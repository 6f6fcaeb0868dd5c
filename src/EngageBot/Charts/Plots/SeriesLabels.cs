using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

/// <summary>Names the lines: at their ends where there is room beside the plot, else in a row above it.</summary>
internal sealed class SeriesLabels(Canvas canvas, ChartUnit unit, IReadOnlyList<TimeSeries> series, Func<int, string> colourOf)
{
    private const double BlockHeight = 38;
    private const double MostWidth = 140;

    public static double WidthFor(IReadOnlyList<TimeSeries> series, ChartUnit unit) =>
        Math.Min(MostWidth, 20 + series.Max(one =>
            Math.Max(TextMeasure.Width(Label.Name(one.Name), 12), TextMeasure.Width(unit.Format(Last(one)), 15, bold: true))));

    public void Draw(Box plot, ValueScale values)
    {
        if (canvas.IsNarrow)
        {
            DrawRow(plot);
            return;
        }

        var places = series.Select(one => values.At(Last(one))).ToList();
        if (places.Count == 2 && Math.Abs(places[0] - places[1]) < BlockHeight)
        {
            var middle = Math.Clamp((places[0] + places[1]) / 2, plot.Y + (BlockHeight / 2), plot.Bottom - (BlockHeight / 2));
            var up = places[0] <= places[1] ? -1 : 1;
            places = [middle + (up * BlockHeight / 2), middle - (up * BlockHeight / 2)];
        }

        for (var index = 0; index < series.Count; index++)
        {
            var name = Label.Shorten(Label.Name(series[index].Name), MostWidth - 18, text => TextMeasure.Width(text, 12));
            canvas.Text(plot.Right + 12, places[index] + 1, unit.Format(Last(series[index])), new TextStyle(15, colourOf(index)) { Bold = true });
            canvas.Text(plot.Right + 12, places[index] + 16, name, canvas.Words);
        }
    }

    private static double Last(TimeSeries one) => one.Points.Last(point => point.Value is not null).Value!.Value;

    private void DrawRow(Box plot)
    {
        var (x, y) = (canvas.Margin, plot.Y - (unit.IsCount ? 34 : 20));
        var most = (canvas.Width - (2 * canvas.Margin)) / series.Count;
        for (var index = 0; index < series.Count; index++)
        {
            var value = unit.Format(Last(series[index]));
            var valueWidth = TextMeasure.Width(value, 13, bold: true);
            var name = Label.Shorten(Label.Name(series[index].Name), most - valueWidth - 34, text => TextMeasure.Width(text, 12));
            canvas.Circle(x + 4, y - 4, 4, colourOf(index));
            canvas.Text(x + 14, y, value, canvas.Figures with { Fill = colourOf(index) });
            canvas.Text(x + 14 + valueWidth + 6, y, name, canvas.Words);
            x += 14 + valueWidth + 6 + TextMeasure.Width(name, 12) + 14;
        }
    }
}
