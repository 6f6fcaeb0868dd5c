using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

internal sealed class TimeSeriesPlot
{
    private const double CountsHeight = 36;
    private const double CountsGap = 30;
    private const double PixelsPerLabel = 76;

    private readonly TimeSeriesChart _chart;
    private readonly Canvas _canvas;
    private readonly IReadOnlyList<TimeSeries> _series;
    private readonly IReadOnlyList<TimePoint> _counts;
    private readonly IReadOnlyList<DateTimeOffset> _times;
    private readonly TimeSpan _step;
    private readonly ValueScale _values;
    private readonly Box _plot;

    public TimeSeriesPlot(TimeSeriesChart chart, Canvas canvas, double top)
    {
        (_chart, _canvas, _series, _counts) = (chart, canvas, chart.Usable, chart.UsableCounts);
        _times = [.. _series.SelectMany(series => series.Points).Concat(_counts).Select(point => point.At).Distinct().Order()];
        _step = chart.StepOf(_times);

        var keyHeight = canvas.IsNarrow ? 28 : 0;
        var height = canvas.IsNarrow ? 170 : 210;
        var axisTitle = chart.Unit.IsCount ? 18 : 4;
        var (from, to) = (top + keyHeight + axisTitle + height, top + keyHeight + axisTitle);
        _values = ScaleOf(chart, _series, from, to);
        var left = canvas.Margin + _values.Ticks.Max(tick => TextMeasure.Width(chart.Unit.FormatTick(tick), canvas.Words.Size)) + 8;
        var right = canvas.IsNarrow ? canvas.Width - canvas.Margin : canvas.Width - canvas.Margin - SeriesLabels.WidthFor(_series, chart.Unit);
        _plot = new Box(left, to, right - left, from - to);
    }

    public double Draw()
    {
        DrawValueAxis();
        var bottom = _counts.Count == 0 ? _plot.Bottom : _plot.Bottom + CountsGap + CountsHeight;
        DrawHotSpots(bottom);
        DrawCounts(bottom);
        for (var index = _series.Count - 1; index >= 0; index--)
        {
            DrawSeries(_series[index], ColourOf(index), isFirst: index == 0);
        }

        new SeriesLabels(_canvas, _chart.Unit, _series, ColourOf).Draw(_plot, _values);
        return DrawTimeAxis(bottom);
    }

    private static ValueScale ScaleOf(TimeSeriesChart chart, IReadOnlyList<TimeSeries> series, double from, double to)
    {
        var values = series.SelectMany(one => one.Points).Select(point => point.Value).OfType<double>().ToList();
        if (!chart.HasLogarithmicAxis)
        {
            return ValueScale.Linear(chart.Unit, values.Max(), 4, from, to);
        }

        var (low, high) = DurationTicks.Around(values.Min(), values.Max());
        return ValueScale.Log(low, high, 26, from, to);
    }

    private string ColourOf(int index) => index == 0 ? _canvas.Palette.Accent : _canvas.Palette.Second;

    private double X(DateTimeOffset at)
    {
        var half = _step / 2;
        var span = _times[^1] - _times[0] + _step;
        return _plot.X + ((at - _times[0] + half) / span * _plot.Width);
    }

    private void DrawValueAxis()
    {
        foreach (var tick in _values.Ticks)
        {
            var y = _values.At(tick);
            _canvas.Line(_plot.X, y, _plot.Right, y, tick == _values.Ticks[0] ? _canvas.Palette.Axis : _canvas.Palette.Grid);
            _canvas.Text(_plot.X - 8, y + 4, _chart.Unit.FormatTick(tick), _canvas.Words.End);
        }

        if (_chart.Unit.IsCount)
        {
            _canvas.Text(_canvas.Margin, _plot.Y - 12, Label.Clean(_chart.Unit.Name), _canvas.Words);
        }
    }

