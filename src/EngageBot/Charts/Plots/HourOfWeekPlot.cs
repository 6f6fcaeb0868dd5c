using System.Globalization;
using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

internal sealed class HourOfWeekPlot
{
    private const int Rows = 7;
    private const int Hours = 24;
    private const double DayColumn = 38;

    private readonly HourOfWeekChart _chart;
    private readonly Canvas _canvas;
    private readonly IReadOnlyDictionary<(int Row, int Hour), HourOfWeekCell> _grid;
    private readonly HeatScale _scale;
    private readonly double _top;
    private readonly double _cellWidth;
    private readonly double _cellHeight;
    private readonly double _gap;

    public HourOfWeekPlot(HourOfWeekChart chart, Canvas canvas, double top)
    {
        (_chart, _canvas, _grid) = (chart, canvas, chart.Grid);
        _scale = new HeatScale(chart.Unit, [.. _grid.Values.Select(cell => cell.Value!.Value)], canvas.Palette.Heat.Count);
        _top = top + 14;
        _cellWidth = (canvas.Width - (2 * canvas.Margin) - DayColumn) / Hours;
        _cellHeight = canvas.IsNarrow ? 20 : 24;
        _gap = canvas.IsNarrow ? 1.5 : 3;
    }

    private double Left => _canvas.Margin + DayColumn;

    public double Draw()
    {
        DrawHours();
        for (var row = 0; row < Rows; row++)
        {
            _canvas.Text(_canvas.Margin, _top + (row * _cellHeight) + (_cellHeight / 2) + 3, HourOfWeekChart.DayName(row), _canvas.Words);
            for (var hour = 0; hour < Hours; hour++)
            {
                DrawCell(row, hour);
            }
        }

        return DrawLegend(_top + (Rows * _cellHeight) + 22);
    }

    private void DrawHours()
    {
        for (var hour = 0; hour < Hours; hour += _canvas.IsNarrow ? 6 : 3)
        {
            _canvas.Text(Left + (hour * _cellWidth), _top - 8, hour.ToString("00", CultureInfo.InvariantCulture) + ":00", _canvas.Words);
        }
    }

    private void DrawCell(int row, int hour)
    {
        var box = new Box(Left + (hour * _cellWidth), _top + (row * _cellHeight), _cellWidth - _gap, _cellHeight - _gap);
        if (_grid.TryGetValue((row, hour), out var cell))
        {
            _canvas.Rect(box, _canvas.Palette.Heat[_scale.ColourOf(cell.Value!.Value)], 3, _chart.Tell(cell));
        }
        else
        {
            DrawMissing(box);
        }
    }

    /// <summary>A dot instead of a tile: no colour of the scale can be mistaken for it.</summary>
    private void DrawMissing(Box box) => _canvas.Circle(box.CenterX, box.CenterY, 1.5, _canvas.Palette.OneWay);

    private double DrawLegend(double y)
    {
        var bounds = _scale.Bounds;
        var width = _canvas.IsNarrow ? 46.0 : 60.0;
        var x = (_canvas.IsNarrow ? _canvas.Margin : Left) + (TextMeasure.Width(_chart.Unit.FormatTick(bounds[0]), _canvas.Words.Size) / 2);
        for (var index = 0; index < _scale.Classes; index++)
        {
            var range = $"{_chart.Unit.Format(bounds[index])} to {_chart.Unit.Format(bounds[index + 1])}";
            _canvas.Rect(new Box(x + (index * width), y, width - 2, 10), _canvas.Palette.Heat[_scale.ColourOfClass(index)], 2, range);
        }

        for (var index = 0; index < bounds.Count; index++)
        {
            _canvas.Text(x + (index * width), y + 25, _chart.Unit.FormatTick(bounds[index]), _canvas.Words.Middle);
        }

        var missingX = _canvas.IsNarrow ? _canvas.Margin : x + (_scale.Classes * width) + 46;
        var missingY = _canvas.IsNarrow ? y + 46 : y + 10;
        DrawMissing(new Box(missingX, missingY - 9, 10, 10));
        _canvas.Text(missingX + 16, missingY, "no data", _canvas.Words);
        if (_chart.Unit.IsCount)
        {
            _canvas.Text(missingX + 84, missingY, Label.Clean(_chart.Unit.Name), _canvas.Words);
        }

        return Math.Max(y + 28, missingY) + _canvas.Margin - 4;
    }
}
