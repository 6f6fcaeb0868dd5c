using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace EngageBot.Tests.Reports.Html;

/// <summary>Reads a page back, as strictly as XML is.</summary>
internal static class Page
{
    private static readonly XmlReaderSettings Strict = new() { CheckCharacters = true, DtdProcessing = DtdProcessing.Ignore };

    public static XElement Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), Strict);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    public static IEnumerable<XElement> All(this XElement page, string name) => page.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>What a reader sees, in one line.</summary>
    public static string Words(this XElement element)
    {
        var words = new StringBuilder();
        foreach (var text in element.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name.LocalName != "style"))
        {
            words.Append(text.Value);
        }

        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Elements and attributes in order, without what stands in them and without pictures.</summary>
    public static string Skeleton(this XElement element) => element.Name.LocalName == "svg" ? "svg"
        : $"{element.Name.LocalName}[{string.Join(' ', element.Attributes().Select(attribute => attribute.Name.LocalName))}]" +
          $"({string.Join(',', element.Elements().Select(Skeleton))})";
}
