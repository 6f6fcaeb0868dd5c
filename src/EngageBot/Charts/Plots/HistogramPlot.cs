using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

internal sealed class HistogramPlot
{
    private const double LabelRows = 44;
    private const int BinsPerDecade = 5;

    private readonly Histogram _chart;
    private readonly Canvas _canvas;
    private readonly IReadOnlyList<double> _sorted;
    private readonly IReadOnlyList<(double From, double To, int Count)> _bins;
    private readonly ValueScale _counts;
    private readonly ValueScale _times;
    private readonly Box _plot;

    public HistogramPlot(Histogram chart, Canvas canvas, double top)
    {
        (_chart, _canvas, _sorted) = (chart, canvas, chart.Usable);
        _bins = HistogramBins.Of(_sorted, BinsPerDecade);
        var unit = ChartUnit.Of(chart.CountNoun);
        var most = _bins.Max(bin => bin.Count);
        var left = canvas.Margin + TextMeasure.Width(unit.FormatTick(unit.Ticks(most, 4)[^1]), 12) + 10;
        _plot = new Box(left, top + LabelRows, canvas.Width - canvas.Margin - left, canvas.IsNarrow ? 160 : 200);
        _counts = ValueScale.Linear(unit, most, 4, _plot.Bottom, _plot.Y);
        _times = ValueScale.Log(_bins[0].From, _bins[^1].To, 52, _plot.X, _plot.Right);
    }

    public double Draw()
    {
        foreach (var tick in _counts.Ticks)
        {
            var y = _counts.At(tick);
            _canvas.Line(_plot.X, y, _plot.Right, y, tick == 0 ? _canvas.Palette.Axis : _canvas.Palette.Grid);
            _canvas.Text(_plot.X - 8, y + 4, HumanNumber.Compact(tick), _canvas.Words.End);
        }

        _canvas.Text(_canvas.Margin, _plot.Y - LabelRows + 8, Label.Clean(_chart.CountNoun), _canvas.Words);
        DrawBars();
        DrawMarks();
        DrawTimes();
        return _plot.Bottom + 22 + _canvas.Margin;
    }

    private void DrawTimes()
    {
        foreach (var tick in _times.Ticks)
        {
            var x = _times.At(tick);
            var style = x < _plot.X + 1 ? _canvas.Words : x > _plot.Right - 24 ? _canvas.Words.End : _canvas.Words.Middle;
            _canvas.Line(x, _plot.Bottom, x, _plot.Bottom + 4, _canvas.Palette.Axis);
            _canvas.Text(x, _plot.Bottom + 19, HumanNumber.Minutes(tick), style);
        }
    }

    private void DrawBars()
    {
        foreach (var (from, to, count) in _bins.Where(bin => bin.Count > 0))
        {
            var (left, right, y) = (_times.At(from), _times.At(to), _counts.At(count));
            var tip = $"{HumanNumber.Minutes(from)} to {HumanNumber.Minutes(to)}: {HumanNumber.Counted(count, _chart.CountNoun)}";
            _canvas.Rect(new Box(left + 1, y, right - left - 2, _plot.Bottom - y), _canvas.Palette.Accent, 2, tip);
        }
    }

    private void DrawMarks()
    {
        var (median, percentile90) = (_chart.MedianOf(_sorted), _chart.Percentile90Of(_sorted));
        DrawMark("median", median, _plot.Y - 26, _canvas.Palette.Ink);
        DrawMark("p90", percentile90, _plot.Y - 8, _canvas.Palette.Second);
    }

    /// <summary>Each has a row of its own above the bars, so the two never meet however close they are.</summary>
    private void DrawMark(string name, double minutes, double y, string colour)
    {
        var x = _times.At(minutes);
        var text = $"{name} {HumanNumber.Minutes(minutes)}";
        var style = new TextStyle(13, colour) { Bold = true };
        var isLate = x + TextMeasure.Width(text, 13, bold: true) + 8 > _plot.Right;
        _canvas.Line(x, y - 10, x, _plot.Bottom, colour, 1.5, "4 3");
        _canvas.Text(isLate ? x - 6 : x + 6, y, text, isLate ? style.End : style);
    }
}
