namespace EngageBot.Reports.Html;

/// <summary>What each word of the report means.</summary>
internal static class DefinitionsSection
{
    public static void Write(HtmlWriter html, ReplayReport report)
    {
        using (html.In("dl", ("class", "panel words")))
        {
            foreach (var definition in Definitions.All)
            {
                using (html.In("div", ("id", definition.Id)))
                {
                    html.Say("dt", definition.Term).Say("dd", definition.Meaning);
                }
            }
        }
    }
}
