namespace EngageBot.Reports.Html;

/// <summary>A part of the report, with its place in the table of contents.</summary>
internal sealed record ReportSection(string Id, string Title, Action<HtmlWriter, ReplayReport> WriteContent)
{
    public void Write(HtmlWriter html, ReplayReport report)
    {
        using (html.In("section", ("id", Id), ("aria-labelledby", Id + "-title")))
        {
            html.Say("h2", Title, ("id", Id + "-title"));
            WriteContent(html, report);
        }
    }
}
