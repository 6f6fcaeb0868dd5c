using System.Data.Common;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary>Answers who asks for figures: some lines, and a picture where one can be made.</summary>
internal sealed class StatsAnswer(DbDataSource database, RulesBook rules, ChartImage charts) : IDisposable
{
    /// <summary>Four weeks, so that each day of the week counts as often now as before.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(28);

    private const int TextWidth = 60;

    private readonly LiveFiguresReader _figures = new(database, rules);
    private readonly ActionReader _actions = new(database, rules);

    /// <summary>One at a time: members may ask all at once, and each question reads months.</summary>
    private readonly SemaphoreSlim _place = new(1);

    /// <param name="channel">What the channel is called, where it is about one.</param>
    public async Task<CommandReply> ToAsync(LiveScope scope, string? channel, bool isForModerators, TextBook texts, CancellationToken cancellationToken)
    {
        var (figures, actions) = await FiguresAsync(scope, isForModerators, cancellationToken);
        var days = (int)scope.Length.TotalDays;
        if (figures is null || figures.Now.Messages == 0)
        {
            return new CommandReply.Says(texts["stats.none"]);
        }

        var isSlack = scope.Community.Platform == Platform.Slack;
        if (isSlack && figures.Now.People < StatsTexts.FewestPeople)
        {
            return new CommandReply.Says(texts["stats.few-people"]);
        }

        var text = StatsTexts.Of(figures, actions!, new StatsReader(days, channel, isForModerators, HidesFew: isSlack), texts);
        if (StatsChart.Of(figures.Now, days, channel, texts) is not { } chart)
        {
            return new CommandReply.Says(text);
        }

        return await charts.ToPngAsync(chart.ToSvg(new ChartLook(ChartTheme.Light, ChartLook.Chat)), zoom: 2, cancellationToken) is { } png
            ? new CommandReply.Says(text) { File = new ReplyFile("stats.png", png) { Alt = StatsChart.InWords(figures.Now, texts) } }
            : new CommandReply.Says($"{text}\n{chart.ToText(TextWidth)}");
    }

    /// <summary>Null where nothing is known of the community, or of the channel.</summary>
    /// <param name="namesConnectors">Those who hold people together are to be named, where the platform allows it.</param>
    public async Task<(LiveFigures? Figures, ActionFigures? Actions)> FiguresAsync(LiveScope scope, bool namesConnectors, CancellationToken cancellationToken)
    {
        await _place.WaitAsync(cancellationToken);
        try
        {
            return await _figures.ReadAsync(scope, cancellationToken) is { } figures
                ? (figures, await _actions.ReadAsync(scope, namesConnectors && scope.Community.Platform != Platform.Slack ? figures.Now.Connectors.First : [], cancellationToken))
                : (null, null);
        }
        finally
        {
            _place.Release();
        }
    }

    /// <summary>The names of those who hold people together, as they are now, where the platform allows it.</summary>
    public Task<IReadOnlyList<string>> ConnectorsAsync(CommunityId community, LiveFigures figures, CancellationToken cancellationToken) =>
        _actions.NamesAsync(community.Platform != Platform.Slack ? figures.Now.Connectors.First : [], cancellationToken);

    public void Dispose() => _place.Dispose();
}
