using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EngageBot.Benchmarks;

/// <summary>Some click through all pages at once, each looking at one for a while.</summary>
internal sealed partial class WebLoad(int users, int rounds, TimeSpan pause)
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _bytes = new(StringComparer.Ordinal);

    public async Task RunAsync(WebSite site, CancellationToken cancellationToken)
    {
        List<HttpClient> browsers = [];
        for (var user = 0; user < users; user++)
        {
            browsers.Add(await site.SignedInAsync(user, cancellationToken));
        }

        var pages = Link().Matches(Encoding.UTF8.GetString((await GetAsync(browsers[0], "/dashboard", cancellationToken)).Body)).Select(link => link.Groups["page"].Value).Distinct(StringComparer.Ordinal).ToList();
        await WeighAsync(browsers[0], pages, cancellationToken);
        _times.Clear();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(browsers.Select((browser, user) => ClickAsync(browser, user, pages, cancellationToken)));
        Console.WriteLine($"{users} users, {rounds} times through {pages.Count} pages in {watch.Elapsed.TotalSeconds:F0} s, a page for {pause.TotalSeconds:F1} s each");
        foreach (var page in pages)
        {
            var times = _times[page].Order().ToList();
            Console.WriteLine($"{page,-27} {times[times.Count / 2],6:F0} ms at the median, 99% within {times[(int)(times.Count * 0.99)],6:F0} ms; {_bytes[page] / 1024.0,6:F1} KiB with its assets");
        }

        browsers.ForEach(browser => browser.Dispose());
    }

    public static string TokenIn(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value);

    private async Task ClickAsync(HttpClient browser, int user, List<string> pages, CancellationToken cancellationToken)
    {
        var random = new Random(user);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var page in pages.OrderBy(_ => random.Next()))
            {
                await Task.Delay(pause * (2 * random.NextDouble()), TimeProvider.System, cancellationToken);
                _times.GetOrAdd(page, _ => []).Add((await GetAsync(browser, page, cancellationToken)).Time);
            }
        }
    }

    /// <summary>As sent: a page, and the files that it asks for.</summary>
    private async Task WeighAsync(HttpClient browser, List<string> pages, CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            var (time, body) = await GetAsync(browser, page, cancellationToken);
            long bytes = body.Length;
            foreach (var asset in Asset().Matches(Encoding.UTF8.GetString(body)).Select(asset => asset.Groups["asset"].Value).Distinct(StringComparer.Ordinal))
            {
                bytes += (await GetAsync(browser, asset, cancellationToken)).Body.Length;
            }

            _bytes[page] = bytes;
            Console.WriteLine($"{page,-27} {time,6:F0} ms the first time");
        }
    }

    private static async Task<(double Time, byte[] Body)> GetAsync(HttpClient browser, string path, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await browser.GetAsync(path, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK ? (watch.Elapsed.TotalMilliseconds, body) : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    [GeneratedRegex("<a [^>]*href=\"(?<page>/dashboard[a-z/-]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("(href|src)=\"(?<asset>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Asset();

    [GeneratedRegex("name=\"token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
