using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>The same figures as the command <c>stats</c> gives moderators, for pages.</summary>
internal sealed class FigurePages(StatsAnswer answer, TimeProvider clock)
{
    /// <summary>Several look at them at once, and they are of months.</summary>
    private readonly KeptAnswers<LiveScope, (LiveFigures? Figures, ActionFigures? Actions)> _kept = new(clock);

    /// <param name="days">From 1 to 365.</param>
    public async Task<Overview> OverviewAsync(Asker by, int days, TextBook texts, CancellationToken cancellationToken)
    {
        var page = new Overview { Days = days, Definitions = Definitions(texts) };
        if (await ReadAsync(by, days, texts, cancellationToken, OverviewCharts.PointOf(days)) is not { Figures: { } figures } read)
        {
            return page with { WhyNone = texts["stats.none"] };
        }

        if (read.WhyNone is { } why)
        {
            return page with { WhyNone = why };
        }

        return page with
        {
            Figures = StatsTexts.Lines(figures, read.Actions!, ReaderOf(by, days), texts),
            Pictures = OverviewCharts.Of(figures, days, page.Definitions, texts),
        };
    }

    /// <summary>What figures mean: a post, the response rate, times, the two-way share, and more.</summary>
    public static IReadOnlyList<string> Definitions(TextBook texts) => [.. texts["help.stats"].Split('\n').Skip(1).Select(line => line.TrimStart('•', ' '))];

    /// <summary>Those about people; or, in words, why there are none.</summary>
    public async Task<(IReadOnlyList<StatsLine> Lines, string? WhyNone)> PeopleAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        var days = (int)StatsAnswer.Usual.TotalDays;
        var read = await ReadAsync(by, days, texts, cancellationToken);
        return read is { Figures: { } figures, WhyNone: null } ? ([.. StatsTexts.People(figures, read.Actions!, ReaderOf(by, days), texts)], null) : ([], read.WhyNone);
    }

    /// <summary>That about introductions; null where nothing is known yet.</summary>
    public async Task<StatsLine?> IntroductionsAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        var days = (int)StatsAnswer.Usual.TotalDays;
        var read = await ReadAsync(by, days, texts, cancellationToken);
        return read is { Figures: { } figures, WhyNone: null } ? StatsTexts.Introductions(figures, read.Actions!, ReaderOf(by, days), texts) : null;
    }

    private async Task<(LiveFigures? Figures, ActionFigures? Actions, string? WhyNone)> ReadAsync(
        Asker by, int days, TextBook texts, CancellationToken cancellationToken, TimeSpan? point = null)
    {
        var scope = new LiveScope(by.Community, Channel: null, TimeSpan.FromDays(days), by.At) { Point = point };
        var (figures, actions) = await _kept.ReadAsync(scope with { Now = default }, by.At, stop => answer.FiguresAsync(scope, namesConnectors: false, stop), cancellationToken);
        actions = figures is null || actions is null ? actions : actions with { Connectors = await answer.ConnectorsAsync(by.Community, figures, cancellationToken) };
        return figures is null || figures.Now.Messages == 0 ? (null, null, texts["stats.none"])
            : by.Community.Platform == Platform.Slack && figures.Now.People < StatsTexts.FewestPeople ? (figures, actions, texts["stats.few-people"])
            : (figures, actions, null);
    }

    private static StatsReader ReaderOf(Asker by, int days) => new(days, Channel: null, IsForModerators: true, HidesFew: by.Community.Platform == Platform.Slack);
}
