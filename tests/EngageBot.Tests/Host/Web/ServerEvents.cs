namespace EngageBot.Tests.Host.Web;

/// <summary>What an open page hears of news.</summary>
internal static class ServerEvents
{
    /// <summary>The lines of the first event.</summary>
    /// <param name="last">What the page heard last; null for nothing yet.</param>
    public static async Task<string> FirstAsync(HttpClient browser, string? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/events");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var lines = string.Empty;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            lines += (lines.Length > 0 ? "\n" : string.Empty) + line;
        }

        return lines;
    }
}
