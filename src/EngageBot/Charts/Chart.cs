using System.Security.Cryptography;
using System.Text;
using EngageBot.Charts.Drawing;

namespace EngageBot.Charts;

/// <summary>
/// A chart: its data, and two ways to show them. Pure: the same chart and look give the same text. Start reading here.
/// Every string may come from a stranger: it is cleaned and escaped on the way out.
/// </summary>
public abstract record Chart
{
    private const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

    public required string Title { get; init; }

    /// <summary>A line under the title: the period, the place, what exactly was measured.</summary>
    public string Caption { get; init; } = "";

    /// <summary>What somebody who cannot see the picture should know, in another language; without it that is said in English.</summary>
    public string? Alt { get; init; }

    /// <summary>Pointing at something says what it is, in English.</summary>
    public bool HasTips { get; init; } = true;

    /// <summary>Renders the chart as one svg element, without scripts, styles or references to anything outside.</summary>
    public string ToSvg(ChartLook look)
    {
        var canvas = new Canvas(Palette.For(look.Theme), FixedWidth ?? Math.Clamp(look.Width, ChartLook.Least, ChartLook.Most)) { HasTips = HasTips };
        var height = Math.Ceiling(Draw(canvas));
        var body = canvas.Svg.ToString();
        return Wrap(body, new Box(0, 0, canvas.Width, height), look, SafeId(look.Id) ?? IdOf(body + Title));
    }

    /// <summary>Renders the chart as lines of text for a monospaced font, at most <paramref name="width"/> columns wide.</summary>
    public abstract string ToText(int width);

    /// <summary>Set where a chart is a picture of one size.</summary>
    internal virtual int? FixedWidth => null;

    /// <summary>What somebody who cannot see the picture should know.</summary>
    private protected abstract string Describe();

    /// <summary>Draws everything and returns the height it took.</summary>
    private protected abstract double Draw(Canvas canvas);

    private string Wrap(string body, Box size, ChartLook look, string id)
    {
        var palette = Palette.For(look.Theme);
        var svg = new SvgWriter();
        svg.Open("svg").Set("xmlns", "http://www.w3.org/2000/svg")
            .Set("viewBox", $"0 0 {SvgWriter.Number(size.Width)} {SvgWriter.Number(size.Height)}")
            .Set("width", size.Width).Set("height", size.Height).Set("class", "chart").Set("role", "img")
            .Set("aria-labelledby", $"{id}-title {id}-desc").Set("font-family", Fonts).Set("fill", palette.Ink);
        svg.Open("title").Set("id", $"{id}-title").Content(Label.Clean(Title)).Close();
        svg.Open("desc").Set("id", $"{id}-desc").Content(Alt is null ? Describe() : Label.Clean(Alt)).Close();
        svg.Open("rect").Set("width", size.Width).Set("height", size.Height).Set("rx", look.Theme == ChartTheme.Page ? 10 : 0)
            .Set("fill", palette.Surface).Close();
        return svg.Raw(body).Close().ToString();
    }

    /// <summary>Named after what it shows, so that charts on one page differ and the same chart stays the same.</summary>
    private static string IdOf(string content) =>
        "chart-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6));

    private static string? SafeId(string? id)
    {
        var safe = string.Concat((id ?? "").Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
        return safe.Length == 0 ? null : "chart-" + safe;
    }
}
