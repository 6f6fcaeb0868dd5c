using System.Security.Cryptography;
using System.Text;
using EngageBot.Charts;

namespace EngageBot.Reports.Html;

/// <summary>A page that needs nothing but itself, and by its own policy may load nothing.</summary>
internal static class HtmlPage
{
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='5' cy='8' r='4' fill='%231b6b93'/%3E" +
        "%3Ccircle cx='12' cy='8' r='3' fill='none' stroke='%231b6b93' stroke-width='1.5'/%3E%3C/svg%3E";

    public static string Of(string title, string css, Action<HtmlWriter> body)
    {
        // Browsers hash the sheet with plain line ends.
        var style = $"{ChartStyles.Css}\n{css}".ReplaceLineEndings("\n");
        var html = new HtmlWriter();
        using (html.In("html", ("lang", "en")))
        {
            using (html.In("head"))
            {
                WriteHead(html, title, style);
            }

            using (html.In("body"))
            {
                body(html);
            }
        }

        return "<!DOCTYPE html>\n" + html;
    }

    private static void WriteHead(HtmlWriter html, string title, string style)
    {
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", PolicyFor(style)));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Void("meta", ("name", "robots"), ("content", "noindex"));
        html.Say("title", title);
        html.Void("link", ("rel", "icon"), ("href", Icon));
        html.Style(style);
    }

    private static string PolicyFor(string style) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; img-src data:; base-uri 'none'; form-action 'none'";
}
