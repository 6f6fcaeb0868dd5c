using System.Data.Common;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.Stats.Asking;
using EngageBot.Texts;

namespace EngageBot.Stats.Own;

/// <summary><c>/engage me</c>: what a member gave and received, and with whom he talks, for himself alone.</summary>
internal sealed class MeCommand(DbDataSource database, RulesBook rules, Visibility visibility, StatsAnswer stats, ChartImage charts) : ISlashCommand
{
    private readonly OwnReader _reader = new(database, rules, visibility, stats);

    public string Name => "me";

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (await _reader.ReadAsync(request.Member, request.At, cancellationToken) is not { } figures)
        {
            return new CommandReply.Says(texts["me.none"]);
        }

        if (!ShowsContacts(figures, request))
        {
            return new CommandReply.Says(OwnTexts.Of(figures, texts));
        }

        var svg = OwnTexts.ChartOf(figures, texts).ToSvg(new ChartLook(ChartTheme.Light, ChartLook.Chat));
        return await charts.ToPngAsync(svg, zoom: 2, cancellationToken) is { } png
            ? new CommandReply.Says(OwnTexts.Of(figures, texts)) { File = new ReplyFile("network.png", png) { Alt = OwnTexts.AltOf(figures, texts) } }
            : new CommandReply.Says(WithContacts(figures, texts));
    }

    /// <summary>The same, for places without pictures.</summary>
    public async Task<string> InWordsAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        await _reader.ReadAsync(request.Member, request.At, cancellationToken) is not { } figures ? texts["me.none"]
        : ShowsContacts(figures, request) ? WithContacts(figures, texts)
        : OwnTexts.Of(figures, texts);

    private static bool ShowsContacts(OwnFigures figures, CommandRequest request) => OwnPolicy.ShowsContacts(figures.Contacts.Count, hidesFew: request.Community.Platform == Platform.Slack);

    private static string WithContacts(OwnFigures figures, TextBook texts) => $"{OwnTexts.Of(figures, texts)}\n{OwnTexts.Contacts(figures, texts)}";
}
