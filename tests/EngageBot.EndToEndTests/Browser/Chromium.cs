using Microsoft.Playwright;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>The browser of the machine, one for all tests; each visit has its own cookies.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);

    /// <summary>Nothing of its own is asked of the network.</summary>
    private static IReadOnlyList<string> Arguments =>
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
    ];

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
    }

    /// <param name="home">The only place to which it may speak.</param>
    internal async Task<Visit> VisitAsync(Uri home, bool hasScripts = true, bool isDark = false, bool isPhone = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = home.GetLeftPart(UriPartial.Authority),
            JavaScriptEnabled = hasScripts,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1_280, Height = 900 },
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await Visit.BeginAsync(context, home);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