    private void DrawHotSpots(double bottom)
    {
        var half = _plot.Width * (_step / 2) / (_times[^1] - _times[0] + _step);
        var values = _series.Select(series => (series.Name, At: series.Points.ToDictionary(point => point.At, point => point.Value))).ToList();
        var counts = _counts.ToDictionary(count => count.At, count => count.Value);
        foreach (var at in _times)
        {
            var lines = values.Select(one => (one.Name, Value: one.At.GetValueOrDefault(at)))
                .Select(one => $"{Label.Isolate(one.Name)}: {(one.Value is { } value ? _chart.Unit.FormatInWords(value) : "no data")}");
            var count = counts.GetValueOrDefault(at) is { } number ? $"\n{HumanNumber.Counted(number, _chart.CountNoun)}" : "";
            _canvas.HotSpot(new Box(X(at) - half, _plot.Y, 2 * half, bottom - _plot.Y), $"{TimeNames.Of(at, _step)}\n{string.Join('\n', lines)}{count}");
        }
    }

    private void DrawSeries(TimeSeries series, string colour, bool isFirst)
    {
        _canvas.Svg.Open("g").Set("pointer-events", "none");
        foreach (var stretch in TimeSeriesChart.Stretches(series.Points, _step))
        {
            var points = stretch.Select(point => (X: X(point.At), Y: _values.At(point.Value!.Value))).ToList();
            var path = "M" + string.Join('L', points.Select(point => $"{SvgWriter.Number(point.X)} {SvgWriter.Number(point.Y)}"));
            if (isFirst && points.Count > 1 && !_chart.HasLogarithmicAxis) // no area stands on an axis without a zero
            {
                var (start, end, floor) = (SvgWriter.Number(points[0].X), SvgWriter.Number(points[^1].X), SvgWriter.Number(_plot.Bottom));
                _canvas.Fill($"{path}L{end} {floor}L{start} {floor}Z", colour, 0.08);
            }

            _canvas.Stroke(path, colour, isFirst ? 2.5 : 1.75);
            DrawDots(points, colour, isFirst);
        }

        var last = series.Points.Last(point => point.Value is not null);
        _canvas.Circle(X(last.At), _values.At(last.Value!.Value), 4.5, colour, stroke: _canvas.Palette.Surface);
        _canvas.Svg.Close();
    }

    /// <summary>Dots at the values of the main series while they can be told apart; always at those that stand alone, which no line shows.</summary>
    private void DrawDots(List<(double X, double Y)> points, string colour, bool isFirst)
    {
        var areApart = isFirst && _plot.Width / _times.Count > 14;
        foreach (var (x, y) in areApart || points.Count == 1 ? points : [])
        {
            _canvas.Circle(x, y, 3, colour);
        }
    }

    private void DrawCounts(double bottom)
    {
        if (_counts.Count == 0)
        {
            return;
        }

        var most = Math.Max(1, _counts.Max(count => count.Value ?? 0));
        var width = Math.Clamp(_plot.Width / _times.Count * 0.62, 1, 22);
        foreach (var count in _counts.Where(count => count.Value > 0))
        {
            var height = count.Value!.Value / most * CountsHeight;
            _canvas.Rect(new Box(X(count.At) - (width / 2), bottom - height, width, height), _canvas.Palette.Quiet, width > 6 ? 2 : 0);
        }

        _canvas.Line(_plot.X, bottom, _plot.Right, bottom, _canvas.Palette.Axis);
        _canvas.Text(_plot.X, bottom - CountsHeight - 8, Label.Clean(_chart.CountCaption ?? $"{_chart.CountNoun}, up to {HumanNumber.Count(most)}"), _canvas.Words);
    }

    private double DrawTimeAxis(double bottom)
    {
        var ticks = TimeTicks.For(_times, _step, (int)(_plot.Width / PixelsPerLabel) + 1, _chart.Calendar);
        var (said, right) = ("", 0.0);
        foreach (var tick in ticks)
        {
            var half = TextMeasure.Width(tick.Text, 12) / 2;
            var x = Math.Clamp(X(tick.At), _plot.X, _canvas.Width - _canvas.Margin - half);
            if (x - half < right)
            {
                continue;
            }

            right = x + half + 6;
            _canvas.Line(x, bottom, x, bottom + 4, _canvas.Palette.Axis);
            _canvas.Text(x, bottom + 18, tick.Text, _canvas.Words.Middle);
            _canvas.Text(x, bottom + 33, tick.Below == said ? "" : tick.Below, _canvas.Words.Middle);
            said = tick.Below;
        }

        return bottom + 36 + (_canvas.Margin / 2);
    }
}
