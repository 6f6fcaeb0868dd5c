using System.Collections.Frozen;
using EngageBot.Chat.Words;

namespace EngageBot.Profiles;

/// <summary>The words of a text that may tell what it is about, as numbers, each once. Of a link it is the site.</summary>
internal static class TopicWords
{
    /// <summary>More words of one text are not looked at: what it is about stands in the first ones.</summary>
    public const int Most = 24;

    private const int Shortest = 3;
    private const string Site = "\0site";

    /// <summary>Words that tell nothing in any community; the rest of those is learnt from the community itself.</summary>
    private const string Common =
        """
        the and you that this with for are not have has was but what can how there they from your just like will would could should don't it's i'm
        about when which some any all out one get got know does did then than them their other been more also want need use using try yes yeah here
        der die das und ist nicht ich mit ein eine für auf wie que los las una por con para como não com uma les des est pas pour une dans qui
        """;

    private static readonly uint SiteMark = WordHash.Of(Site);

    private static readonly FrozenSet<uint> Empty =
        Common.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => WordHash.Of(word)).ToFrozenSet();

    /// <summary>Fills <paramref name="words"/>, of <see cref="Most"/>, and says how many there are.</summary>
    public static int Read(ReadOnlySpan<char> text, Span<uint> words)
    {
        var count = 0;
        foreach (var word in new WordReader(text))
        {
            if (NumberOf(word) is not 0 and var number && !words[..count].Contains(number))
            {
                words[count++] = number;
                if (count == Most)
                {
                    break;
                }
            }
        }

        return count;
    }

    /// <summary>The number of a site, as <see cref="Read"/> gives it.</summary>
    public static uint OfSite(ReadOnlySpan<char> host) => WordHash.Pair(SiteMark, WordHash.Of(host));

    private static uint NumberOf(WordReader word) => word.Kind switch
    {
        WordKind.Link => OfSite(HostOf(word.Word)),
        WordKind.Word when word.Word.Length >= Shortest || word.Word[0] > '\u0E00' => WordHash.Of(word.Word) is var number && Empty.Contains(number) ? 0 : number,
        _ => 0,
    };

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        var host = link[(link.IndexOf("//") + 2)..];
        var end = host.IndexOfAny("/?#:");
        host = end < 0 ? host : host[..end];
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }
}
