namespace EngageBot.Reports.Html;

/// <summary>How the pages look. Colours come from the charts, so that words and pictures belong together. No "&lt;": the page is XML too.</summary>
internal static class PageStyles
{
    private const string Common =
        """
        :root { color-scheme: light dark; --page: #f4f6f8; --line: #dde3e8; --soft: #e8f1f6; --shade: 0 1px 2px rgba(20, 40, 60, .06); }
        @media screen and (prefers-color-scheme: dark) { :root { --page: #0d1115; --line: #29313a; --soft: #192833; --shade: none; } }
        * { box-sizing: border-box; }
        html { background: var(--page); color: var(--chart-ink); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        body { margin: 0; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        :focus-visible { outline: 3px solid var(--chart-accent); outline-offset: 2px; border-radius: 3px; }
        .lit { fill: var(--chart-accent); }
        .unlit { fill: var(--chart-quiet); }
        .ring { fill: none; stroke: var(--chart-accent); stroke-width: 2; }
        """;

    /// <summary>Of the report.</summary>
    public static string Css { get; } = $"{Common}\n{Layout}\n{Words}\n{Posts}\n{Tables}\n{Wide}\n{Print}";

    /// <summary>Of the card.</summary>
    public static string Card { get; } =
        Common +
        """

        main { max-width: 1248px; margin: 0 auto; padding: 24px; }
        main p { text-align: center; color: var(--chart-muted); font-size: 15px; }
        .chart-figure { max-width: 1200px; border-radius: 10px; overflow: hidden; box-shadow: 0 2px 14px rgba(20, 40, 60, .12); }
        @media (max-width: 600px) { main { padding: 12px; } }
        @media print { main p { display: none; } }
        """;

    private const string Layout =
        """
        body { max-width: 880px; margin: 0 auto; padding: 0 20px 48px; }
        .skip { position: absolute; left: -999em; }
        .skip:focus { position: static; display: inline-block; padding: 8px 0; }
        .top { padding: 32px 0 4px; }
        .brand { margin: 0 0 20px; color: var(--chart-muted); font-weight: 600; font-size: 15px; }
        .brand svg { vertical-align: -2px; margin-right: 4px; }
        h1 { margin: 0; font-size: 34px; line-height: 1.2; letter-spacing: -.01em; overflow-wrap: anywhere; }
        .extent { margin: 6px 0 0; color: var(--chart-muted); }
        nav ul { list-style: none; margin: 16px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 15px; }
        nav a { color: var(--chart-accent); text-decoration: none; display: inline-block; padding: 2px 0; }
        nav a:hover { text-decoration: underline; }
        section { margin-top: 44px; }
        h2 { margin: 0 0 12px; font-size: 22px; line-height: 1.3; }
        h3 { margin: 28px 0 8px; font-size: 17px; }
        p { margin: 0 0 12px; }
        .panel { background: var(--chart-surface); border-radius: 10px; box-shadow: var(--shade); padding: 20px 24px; }
        .chart-figure { margin: 0 0 16px; max-width: none; border-radius: 10px; overflow: hidden; box-shadow: var(--shade); }
        footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--chart-muted); font-size: 14px; }
        .quiet { color: var(--chart-muted); }
        """;

    private const string Words =
        """
        a.term { color: inherit; text-decoration: underline dotted var(--chart-axis); text-decoration-thickness: 2px; text-underline-offset: 4px; }
        a.term:hover { text-decoration-color: var(--chart-accent); }
        .lead { font-size: 20px; }
        .hero { display: flex; flex-wrap: wrap; gap: 20px 40px; align-items: center; padding: 28px; }
        .headline { flex: 1 1 300px; list-style: none; margin: 0; padding: 0; }
        .headline li { text-wrap: balance; font-size: 19px; line-height: 1.35; margin: 0 0 16px; }
        .headline li:last-child { margin-bottom: 0; }
        .headline strong { display: block; font-size: 40px; line-height: 1.1; letter-spacing: -.02em; }
        .headline li:first-child strong { font-size: 60px; color: var(--chart-accent); }
        .headline a.term { text-decoration-color: var(--line); }
        .dots { flex: 0 0 240px; margin: 0 auto; }
        .dots svg { display: block; width: 240px; height: auto; }
        .dots figcaption { margin-top: 8px; color: var(--chart-muted); font-size: 14px; text-align: center; }
        .facts { list-style: none; margin: 16px 0 0; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 230px), 1fr)); }
        .facts a { display: block; height: 100%; padding: 14px 18px; border-radius: 10px; background: var(--chart-surface); box-shadow: var(--shade);
          color: inherit; text-decoration: none; }
        .facts a:hover { background: var(--soft); }
        .facts strong { display: block; font-size: 24px; line-height: 1.2; }
        .facts span { color: var(--chart-muted); font-size: 15px; }
        .connectors { padding-left: 48px; columns: 2 320px; column-gap: 60px; }
        .connectors li { margin: 0 0 6px; break-inside: avoid; }
        .connectors bdi { font-weight: 600; }
        .connectors .quiet { display: block; font-size: 14px; }
        .pairs { list-style: none; margin: 0 0 12px; }
        .pairs li { margin: 0 0 10px; overflow-wrap: anywhere; }
        .pairs li:last-child { margin-bottom: 0; }
        .pairs li > bdi { font-weight: 600; }
        .pairs .quiet { display: block; font-size: 14px; }
        .reading { padding-left: 44px; }
        .reading li { margin: 0 0 6px; overflow-wrap: anywhere; }
        .words { margin: 0; }
        .words div { padding: 6px 12px; margin: 0 -12px 6px; border-radius: 8px; }
        .words div:target { background: var(--soft); }
        .words dt { font-weight: 600; }
        .words dd { margin: 0; max-width: 68ch; }
        """;

