using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

internal sealed class BarPlot
{
    private const double LabelSize = 13;
    private const double Thickness = 16;

    private readonly BarChart _chart;
    private readonly Canvas _canvas;
    private readonly double _top;
    private readonly double _rowHeight;
    private readonly double _left;
    private readonly double _room;
    private readonly double _values;

    public BarPlot(BarChart chart, Canvas canvas, double top)
    {
        (_chart, _canvas, _top) = (chart, canvas, top);
        _rowHeight = canvas.IsNarrow ? 46 : 32;
        var widest = chart.Shown.Max(bar => TextMeasure.Width(Label.Name(bar.Label), LabelSize));
        var labels = canvas.IsNarrow ? 0 : Math.Min(widest, canvas.Width * 0.3) + 14;
        _left = canvas.Margin + labels;
        _values = chart.Shown.Max(bar => TextMeasure.Width(chart.Unit.Format(bar.Value), 13, bold: true));
        var notes = chart.Shown.Max(bar => TextMeasure.Width(Note(bar), canvas.Words.Size));
        _room = canvas.Width - canvas.Margin - _left - (canvas.IsNarrow ? 0 : 10 + _values + (notes > 0 ? notes + 8 : 0));
    }

    public double Draw()
    {
        var y = _top;
        foreach (var bar in _chart.Shown)
        {
            DrawRow(bar, y);
            y += _rowHeight;
        }

        if (_chart.Others.Length > 0)
        {
            _canvas.Line(_canvas.Margin, y + 4, _canvas.Width - _canvas.Margin, y + 4, _canvas.Palette.Grid);
            y += 24;
            var others = Label.Shorten(_chart.Others, _canvas.Width - (2 * _canvas.Margin), text => TextMeasure.Width(text, 12));
            _canvas.Text(_canvas.IsNarrow ? _canvas.Margin : _left, y, others, _canvas.Words);
        }

        return y + _canvas.Margin - 4;
    }

    private bool HasTrack => _chart.Full == 100 && _chart.Unit.IsPercent;

    private string Note(Bar bar) => Label.Shorten(Label.Clean(bar.Note), _canvas.Width * 0.2, text => TextMeasure.Width(text, _canvas.Words.Size));

    private void DrawRow(Bar bar, double y)
    {
        var tip = $"{Label.Isolate(bar.Label)}: {_chart.Unit.FormatInWords(bar.Value)}{(bar.Note.Length == 0 ? "" : $" ({Label.Clean(bar.Note)})")}";
        var middle = _canvas.IsNarrow ? y + 28 : y + (_rowHeight / 2);
        var box = new Box(_left, middle - (Thickness / 2), _room * bar.Value / _chart.Full, Thickness);
        if (HasTrack)
        {
            _canvas.Rect(box with { Width = _room }, _canvas.Palette.Track, 3);
        }

        _canvas.Rect(box, _canvas.Palette.Accent, 3, tip);
        if (_canvas.IsNarrow)
        {
            DrawWordsAbove(bar, y + 13);
        }
        else
        {
            DrawWordsBeside(bar, box, middle + 4.5);
        }
    }

    private void DrawWordsBeside(Bar bar, Box box, double y)
    {
        var most = _left - _canvas.Margin - 12;
        var label = Label.Shorten(Label.Name(bar.Label), most, text => TextMeasure.Width(text, LabelSize));
        _canvas.Text(_canvas.Margin, y, label, new TextStyle(LabelSize, _canvas.Palette.Ink));
        var x = (HasTrack ? _left + _room : box.Right) + 10;
        _canvas.Text(x, y, _chart.Unit.Format(bar.Value), _canvas.Figures);
        _canvas.Text(x + _values + 8, y, Note(bar), _canvas.Words);
    }

    private void DrawWordsAbove(Bar bar, double y)
    {
        var right = _canvas.Width - _canvas.Margin;
        var noteWidth = TextMeasure.Width(Note(bar), _canvas.Words.Size);
        var most = right - _canvas.Margin - _values - noteWidth - 20;
        var label = Label.Shorten(Label.Name(bar.Label), most, text => TextMeasure.Width(text, LabelSize));
        _canvas.Text(_canvas.Margin, y, label, new TextStyle(LabelSize, _canvas.Palette.Ink));
        _canvas.Text(right, y, _chart.Unit.Format(bar.Value), _canvas.Figures.End);
        _canvas.Text(right - _values - 8, y, Note(bar), _canvas.Words.End);
    }
}
