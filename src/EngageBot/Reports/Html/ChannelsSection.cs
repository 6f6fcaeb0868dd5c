using EngageBot.Charts;
using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>Which channels answer, and in which members only listen.</summary>
internal static class ChannelsSection
{
    private const int RowsShown = 25;

    /// <summary>A share of fewer posts says nothing beside one of hundreds.</summary>
    private const int EnoughPosts = 5;

    private static TableColumn<ChannelFigures> Name { get; } = new("Channel", channel => Words.Channel(channel.Name), IsName: true);

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        var channels = report.Figures.Channels;
        if (channels.Count == 0)
        {
            html.Say("p", "There are no channels in this history.", ("class", "quiet"));
            return;
        }

        if (channels.Count(IsComparable) > 1)
        {
            html.Chart(Chart(channels), "channels-rate");
        }

        WriteOneWay(html, [.. channels.Where(channel => channel.IsOneWay)]);
        Fold.Write(html, channels, RowsShown, "channel", (rows, _) => WriteTable(html, rows));
        WriteMore(html, channels);
    }

    private static bool IsComparable(ChannelFigures channel) => Findings.Judged(channel.Posts) >= EnoughPosts;

    private static BarChart Chart(IReadOnlyList<ChannelFigures> channels) => new()
    {
        Title = "Which channels answer",
        Caption = $"Response rate; n is the number of posts. Channels with at least {EnoughPosts} posts",
        Unit = ChartUnit.Percent,
        Bars =
        [
            .. channels.Where(IsComparable).Select(channel => new Bar(
                Words.Channel(channel.Name), channel.Posts.ResponseRate!.Value * 100, $"n={Words.Number(Findings.Judged(channel.Posts))}")),
        ],
    };

    private static void WriteOneWay(HtmlWriter html, IReadOnlyList<ChannelFigures> channels)
    {
        if (channels.Count == 0)
        {
            return;
        }

        using (html.In("p"))
        {
            html.Defined(Definitions.OneWay, channels.Count == 1 ? "One channel is one-way" : $"{channels.Count} channels are one-way").Text(", members only listen: ");
            for (var index = 0; index < channels.Count; index++)
            {
                html.Text(index == 0 ? string.Empty : ", ").Name(Words.Channel(channels[index].Name));
                html.Text($" ({Words.Counted(channels[index].Messages, "message")} by {Words.People(channels[index].People)})");
            }

            html.Text(".");
        }
    }

    private static void WriteTable(HtmlWriter html, IEnumerable<ChannelFigures> channels) =>
        DataTable.Write(html, "Channels, those with most messages first", channels,
        [
            Name,
            new("Messages", channel => Words.Number(channel.Messages)),
            new("People", channel => Words.Number(channel.People)),
            .. PostColumns.Main<ChannelFigures>(channel => channel.Posts, channel => channel.Times),
            new("One-way", channel => channel.IsOneWay ? "yes" : "no") { Definition = Definitions.OneWay },
        ]);

    private static void WriteMore(HtmlWriter html, IEnumerable<ChannelFigures> channels)
    {
        using (html.In("details", ("class", "more")))
        {
            html.Say("summary", "More figures per channel");
            DataTable.Write(html, "More figures per channel", channels,
            [
                Name,
                .. PostColumns.More<ChannelFigures>(channel => channel.Posts, channel => channel.Times),
                new("Unanswered after", channel => Words.Duration(channel.Wait)) { Definition = Definitions.NotObserved },
            ]);
        }
    }
}
