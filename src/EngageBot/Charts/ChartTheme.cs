namespace EngageBot.Charts;

/// <summary>Where a chart will be seen, which decides its colours.</summary>
public enum ChartTheme
{
    /// <summary>Inline in a web page: colours are the custom properties of <see cref="ChartStyles"/>, so the chart follows the page's theme.</summary>
    Page,

    /// <summary>A picture of its own on a light ground, with literal colours.</summary>
    Light,

    /// <summary>A picture of its own on a dark ground, with literal colours.</summary>
    Dark,
}
