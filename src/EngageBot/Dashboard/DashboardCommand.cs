using EngageBot.Commands;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>
/// <c>/engage-mod dashboard</c>: a link by which the moderator signs in to the pages, good once and for ten minutes. Where nobody said how these are reached, that, and the figures
/// in chat instead.
/// </summary>
internal sealed class DashboardCommand(DashboardAddress address, SignIns signIns, StatsAnswer stats) : ISlashCommand
{
    /// <summary>Where links lead, from <see cref="DashboardAddress.At"/>.</summary>
    private const string Enter = "dashboard/enter/";

    /// <summary>Where the pages need no sign-in, from the same.</summary>
    private const string Straight = "dashboard";

    public string Name => "dashboard";

    public bool IsForModerators => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (address is { IsOpen: true, At: { } open })
        {
            return new CommandReply.Says(texts["dashboard.link.open"]) { Link = new Uri(open, Straight) };
        }

        if (address.At is { } at)
        {
            var token = await signIns.OfferAsync(request.By, cancellationToken);
            return new CommandReply.Says(texts[at.IsLoopback ? "dashboard.link.here" : "dashboard.link"]) { Link = new Uri(at, Enter + token) };
        }

        var scope = new LiveScope(request.Community, Channel: null, StatsAnswer.Usual, request.At);
        return await stats.ToAsync(scope, channel: null, isForModerators: true, texts, cancellationToken) is CommandReply.Says figures
            ? figures with { Text = $"{texts["dashboard.no-address"]}\n\n{figures.Text}" }
            : new CommandReply.Says(texts["dashboard.no-address"]);
    }
}
