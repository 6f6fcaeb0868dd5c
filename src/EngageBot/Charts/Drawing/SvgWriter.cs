using System.Globalization;
using System.Text;

namespace EngageBot.Charts.Drawing;

/// <summary>Writes SVG elements. Whatever is given as a value or as content leaves escaped and without what XML 1.0 forbids.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _out = new();
    private readonly Stack<string> _elements = new();
    private bool _inTag;

    /// <summary>At most two decimals, a point whatever the culture, and never NaN: a viewer would refuse the whole picture.</summary>
    public static string Number(double value)
    {
        var rounded = double.IsFinite(value) ? Math.Round(value, 2) : 0;
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture); // no "-0"
    }

    public SvgWriter Open(string element)
    {
        EndTag();
        _out.Append('<').Append(element);
        _elements.Push(element);
        _inTag = true;
        return this;
    }

    public SvgWriter Set(string attribute, string value)
    {
        _out.Append(' ').Append(attribute).Append("=\"");
        Escape(value);
        _out.Append('"');
        return this;
    }

    public SvgWriter Set(string attribute, double value) => Set(attribute, Number(value));

    public SvgWriter Content(string text)
    {
        EndTag();
        Escape(text);
        return this;
    }

    /// <summary>Takes what another <see cref="SvgWriter"/> wrote.</summary>
    public SvgWriter Raw(string svg)
    {
        EndTag();
        _out.Append(svg);
        return this;
    }

    public SvgWriter Close()
    {
        var element = _elements.Pop();
        if (_inTag)
        {
            _out.Append("/>");
            _inTag = false;
        }
        else
        {
            _out.Append("</").Append(element).Append('>');
        }

        return this;
    }

    public override string ToString() => _out.ToString();

    private void EndTag()
    {
        if (_inTag)
        {
            _out.Append('>');
            _inTag = false;
        }
    }

    private void Escape(string text)
    {
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD
        {
            switch (rune.Value)
            {
                case '&': _out.Append("&amp;"); break;
                case '<': _out.Append("&lt;"); break;
                case '>': _out.Append("&gt;"); break;
                case '"': _out.Append("&quot;"); break;
                case '\'': _out.Append("&#39;"); break;
                case < ' ' and not ('\t' or '\n'): break;
                case 0xFFFE or 0xFFFF: break;
                default: _out.Append(rune.ToString()); break;
            }
        }
    }
}
