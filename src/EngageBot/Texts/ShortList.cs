using System.Globalization;

namespace EngageBot.Texts;

/// <summary>The first of some things in a row, and how many more there are.</summary>
internal static class ShortList
{
    public static string Of(IReadOnlyCollection<string> items, int most, TextBook texts) =>
        string.Join(", ", items.Count > most ? items.Take(most).Append(More(items.Count - most, texts)) : items);

    /// <summary>"and 3 more".</summary>
    public static string More(int count, TextBook texts) => texts.Of("list.more", ("count", count.ToString(CultureInfo.InvariantCulture)));
}
