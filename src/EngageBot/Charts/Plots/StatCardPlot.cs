using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Plots;

internal sealed class StatCardPlot(StatCard card, Canvas canvas)
{
    private const double Edge = 72;
    private const double DotStep = 37;
    private const int DotsPerRow = 10;
    private const double FigureSize = 68;
    private const double CaptionSize = 25;

    private readonly Palette _palette = canvas.Palette;
    private readonly double _right = card.Lit is null ? StatCard.Width - Edge : StatCard.Width - Edge - (DotsPerRow * DotStep) - 56;

    public void Draw()
    {
        canvas.Rect(new Box(0, 0, 10, StatCard.Height), _palette.Accent);
        DrawTitle();
        var figures = card.Figures.Take(4).ToList();
        if (figures.Count == 0 && card.Lit is null)
        {
            canvas.Text(Edge, StatCard.Height / 2.0, "no data yet", new TextStyle(48, _palette.Muted));
        }

        var size = figures.Count == 0 ? 0 : figures.Min(figure => SizeFor(figure, PlaceOf(0, figures.Count).Width));
        for (var index = 0; index < figures.Count; index++)
        {
            DrawFigure(figures[index], PlaceOf(index, figures.Count), size, isFirst: index == 0);
        }

        DrawDots();
        DrawFoot();
    }

    private void DrawTitle()
    {
        var y = 78.0;
        foreach (var line in TextMeasure.Wrap(Label.Clean(card.Title), 36, _right - Edge, 2, bold: true))
        {
            canvas.Text(Edge, y += 18, line, new TextStyle(36, _palette.Ink) { Bold = true });
            y += 26;
        }

        var caption = Label.Shorten(Label.Clean(card.Caption), _right - Edge, text => TextMeasure.Width(text, 24));
        canvas.Text(Edge, y + 10, caption, new TextStyle(24, _palette.Muted));
    }

    /// <summary>One or two figures stand one above the other with much room; three or four in two columns.</summary>
    private Box PlaceOf(int index, int count)
    {
        var columns = count > 2 ? 2 : 1;
        var width = (_right - Edge - (40 * (columns - 1))) / columns;
        var (row, column) = (index / columns, index % columns);
        return new Box(Edge + (column * (width + 40)), 218 + (row * 166), width, 166);
    }

    /// <summary>The largest in which the figure still fits; all are then drawn in the smallest of these, so that they match.</summary>
    private static double SizeFor(StatFigure figure, double width) =>
        Math.Clamp(FigureSize * width * 0.99 / Math.Max(1, TextMeasure.Width(Label.Clean(figure.Figure), FigureSize, bold: true)), 34, FigureSize);

    private void DrawFigure(StatFigure figure, Box place, double size, bool isFirst)
    {
        var fitting = Label.Shorten(Label.Clean(figure.Figure), place.Width, part => TextMeasure.Width(part, size, bold: true));
        canvas.Text(place.X, place.Y + 58, fitting, new TextStyle(size, isFirst ? _palette.Accent : _palette.Ink) { Bold = true });
        var y = place.Y + 66;
        foreach (var line in TextMeasure.Wrap(Label.Clean(figure.Caption), CaptionSize, place.Width, 2))
        {
            canvas.Text(place.X, y += CaptionSize + 5, line, new TextStyle(CaptionSize, _palette.Muted));
        }
    }

    private void DrawDots()
    {
        if (card.Lit is not { } lit)
        {
            return;
        }

        var (left, top) = (StatCard.Width - Edge - (DotsPerRow * DotStep), 88.0);
        for (var index = 0; index < StatCard.Dots; index++)
        {
            var (x, y) = (left + (index % DotsPerRow * DotStep) + (DotStep / 2), top + (index / DotsPerRow * DotStep) + (DotStep / 2));
            canvas.Circle(x, y, 12.5, index < lit ? _palette.Accent : _palette.Quiet);
        }

        var y2 = top + (DotsPerRow * DotStep) + 12;
        foreach (var line in TextMeasure.Wrap(card.DotCaption, 22, DotsPerRow * DotStep, 2))
        {
            canvas.Text(left + 6, y2 += 28, line, new TextStyle(22, _palette.Muted));
        }
    }

    private void DrawFoot()
    {
        var y = StatCard.Height - 42;
        canvas.Circle(Edge + 7, y - 7, 7, _palette.Accent);
        canvas.Circle(Edge + 25, y - 7, 6, _palette.Surface, stroke: _palette.Accent);
        canvas.Text(Edge + 44, y, Label.Shorten(Label.Clean(card.Product), 400, text => TextMeasure.Width(text, 20)), new TextStyle(20, _palette.Muted));
    }
}
