using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

/// <summary>Says what lines, arrows and sizes mean, in a row that breaks where it has to.</summary>
internal sealed class NetworkLegend(Canvas canvas)
{
    private const double RowHeight = 20;

    private double _x = canvas.Margin;
    private double _y;

    public double Draw(double y, NetworkWords words, string extent)
    {
        _y = y;
        Entry(28, words.Mutual, x => canvas.Line(x, _y - 4, x + 28, _y - 4, canvas.Palette.Accent, 2.5));
        Entry(28, words.OneWay, x =>
        {
            canvas.Line(x, _y - 4, x + 22, _y - 4, canvas.Palette.OneWay, 1.5);
            canvas.Fill($"M{SvgWriter.Number(x + 28)} {SvgWriter.Number(_y - 4)}l-7 -3v6Z", canvas.Palette.OneWay);
        });
        Entry(30, words.Given, x =>
        {
            canvas.Circle(x + 4, _y - 4, 3, canvas.Palette.Muted);
            canvas.Circle(x + 20, _y - 4, 6.5, canvas.Palette.Muted);
        });
        if (extent.Length > 0)
        {
            Entry(0, extent, _ => { });
        }

        return _y + canvas.Margin;
    }

    private void Entry(double symbolWidth, string text, Action<double> symbol)
    {
        var gap = symbolWidth > 0 ? 8 : 0;
        var width = symbolWidth + gap + TextMeasure.Width(text, canvas.Words.Size);
        if (_x > canvas.Margin && _x + width > canvas.Width - canvas.Margin)
        {
            (_x, _y) = (canvas.Margin, _y + RowHeight);
        }

        symbol(_x);
        canvas.Text(_x + symbolWidth + gap, _y, text, canvas.Words);
        _x += width + 22;
    }
}
