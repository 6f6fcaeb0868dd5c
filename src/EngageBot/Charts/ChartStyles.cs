using EngageBot.Charts.Drawing;

namespace EngageBot.Charts;

/// <summary>What a page needs to show charts in its own theme.</summary>
public static class ChartStyles
{
    /// <summary>
    /// A style sheet: the custom properties for light and dark (the reader's preference, or <c>data-theme="light"</c> or <c>"dark"</c> on the root
    /// element), and which of the two renderings of a <see cref="ChartFigure"/> is shown. A page may override every property.
    /// </summary>
    public static string Css { get; } =
        $$"""
        :root { {{Palette.Light.ToCss()}} }
        @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { {{Palette.Dark.ToCss()}} } }
        :root[data-theme="dark"] { {{Palette.Dark.ToCss()}} }
        .chart { display: block; width: 100%; height: auto; }
        .chart-spot:hover { fill: var(--chart-track); }
        .chart-figure { margin: 0; max-width: 960px; container-type: inline-size; }
        .chart-figure > .chart-wide { display: none; }
        @container (min-width: 560px) {
          .chart-figure > .chart-narrow { display: none; }
          .chart-figure > .chart-wide { display: block; }
        }
        """;
}
