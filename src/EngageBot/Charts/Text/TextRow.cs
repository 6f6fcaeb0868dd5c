using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Text;

/// <summary>A bar with its label, value and note.</summary>
internal sealed record TextRow(string Label, double Share, string Value, string Note)
{
    private const int LeastBar = 4;

    /// <summary>Aligned below each other. Where it is tight the notes go first, then the labels are cut.</summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<TextRow> rows, int columns)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var values = rows.Max(row => DisplayWidth.Of(row.Value));
        var notes = rows.Max(row => DisplayWidth.Of(row.Note));
        notes = notes > columns / 4 || columns < 40 ? 0 : notes;
        var labels = Math.Min(rows.Max(row => DisplayWidth.Of(Drawing.Label.Name(row.Label))), Math.Max(6, columns / 3));
        var bar = Math.Max(LeastBar, columns - labels - values - notes - (notes > 0 ? 4 : 2));
        return [.. rows.Select(row => string.Join(' ',
            Columns.Left(Drawing.Label.Name(row.Label), labels),
            Columns.Left(Columns.Bar(row.Share, bar), bar),
            Columns.Right(row.Value, values),
            notes > 0 ? " " + row.Note : "").TrimEnd())];
    }
}
