namespace EngageBot.Tests.Host.Web;

/// <summary>Pages for somebody to look at: where ENGAGEBOT_PAGES names a folder, they are kept there, with their styles.</summary>
internal static class KeptPages
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ENGAGEBOT_PAGES");

    public static async Task KeepAsync(HttpClient browser, string page, string html)
    {
        if (Folder is null)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        foreach (var style in (string[])["pages.css", "charts.css", "dashboard.css"])
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, style), await browser.GetStringAsync($"/assets/{style}"));
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, $"{page.Trim('/').Replace('/', '-')}.html"), html.Replace("/assets/", string.Empty, StringComparison.Ordinal));
    }
}
