using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

/// <summary>Reads back what was drawn.</summary>
internal static class Svg
{
    public static readonly ChartLook Light = new(ChartTheme.Light);

    private static readonly XmlReaderSettings Strict = new() { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit };

    public static XElement Parse(string svg)
    {
        using var reader = XmlReader.Create(new StringReader(svg), Strict);
        return XDocument.Load(reader).Root!;
    }

    public static XElement Draw(Chart chart) => Parse(chart.ToSvg(Light));

    public static IReadOnlyList<XElement> All(this XElement svg, string name) => [.. svg.Descendants().Where(element => element.Name.LocalName == name)];

    public static IReadOnlyList<string> Words(this XElement svg) => [.. svg.All("text").Select(text => text.Value)];

    public static IReadOnlyList<XElement> WithTip(this XElement svg, string name) => [.. svg.All(name).Where(element => Tip(element).Length > 0)];

    public static string Tip(this XElement element) => element.Elements().FirstOrDefault(child => child.Name.LocalName == "title")?.Value ?? "";

    public static double Number(this XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
