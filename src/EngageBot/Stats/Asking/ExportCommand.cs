using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary><c>/engage-mod export [format] [days]</c>: the figures of the channels that everybody can read, as a file. Not a word that anybody wrote, and nobody's name.</summary>
internal sealed class ExportCommand(StatsAnswer answer) : ISlashCommand
{
    private const string Format = "format";
    private const string Days = "days";
    private const string AsCsv = "csv";
    private const string AsJson = "json";
    private const int MostDays = 365;

    public string Name => "export";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Format, CommandOptionKind.Text) { Choices = [AsCsv, AsJson] }, new(Days, CommandOptionKind.Number)];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var given = (request as CommandRequest.Typed)?.Options;
        var (format, days) = (given?.GetValueOrDefault(Format) ?? AsCsv, (int)StatsAnswer.Usual.TotalDays);
        if (format is not (AsCsv or AsJson)
            || (given?.GetValueOrDefault(Days) is { } written && (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > MostDays)))
        {
            return new CommandReply.Complains(format is AsCsv or AsJson ? Days : Format, texts["export.usage"]);
        }

        var scope = new LiveScope(request.Community, Channel: null, TimeSpan.FromDays(days), request.At);
        var (figures, actions) = await answer.FiguresAsync(scope, namesConnectors: false, cancellationToken);
        if (figures is null || figures.Now.Messages == 0)
        {
            return new CommandReply.Says(texts["stats.none"]);
        }

        var isSlack = request.Community.Platform == Platform.Slack;
        if (isSlack && figures.Now.People < StatsTexts.FewestPeople)
        {
            return new CommandReply.Says(texts["stats.few-people"]);
        }

        var rows = ExportedFigures.Of(figures, actions!, hidesFew: isSlack);
        return new CommandReply.Says(texts.Of("export.done", ("days", days.ToString(CultureInfo.InvariantCulture))))
        {
            File = format == AsJson ? new ReplyFile("figures.json", FigureFiles.Json(rows)) : new ReplyFile("figures.csv", FigureFiles.Csv(rows)),
        };
    }
}
