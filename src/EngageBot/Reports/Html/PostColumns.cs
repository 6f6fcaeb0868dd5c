using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>The columns that tell what came of posts, the same in every table.</summary>
internal static class PostColumns
{
    private const string None = "–";

    public static IReadOnlyList<TableColumn<T>> Main<T>(Func<T, PostFigures> posts, Func<T, ResponseTimes?> times) =>
    [
        new("Posts", row => Words.Number(posts(row).Posts)) { Definition = Definitions.Post },
        new("Response rate", row => posts(row).ResponseRate is { } rate ? Words.Percent(rate) : None) { Definition = Definitions.ResponseRate },
        new("Median", row => times(row) is { } known ? Words.Duration(known.Median) : None) { Definition = Definitions.FirstReply },
        new("Nine in ten", row => times(row) is { } known ? Words.Duration(known.P90) : None) { Definition = Definitions.FirstReply },
    ];

    public static IReadOnlyList<TableColumn<T>> More<T>(Func<T, PostFigures> posts, Func<T, ResponseTimes?> times) =>
    [
        new("Answered", row => Words.Number(posts(row).Answered)),
        new("Unanswered", row => Words.Number(posts(row).Unanswered)),
        new("Too soon to say", row => Words.Number(posts(row).NotObserved)) { Definition = Definitions.NotObserved },
        new("Replied within 1 h", row => times(row) is { } known ? Words.Percent(known.WithinAnHour) : None),
        new("Replied within 24 h", row => times(row) is { } known ? Words.Percent(known.WithinADay) : None),
    ];
}
