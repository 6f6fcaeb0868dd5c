namespace EngageBot.Charts.Drawing;

/// <summary>
/// The colours of a chart, by what they are for. Text colours have a contrast of 4.5 or more on the surface and shapes 3 or more (WCAG AA);
/// neighbours differ in lightness as well as in hue, so that nothing depends on telling red from green.
/// </summary>
internal sealed record Palette
{
    private const string Prefix = "--chart-";

    public static Palette Light { get; } = new()
    {
        Surface = "#ffffff",
        Ink = "#1b2126",
        Muted = "#59636e",
        Grid = "#e9ecef",
        Axis = "#bcc4cc",
        Track = "#f1f4f6",
        Quiet = "#d3dae0",
        Accent = "#1b6b93",
        Second = "#b4531a",
        OneWay = "#8a96a3",
        Groups = ["#1b6b93", "#c2641c", "#2a8064", "#7a5aa6", "#b3456b", "#7c7420"],
        Heat = ["#e4eff5", "#bfdbe9", "#8bbcd6", "#5299be", "#2674a0", "#0f4c72"],
    };

    public static Palette Dark { get; } = new()
    {
        Surface = "#14191f",
        Ink = "#e8ecf0",
        Muted = "#9ba7b4",
        Grid = "#252c35",
        Axis = "#465260",
        Track = "#1e252d",
        Quiet = "#36414d",
        Accent = "#5fb4dc",
        Second = "#f0a165",
        OneWay = "#6f7c8a",
        Groups = ["#5fb4dc", "#f0a165", "#58c09a", "#b79be0", "#ea86a8", "#cdc25a"],
        Heat = ["#1c2f3d", "#1f475f", "#286685", "#3a89ae", "#64b0d3", "#abdcf3"],
    };

    public required string Surface { get; init; }

    /// <summary>Text that is to be read.</summary>
    public required string Ink { get; init; }

    /// <summary>Text that explains.</summary>
    public required string Muted { get; init; }

    public required string Grid { get; init; }

    public required string Axis { get; init; }

    /// <summary>The empty part of a bar.</summary>
    public required string Track { get; init; }

    /// <summary>Shapes in the background: count bars, dots that are off.</summary>
    public required string Quiet { get; init; }

    public required string Accent { get; init; }

    public required string Second { get; init; }

    public required string OneWay { get; init; }

    /// <summary>Communities within a network.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>From little to much.</summary>
    public required IReadOnlyList<string> Heat { get; init; }

    private static Palette Page { get; } = Light.Map((name, colour) => $"var({Prefix}{name}, {colour})");

    public static Palette For(ChartTheme theme) => theme switch
    {
        ChartTheme.Light => Light,
        ChartTheme.Dark => Dark,
        _ => Page,
    };

    /// <summary>The declarations of the custom properties, for a style sheet.</summary>
    public string ToCss()
    {
        var declarations = new List<string>();
        Map((name, colour) =>
        {
            declarations.Add($"{Prefix}{name}: {colour};");
            return colour;
        });
        return string.Join(' ', declarations);
    }

    private Palette Map(Func<string, string, string> map) => new()
    {
        Surface = map("surface", Surface),
        Ink = map("ink", Ink),
        Muted = map("muted", Muted),
        Grid = map("grid", Grid),
        Axis = map("axis", Axis),
        Track = map("track", Track),
        Quiet = map("quiet", Quiet),
        Accent = map("accent", Accent),
        Second = map("second", Second),
        OneWay = map("one-way", OneWay),
        Groups = [.. Groups.Select((colour, index) => map($"group-{index + 1}", colour))],
        Heat = [.. Heat.Select((colour, index) => map($"heat-{index + 1}", colour))],
    };
}
