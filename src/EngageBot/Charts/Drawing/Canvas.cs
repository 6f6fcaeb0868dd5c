namespace EngageBot.Charts.Drawing;

/// <summary>Somewhere to draw: the width there is, the colours, and the shapes charts are made of.</summary>
internal sealed class Canvas(Palette palette, double width)
{
    private const double NarrowBelow = 480;
    private const double TitleSize = 16;
    private const double CaptionSize = 12.5;

    public Palette Palette { get; } = palette;

    public double Width { get; } = width;

    public SvgWriter Svg { get; } = new();

    /// <summary>Without them nothing is said where somebody points.</summary>
    public bool HasTips { get; init; } = true;

    public bool IsNarrow => Width < NarrowBelow;

    public double Margin => IsNarrow ? 16 : 24;

    public TextStyle Words => new(12, Palette.Muted);

    public TextStyle Figures => new(13, Palette.Ink) { Bold = true };

    /// <summary>Title and caption; returns where the chart may begin.</summary>
    public double Header(string title, string caption)
    {
        var y = Margin - 4;
        foreach (var line in TextMeasure.Wrap(Label.Clean(title), TitleSize, Width - (2 * Margin), 2, bold: true))
        {
            Text(Margin, y += TitleSize + 4, line, new TextStyle(TitleSize, Palette.Ink) { Bold = true });
        }

        foreach (var line in TextMeasure.Wrap(Label.Clean(caption), CaptionSize, Width - (2 * Margin), 3))
        {
            Text(Margin, y += CaptionSize + 6, line, new TextStyle(CaptionSize, Palette.Muted));
        }

        return y + 20;
    }

    /// <summary>Says that there is nothing to draw; returns the chart's height.</summary>
    public double Empty(double top)
    {
        Rect(new Box(Margin, top, Width - (2 * Margin), 96), Palette.Track, 8);
        Text(Width / 2, top + 53, "no data yet", new TextStyle(14, Palette.Muted).Middle);
        return top + 96 + Margin;
    }

    public void Text(double x, double y, string text, TextStyle style)
    {
        if (text.Length == 0)
        {
            return;
        }

        Svg.Open("text").Set("x", x).Set("y", y).Set("font-size", style.Size).Set("fill", style.Fill);
        SetUnless("font-weight", style.Bold ? "600" : "400", "400");
        SetUnless("text-anchor", style.Anchor, "start");
        if (style.Halo is { } halo)
        {
            Svg.Set("stroke", halo).Set("stroke-width", 3).Set("stroke-linejoin", "round").Set("paint-order", "stroke");
        }

        Svg.Content(text).Close();
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double thickness = 1, string dashes = "")
    {
        Svg.Open("line").Set("x1", x1).Set("y1", y1).Set("x2", x2).Set("y2", y2).Set("stroke", stroke);
        SetUnless("stroke-width", SvgWriter.Number(thickness), "1");
        SetUnless("stroke-dasharray", dashes, "");
        Svg.Close();
    }

    public void Rect(Box box, string fill, double radius = 0, string tip = "")
    {
        Svg.Open("rect").Set("x", box.X).Set("y", box.Y).Set("width", Math.Max(0, box.Width)).Set("height", Math.Max(0, box.Height)).Set("fill", fill);
        SetUnless("rx", SvgWriter.Number(Math.Min(radius, box.Height / 2)), "0");
        CloseWith(tip);
    }

    /// <summary>Nothing to see, but pointing at it shows the tip.</summary>
    public void HotSpot(Box box, string tip)
    {
        Svg.Open("rect").Set("class", "chart-spot").Set("x", box.X).Set("y", box.Y).Set("width", box.Width).Set("height", box.Height)
            .Set("fill", "none").Set("pointer-events", "all");
        CloseWith(tip);
    }

    public void Circle(double x, double y, double radius, string fill, string tip = "", string stroke = "")
    {
        Svg.Open("circle").Set("cx", x).Set("cy", y).Set("r", radius).Set("fill", fill);
        SetUnless("stroke", stroke, "");
        SetUnless("stroke-width", stroke.Length == 0 ? "" : "2", "");
        CloseWith(tip);
    }

    /// <summary>A line along a path.</summary>
    public void Stroke(string path, string stroke, double thickness, string dashes = "", string tip = "", double opacity = 1)
    {
        Svg.Open("path").Set("d", path).Set("fill", "none").Set("stroke", stroke).Set("stroke-width", thickness)
            .Set("stroke-linejoin", "round").Set("stroke-linecap", "round");
        SetUnless("stroke-dasharray", dashes, "");
        SetUnless("stroke-opacity", SvgWriter.Number(opacity), "1");
        CloseWith(tip);
    }

    /// <summary>The inside of a path.</summary>
    public void Fill(string path, string fill, double opacity = 1)
    {
        Svg.Open("path").Set("d", path).Set("fill", fill);
        SetUnless("fill-opacity", SvgWriter.Number(opacity), "1");
        Svg.Close();
    }

    private void SetUnless(string attribute, string value, string standard)
    {
        if (value != standard)
        {
            Svg.Set(attribute, value);
        }
    }

    private void CloseWith(string tip)
    {
        if (HasTips && tip.Length > 0)
        {
            Svg.Open("title").Content(tip).Close();
        }

        Svg.Close();
    }
}