    private const string Posts =
        """
        .posts { list-style: none; margin: 0; padding: 0; }
        .posts > li { margin: 0 0 14px; }
        .post h3 { margin: 0; font-size: 16px; font-weight: 400; color: var(--chart-muted); overflow-wrap: anywhere; }
        .post h3 bdi { color: var(--chart-ink); font-weight: 600; }
        .post .meta { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 2px 0 10px; font-size: 14px; color: var(--chart-muted); }
        .post .kind { color: var(--chart-accent); font-weight: 600; }
        .post .waited { color: var(--chart-second); font-weight: 600; }
        p.words, summary.words, .long { padding: 0; margin: 0 0 12px; font-size: 17px; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 68ch; }
        .long p.words { margin-top: 0; }
        summary.beginning::after { content: " … show all"; color: var(--chart-accent); font-size: 15px; white-space: nowrap; }
        [open] > summary.beginning::after { content: ""; }
        .plan { margin: 0 0 10px; padding: 2px 0 2px 16px; border-left: 3px solid var(--chart-accent); font-size: 15px; }
        .plan p { margin: 0; color: var(--chart-muted); }
        .plan ol { list-style: none; margin: 0; padding: 0; }
        .plan li { margin: 4px 0; }
        .plan .why { display: block; color: var(--chart-muted); font-size: 14px; }
        .brief { padding: 14px 20px; }
        .brief .meta { margin-bottom: 6px; }
        .brief .id { overflow-wrap: anywhere; }
        .brief p.words { font-size: 15px; margin-bottom: 6px; }
        .brief .why { margin: 0; font-size: 14px; color: var(--chart-muted); }
        summary { cursor: pointer; color: var(--chart-accent); font-size: 15px; }
        summary.words { color: inherit; list-style: none; }
        summary.words::-webkit-details-marker { display: none; }
        .more { margin: 8px 0 16px; }
        .more > summary { padding: 6px 0; font-weight: 600; }
        .more[open] > summary { margin-bottom: 8px; }
        .lines { list-style: none; margin: 10px 0 0; padding: 0 0 0 16px; border-left: 3px solid var(--line); font-size: 15px; }
        .lines li { margin: 0 0 8px; overflow-wrap: anywhere; }
        .lines .who { display: block; font-size: 13px; color: var(--chart-muted); }
        .lines b { color: var(--chart-ink); }
        .lines .said { display: block; white-space: pre-wrap; }
        .lines .here { background: var(--soft); border-radius: 6px; padding: 6px 10px; margin-left: -10px; }
        """;

    private const string Tables =
        """
        .scroll { overflow-x: auto; margin: 0 0 12px; border-radius: 10px; background: var(--chart-surface); box-shadow: var(--shade); }
        table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.4; }
        caption { text-align: start; padding: 14px 16px 4px; color: var(--chart-muted); font-size: 14px; }
        th, td { padding: 8px 12px; vertical-align: top; border-top: 1px solid var(--line); }
        thead th { border-top: 0; vertical-align: bottom; font-weight: 600; color: var(--chart-muted); }
        th:first-child { padding-left: 16px; }
        td:last-child, th:last-child { padding-right: 16px; }
        tbody th { font-weight: 600; }
        .figure { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
        thead .figure { white-space: normal; min-width: 5em; }
        .text { text-align: start; }
        tbody th.text { min-width: 8em; max-width: 16em; overflow-wrap: break-word; }
        .nudges { min-width: 600px; }
        .nudges .when { font-weight: 400; white-space: nowrap; width: 1%; }
        .nudges .step { width: 50%; }
        .nudges .step p { margin: 0 0 4px; }
        .nudges .step bdi { font-weight: 600; }
        .nudges .about { overflow-wrap: anywhere; }
        .nudges .said, .nudges .why { display: block; color: var(--chart-muted); }
        """;

    private const string Wide =
        """
        @media (max-width: 600px) {
          body { padding: 0 14px 32px; }
          .panel, .hero { padding: 16px; }
          .connectors, .reading { padding-left: 36px; }
          h1 { font-size: 27px; }
          .headline li:first-child strong { font-size: 48px; }
          .headline strong { font-size: 32px; }
          nav ul { gap: 2px 14px; }
          .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
          .facts a { padding: 12px 14px; }
        }
        @media (min-width: 1180px) {
          body { max-width: 1140px; display: grid; grid-template-columns: 200px minmax(0, 880px); column-gap: 60px; align-content: start; }
          .skip, .top, main, footer { grid-column: 2; }
          nav { grid-column: 1; grid-row: 2 / span 3; }
          nav ul { position: sticky; top: 32px; display: block; margin-top: 44px; }
          nav li { margin: 0 0 6px; }
        }
        """;

    private const string Print =
        """
        @media print {
          html { background: #fff; }
          body { display: block; max-width: none; padding: 0; font-size: 11pt; }
          nav, .skip { display: none; }
          section { margin-top: 24px; }
          h2, h3 { break-after: avoid; }
          .panel, .facts a, .scroll, .chart-figure { box-shadow: none; border: 1px solid var(--line); }
          .post, .chart-figure, tr, .words div { break-inside: avoid; }
          .scroll { overflow: visible; }
          a { color: inherit; }
        }
        """;
}
