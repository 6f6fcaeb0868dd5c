using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>What keeps people from using a page: by the rules of axe, and by what these do not look at.</summary>
internal static class Accessibility
{
    private const int MostStops = 600;

    /// <summary>So many stops are gone to before it is looked which they were.</summary>
    private const int Round = 20;

    /// <summary>Names everything that can be used and is to be seen, and says so.</summary>
    private const string Number =
        """
        () => {
            const all = [...document.querySelectorAll("a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary")].filter(one => one.checkVisibility());
            all.forEach((one, index) => one.dataset.stop = index);
            document.activeElement?.blur();
            return all.map(one => one.outerHTML.slice(0, 160));
        }
        """;

    /// <summary>Notes from now on whatever has the focus, and whether that is to be seen.</summary>
    private const string Watch =
        """
        () => {
            window.stops = [];
            document.addEventListener("focusin", event => {
                const style = getComputedStyle(event.target);
                const isSeen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
                window.stops.push(`${event.target.dataset.stop ?? -1} ${isSeen}`);
            });
        }
        """;

    /// <summary>What hangs over the edge of the window, where nothing lets it be moved into sight.</summary>
    private const string Hidden =
        """
        () => {
            const faults = document.documentElement.scrollWidth > innerWidth ? [`The page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}.`] : [];
            const mayMove = one => { for (let box = one; box; box = box.parentElement) { if (/auto|scroll/.test(getComputedStyle(box).overflowX)) { return true; } } return false; };
            for (const one of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
                const box = one.getBoundingClientRect();
                if (one.checkVisibility() && one.className !== "skip" && (box.left < -1 || box.right > innerWidth + 1) && !mayMove(one)) { faults.push(`Out of sight: ${one.outerHTML.slice(0, 160)}`); }
                if (one.checkVisibility() && one.className !== "skip" && (box.width < 24 || box.height < 20) && getComputedStyle(one).display !== "inline") { faults.push(`Too small: ${one.outerHTML.slice(0, 160)}`); }
            }
            return faults;
        }
        """;

    /// <summary>What of axe's rules is different in other colours and in a narrow window.</summary>
    private static readonly RunOnlyOptions Looks = new() { Type = "rule", Values = ["color-contrast", "scrollable-region-focusable", "target-size"] };

    /// <summary>Empty where nothing is wrong.</summary>
    /// <param name="looksOnly">The same page was looked at in full in other colours.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, bool looksOnly = false)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = looksOnly ? Looks : null });
        List<string> faults = [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html[..Math.Min(200, node.Html.Length)]}"))];
        if (await page.Locator("h1").CountAsync() != 1)
        {
            faults.Add("There is not one h1.");
        }

        faults.AddRange(await page.EvaluateAsync<string[]>(Hidden));
        return [.. faults.Select(fault => $"{new Uri(page.Url).AbsolutePath}: {fault}")];
    }

    /// <summary>What cannot be reached by the key for it, or does not show that it was.</summary>
    public static async Task<IReadOnlyList<string>> UnreachedAsync(IPage page)
    {
        var all = await page.EvaluateAsync<string[]>(Number);
        var unreached = Enumerable.Range(0, all.Length).ToHashSet();
        List<string> faults = [];
        await page.EvaluateAsync(Watch);
        for (var stops = 0; stops < MostStops && unreached.Count > 0; stops += Round)
        {
            for (var stop = 0; stop < Round; stop++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            foreach (var words in (await page.EvaluateAsync<string[]>("() => window.stops.splice(0)")).Select(stop => stop.Split(' ')))
            {
                if (int.TryParse(words[0], out var number) && number >= 0 && unreached.Remove(number) && words[1] != "true")
                {
                    faults.Add($"No focus to be seen: {all[number]}");
                }
            }
        }

        faults.AddRange(unreached.Select(number => $"Not reached: {all[number]}"));
        return [.. faults.Select(fault => $"{new Uri(page.Url).AbsolutePath}: {fault}")];
    }
}
