using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>
/// Somebody looks at pages in a window of his own. At its end nothing may have gone wrong: no error in the console, nothing that the policy of the pages forbids, and no request to
/// anywhere else.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly List<string> _expected = [];

    private Visit(IBrowserContext context, Uri home)
    {
        (_context, _home) = (context, home);
        context.Request += (_, request) => Check(request);
        context.Page += (_, page) => Watch(page);
    }

    public IPage Page { get; private set; } = null!;

    public IBrowserContext Context => _context;

    public IReadOnlyCollection<string> Faults => _faults;

    public static async Task<Visit> BeginAsync(IBrowserContext context, Uri home)
    {
        var visit = new Visit(context, home);
        await context.RouteAsync(address => !visit.IsHome(address), route => route.AbortAsync());
        visit.Page = await context.NewPageAsync();
        return visit;
    }

    /// <summary>An error that is bound to be told in the console, by some words of it.</summary>
    public void Expects(string words) => _expected.Add(words);

    /// <summary>Opens a page of the program.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Equal("", string.Join('\n', _faults.Where(fault => !_expected.Exists(words => fault.Contains(words, StringComparison.Ordinal)))));
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, fault) => _faults.Enqueue($"{page.Url}: {fault}");
    }

    private void Check(IRequest request)
    {
        if (!IsHome(request.Url))
        {
            _faults.Enqueue($"A request to {request.Url}");
        }
    }

    private bool IsHome(string address) => address.StartsWith("data:", StringComparison.Ordinal) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Authority == _home.Authority);
}
