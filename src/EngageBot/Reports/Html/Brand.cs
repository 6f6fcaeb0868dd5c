namespace EngageBot.Reports.Html;

/// <summary>The product's mark: somebody who spoke, and somebody who may answer.</summary>
internal static class Brand
{
    public static void Write(HtmlWriter html)
    {
        using (html.In("p", ("class", "brand")))
        {
            using (html.In("svg", ("viewBox", "0 0 34 16"), ("width", "34"), ("height", "16"), ("aria-hidden", "true")))
            {
                html.Void("circle", ("class", "lit"), ("cx", "8"), ("cy", "8"), ("r", "7"));
                html.Void("circle", ("class", "ring"), ("cx", "26"), ("cy", "8"), ("r", "6"));
            }

            html.Text(" EngageBot");
        }
    }
}
