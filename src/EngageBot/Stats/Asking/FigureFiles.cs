using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EngageBot.Stats.Asking;

/// <summary>Figures as a file for spreadsheets or for programs.</summary>
internal static class FigureFiles
{
    private const string EndOfLine = "\r\n";

    /// <summary>With these a spreadsheet takes a cell for a formula, and runs it; see OWASP, "CSV Injection".</summary>
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    /// <summary>A text with one of these stands between quotation marks.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    private static readonly string[] Columns = ["from", "to", "figure", "value", "note"];

    /// <summary>As RFC 4180 has it, in UTF-8, times in UTC.</summary>
    public static byte[] Csv(IEnumerable<ExportedFigure> figures)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append(EndOfLine);
        foreach (var figure in figures)
        {
            text.AppendJoin(',', Cell(Written(figure.From)), Cell(Written(figure.To)), Cell(figure.Name), figure.Value is { } value ? Written(value) : string.Empty, Cell(figure.Note)).Append(EndOfLine);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One object with a list of the same rows.</summary>
    public static byte[] Json(IEnumerable<ExportedFigure> figures)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("figures");
            foreach (var figure in figures)
            {
                Write(writer, figure);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>A text as a cell: never a formula, and never more than one cell.</summary>
    internal static string Cell(string text)
    {
        var harmless = text.Length > 0 && Formulas.Contains(text.TrimStart(' ') is [var first, ..] ? first : text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny(Quoted) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Write(Utf8JsonWriter writer, ExportedFigure figure)
    {
        writer.WriteStartObject();
        writer.WriteString(Columns[0], Written(figure.From));
        writer.WriteString(Columns[1], Written(figure.To));
        writer.WriteString(Columns[2], figure.Name);
        if (figure.Value is { } value)
        {
            writer.WriteNumber(Columns[3], value);
        }
        else
        {
            writer.WriteNull(Columns[3]);
        }

        writer.WriteString(Columns[4], figure.Note);
        writer.WriteEndObject();
    }

    /// <summary>A number may begin with a minus: it is no formula, and must stay a number.</summary>
    private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
