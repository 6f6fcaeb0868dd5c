using System.Net;
using EngageBot.Host.Configuration;
using EngageBot.Host.Playground;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Host.Web.Playground;
using EngageBot.Members;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.CommandLine;

/// <summary>The Playground, until the program is told to stop: nothing of it is left then.</summary>
internal static class PlaygroundRun
{
    /// <summary>Where the port is taken by another program, the next ones are tried.</summary>
    private const int MostPorts = 10;

    /// <param name="history">The past of its community; null for the sample that comes with the program.</param>
    public static Task<int> RunAsync(string? history, CancellationToken cancellationToken) =>
        RunAsync(history ?? SampleRun.Path, HostConfiguration.Web(), TimeProvider.System, cancellationToken);

    public static async Task<int> RunAsync(string history, IPEndPoint listen, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!IPAddress.IsLoopback(listen.Address))
        {
            throw new ConfigurationException($"{WebOptions.Section}:{nameof(WebOptions.Listen)} is {listen}, but the Playground is for this machine alone: it has no sign-in. Give it an address like http://127.0.0.1:5080.");
        }

        using var logging = LoggerFactory.Create(log => log.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        var site = new PlaygroundSite(clock, logging.CreateLogger<PlaygroundSite>());
        using var dropped = new PlaygroundDrop(ErasureKey.Find(HostConfiguration.ErasureKeyPath(HostConfiguration.Database().Path)), clock);
        using var pages = new PlaygroundWeb(site, dropped, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var moderators = new PlaygroundDashboard(site, clock, logging.CreateLogger<PageFaults>());
        var serving = ServeAsync(listen, [WebPages.Part, moderators.Part, pages.Part], site, clock, stop.Token);
        var living = site.RunAsync(history, stop.Token);
        var first = await Task.WhenAny(serving, living);
        await stop.CancelAsync();
        await Task.WhenAll(serving, living).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellationToken.IsCancellationRequested)
        {
            await first;
        }

        return ExitCode.Done;
    }

    private static async Task ServeAsync(IPEndPoint listen, IReadOnlyList<WebPart> parts, PlaygroundSite site, TimeProvider clock, CancellationToken cancellationToken)
    {
        void ListensAt(Uri address)
        {
            site.Pages.At = address;
            Say(address);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await new WebServer(listen, parts, clock, NullLogger<WebServer>.Instance) { Listening = ListensAt }.RunAsync(cancellationToken);
                return;
            }
            catch (ConfigurationException) when (attempt < MostPorts && listen.Port is > 0 and < IPEndPoint.MaxPort)
            {
                Console.WriteLine($"Port {listen.Port} is taken by another program; trying {listen.Port + 1}.");
                listen = new IPEndPoint(listen.Address, listen.Port + 1);
            }
        }
    }

    private static void Say(Uri address)
    {
        Console.WriteLine();
        Console.WriteLine("  EngageBot Playground: a small chat with the real bot in it. Open this in a browser:");
        Console.WriteLine();
        Console.WriteLine($"    {address.GetLeftPart(UriPartial.Authority)}");
        Console.WriteLine();
        Console.WriteLine("  No platform is configured, so nothing leaves this machine. Ctrl+C ends it and removes its files.");
        Console.WriteLine("  For the report of the sample community: engagebot sample. For your own history: engagebot replay export.zip --report report.html");
    }
}
