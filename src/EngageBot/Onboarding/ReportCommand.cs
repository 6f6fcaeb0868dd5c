using System.Data.Common;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>
/// <c>/engage-mod report</c>: what moderators were told at the beginning (<see cref="FirstReport"/>), over the 30 days before now: a picture, five posts that still wait, and what the
/// bot does about each. Of channels that the moderator cannot read nothing is in it.
/// </summary>
internal sealed class ReportCommand(DbDataSource database, RulesBook rules, IEnumerable<IChatPlatform> platforms, Visibility visibility, ChartImage charts) : ISlashCommand
{
    public string Name => "report";

    public bool IsForModerators => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, cancellationToken) is not { } findings)
        {
            return new CommandReply.Says(texts["findings.none"]);
        }

        var chart = FindingsTexts.ChartOf(findings, texts);
        var png = chart is null ? null : await charts.ToPngAsync(chart.ToSvg(new ChartLook(ChartTheme.Light, ChartLook.Chat)), zoom: 2, cancellationToken);
        var platform = platforms.FirstOrDefault(one => one.Platform == request.Community.Platform);
        return new CommandReply.Says(FindingsTexts.Of(findings, isPictured: png is not null, place => platform?.LinkTo(place), texts))
        {
            File = png is null ? null : new ReplyFile("report.png", png) { Alt = FindingsTexts.AltOf(chart!) },
        };
    }

    private async Task<FirstFindings?> FindAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new KnownCommunityQuery(session).FindAsync(request.Community, cancellationToken) is { } community
            ? await (await new FindingsReader(session, rules).ReadAsync(community, request.At, cancellationToken)).SeenByAsync(request.Member, visibility, cancellationToken)
            : null;
    }
}
