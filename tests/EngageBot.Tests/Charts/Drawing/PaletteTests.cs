using System.Globalization;
using EngageBot.Charts;
using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class PaletteTests
{
    private const double ForText = 4.5;
    private const double ForShapes = 3;

    public static TheoryData<bool> Themes => [true, false];

    [Fact]
    public void Contrast_is_computed_as_the_guidelines_say()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(4.54, Contrast("#767676", "#ffffff"), 2);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_can_be_read(bool dark)
    {
        var palette = Of(dark);

        Assert.All([palette.Ink, palette.Muted, palette.Accent, palette.Second], colour => Assert.True(Contrast(colour, palette.Surface) >= ForText, colour));
        Assert.True(Contrast(palette.Muted, palette.Track) >= ForText);
        Assert.All(palette.Groups, group => Assert.True(Contrast(palette.Ink, Mix(group, palette.Surface, 0.08)) >= ForText, group));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Shapes_can_be_seen(bool dark)
    {
        var palette = Of(dark);

        Assert.All([.. palette.Groups, palette.OneWay], colour => Assert.True(Contrast(colour, palette.Surface) >= ForShapes, colour));
        Assert.True(Contrast(palette.Accent, palette.Quiet) >= ForShapes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void More_heat_always_differs_more_from_the_ground(bool dark)
    {
        var palette = Of(dark);
        var contrasts = palette.Heat.Select(colour => Contrast(colour, palette.Surface)).ToList();

        Assert.All(contrasts.Zip(contrasts.Skip(1)), pair => Assert.True(pair.Second > pair.First * 1.2));
    }

    [Fact]
    public void A_page_has_every_property_in_both_themes()
    {
        var names = NamesIn(Palette.Light);

        Assert.Equal(22, names.Count);
        Assert.Equal(names, NamesIn(Palette.Dark));
        Assert.All(names, name => Assert.Equal(4, ChartStyles.Css.Split(name + ":").Length)); // light, dark by preference, dark by choice
        Assert.All(names, name => Assert.StartsWith("--chart-", name, StringComparison.Ordinal));
    }

    private static List<string> NamesIn(Palette palette) =>
        [.. palette.ToCss().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(':')[0])];

    private static Palette Of(bool dark) => Palette.For(dark ? ChartTheme.Dark : ChartTheme.Light);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var linear = Channels(colour).Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static string Mix(string top, string ground, double opacity)
    {
        var mixed = Channels(top).Zip(Channels(ground), (one, other) => (int)Math.Round(((one * opacity) + (other * (1 - opacity))) * 255));
        return "#" + string.Concat(mixed.Select(channel => channel.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static List<double> Channels(string colour) =>
        [.. Enumerable.Range(0, 3).Select(index => int.Parse(colour.AsSpan(1 + (index * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];
}
