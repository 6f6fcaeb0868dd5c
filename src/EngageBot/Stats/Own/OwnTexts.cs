using System.Globalization;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Stats.Own;

/// <summary>What a member is told of himself, in words and as a picture.</summary>
internal static class OwnTexts
{
    private const int LongestAlt = 900;

    /// <summary>Where there is no picture so many people are named.</summary>
    private const int MostNamed = 10;

    /// <summary>Nobody has this key.</summary>
    private const long Himself = 0;

    public static string Of(OwnFigures figures, TextBook texts)
    {
        List<string> lines =
        [
            texts["me.title"],
            texts.Of("me.given", ("count", Written(figures.Given)), ("people", Written(figures.Answered))),
            texts.Of("me.received", ("count", Written(figures.Received)), ("people", Written(figures.AnsweredBy))),
        ];
        if (figures.People > 0)
        {
            lines.Add(texts.Of("me.mutual", ("mutual", Written(figures.Mutual)), ("people", Written(figures.People))));
        }

        if (figures.Introduced > 0)
        {
            lines.Add(texts.Of("me.introduced", ("pairs", Written(figures.Introduced))));
        }

        if (figures.Balance.Promotions > 0)
        {
            lines.Add(texts.Of("me.balance", ("posts", Written(figures.Balance.Promotions)), ("people", Written(figures.Answered))));
        }

        if (figures.Median is { } median)
        {
            lines.Add(texts.Of("me.median", ("median", Written(median))));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The picture in words.</summary>
    public static string Contacts(OwnFigures figures, TextBook texts) => string.Join(
        '\n',
        figures.Contacts.Take(MostNamed)
            .Select(one => texts.Of("me.contact", ("name", one.Name), ("given", Written(one.Given)), ("received", Written(one.Received)))).Prepend(texts["me.contacts"]));

    public static string AltOf(OwnFigures figures, TextBook texts) => OneLine.Of(Contacts(figures, texts), LongestAlt);

    /// <summary>He in the middle, and around him those with whom he talks; a line that goes both ways is strong.</summary>
    public static NetworkChart ChartOf(OwnFigures figures, TextBook texts) => new()
    {
        Title = texts["me.chart"],
        Caption = texts["me.chart.caption"],
        Words = new NetworkWords(texts["me.chart.mutual"], texts["me.chart.one-way"], texts["me.chart.given"]),
        Nodes = [new NetworkNode(Himself, texts["me.chart.you"], figures.Contacts.Sum(one => one.Given)), .. figures.Contacts.Select(one => new NetworkNode(one.Key, one.Name, one.Received))],
        Edges =
        [
            .. figures.Contacts.Where(one => one.Given > 0).Select(one => new NetworkEdge(Himself, one.Key, one.Given)),
            .. figures.Contacts.Where(one => one.Received > 0).Select(one => new NetworkEdge(one.Key, Himself, one.Received)),
        ],
    };

    private static string Written(int count) => count.ToString(CultureInfo.InvariantCulture);
}
