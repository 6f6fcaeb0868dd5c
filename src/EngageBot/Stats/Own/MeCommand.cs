using System.Data.Common;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.Stats.Asking;
using EngageBot.Texts;

namespace EngageBot.Stats.Own;

/// <summary><c>/engage me</c>: what a member gave and received, and with whom he talks, for himself alone.</summary>
internal sealed class MeCommand(DbDataSource database, Visibility visibility, StatsAnswer stats, ChartImage charts) : ISlashCommand
{
    private readonly OwnReader _reader = new(database, visibility, stats);

    public string Name => "me";

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (await _reader.ReadAsync(request.Member, request.At, cancellationToken) is not { } figures)
        {
            return new CommandReply.Says(texts["me.none"]);
        }

        var text = OwnTexts.Of(figures, texts);
        if (!OwnPolicy.ShowsContacts(figures.Contacts.Count, hidesFew: request.Community.Platform == Platform.Slack))
        {
            return new CommandReply.Says(text);
        }

        var svg = OwnTexts.ChartOf(figures, texts).ToSvg(new ChartLook(ChartTheme.Light, ChartLook.Chat));
        return await charts.ToPngAsync(svg, zoom: 2, cancellationToken) is { } png
            ? new CommandReply.Says(text) { File = new ReplyFile("network.png", png) { Alt = OwnTexts.AltOf(figures, texts) } }
            : new CommandReply.Says($"{text}\n{OwnTexts.Contacts(figures, texts)}");
    }
}
