namespace EngageBot.Charts;

/// <summary>How a chart is to be rendered.</summary>
/// <param name="Theme">Which colours.</param>
/// <param name="Width">The width in pixels it is laid out for; text keeps its size, so a narrow chart is no shrunken wide one.</param>
/// <param name="Id">Prefix of the ids inside; only needed where one page shows the very same chart twice.</param>
public sealed record ChartLook(ChartTheme Theme, int Width = ChartLook.Wide, string? Id = null)
{
    /// <summary>A column of a page on a desk.</summary>
    public const int Wide = 720;

    /// <summary>A telephone.</summary>
    public const int Narrow = 360;

    /// <summary>Discord shows pictures about this wide, Slack smaller: the text stays readable in both.</summary>
    public const int Chat = 560;

    internal const int Least = 300;
    internal const int Most = 1600;
}
