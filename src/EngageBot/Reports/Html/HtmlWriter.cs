using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EngageBot.Charts;
using EngageBot.Charts.Drawing;

namespace EngageBot.Reports.Html;

/// <summary>
/// Writes markup that is HTML and XML alike. Whatever is given as text or value is escaped, and freed of what would hide or turn its surroundings around:
/// there is no way to write markup but by this class's own methods and by charts.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>After these a line may end; between words it would show as a space.</summary>
    private static readonly HashSet<string> Blocks =
    [
        "html", "head", "title", "style", "body", "header", "nav", "main", "section", "footer", "article", "div", "figure", "figcaption", "svg", "h1", "h2", "h3",
        "p", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td",
    ];

    private readonly StringBuilder _out = new();

    /// <summary>Opens an element, which ends where the scope does.</summary>
    public Scope In(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(element, attributes);
        _out.Append('>');
        return new Scope(this, element);
    }

    /// <summary>An element with nothing but text in it.</summary>
    public HtmlWriter Say(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (In(element, attributes))
        {
            return Text(text);
        }
    }

    /// <summary>An element that has no content.</summary>
    public HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(element, attributes);
        _out.Append(" />");
        return this;
    }

    public HtmlWriter Text(string text)
    {
        _out.Append(Encoder.Encode(ShownText.Of(text)));
        return this;
    }

    /// <summary>A name that somebody chose, set apart: whichever way it is written, the words around it stay where they are.</summary>
    public HtmlWriter Name(string name) => Say("bdi", Label.Name(name));

    /// <summary>Text that somebody wrote, in the direction of its own script.</summary>
    public HtmlWriter Written(string element, string text, string cssClass) => Say(element, text, ("class", cssClass), ("dir", "auto"));

    public HtmlWriter Time(DateTimeOffset at, string text) =>
        Say("time", text, ("datetime", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));

    /// <summary>Words with a link to what they mean.</summary>
    public HtmlWriter Defined(Definition definition, string text) => Say("a", text, ("class", "term"), ("href", "#" + definition.Id));

    public HtmlWriter Chart(Chart chart, string id)
    {
        _out.Append(ChartFigure.ToHtml(chart, id));
        return this;
    }

    /// <summary>A style sheet, as it is: a content security policy names its hash.</summary>
    public HtmlWriter Style(string css)
    {
        _out.Append("<style>").Append(css).Append("</style>");
        return this;
    }

    public override string ToString() => _out.ToString();

    private void Open(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _out.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _out.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(ShownText.Of(value))).Append('"');
        }
    }

    private void Close(string element) => _out.Append("</").Append(element).Append(Blocks.Contains(element) ? ">\n" : ">");

    internal readonly struct Scope(HtmlWriter writer, string element) : IDisposable
    {
        public void Dispose() => writer.Close(element);
    }
}
