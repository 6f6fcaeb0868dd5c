namespace EngageBot.Reports.Html;

/// <summary>Figures as a table. On a telephone it scrolls sideways by itself, by key too.</summary>
internal static class DataTable
{
    /// <param name="html">Where it is written.</param>
    /// <param name="caption">What the table shows.</param>
    /// <param name="rows">One for each row.</param>
    /// <param name="columns">The first names the row.</param>
    public static void Write<T>(HtmlWriter html, string caption, IEnumerable<T> rows, IReadOnlyList<TableColumn<T>> columns)
    {
        using (html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)))
        {
            using var table = html.In("table");
            html.Say("caption", caption);
            WriteHead(html, columns);
            using var body = html.In("tbody");
            foreach (var row in rows)
            {
                WriteRow(html, row, columns);
            }
        }
    }

    private static void WriteHead<T>(HtmlWriter html, IReadOnlyList<TableColumn<T>> columns)
    {
        using (html.In("thead"))
        {
            using var row = html.In("tr");
            foreach (var column in columns)
            {
                using var heading = html.In("th", ("scope", "col"), ("class", Class(column)));
                _ = column.Definition is null ? html.Text(column.Heading) : html.Defined(column.Definition, column.Heading);
            }
        }
    }

    private static void WriteRow<T>(HtmlWriter html, T row, IReadOnlyList<TableColumn<T>> columns)
    {
        using (html.In("tr"))
        {
            for (var index = 0; index < columns.Count; index++)
            {
                var column = columns[index];
                using var cell = index == 0 ? html.In("th", ("scope", "row"), ("class", Class(column))) : html.In("td", ("class", Class(column)));
                _ = column.IsName ? html.Name(column.Cell(row)) : html.Text(column.Cell(row));
            }
        }
    }

    private static string Class<T>(TableColumn<T> column) => column.IsText || column.IsName ? "text" : "figure";
}
