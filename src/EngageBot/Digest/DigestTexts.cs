using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Digest;

/// <summary>A week in words.</summary>
internal static class DigestTexts
{
    /// <summary>Discord takes 2,000 characters.</summary>
    private const int Longest = 1_900;

    private const int LongestName = 32;

    /// <summary>A name so that it pings nobody and is no markup; empty where nothing is left of it.</summary>
    public static string NameOf(string name) => OneLine.Of(Excerpt.Of(name), LongestName).Trim();

    /// <summary>The summary with as many of its posts as fit into one message, those that wait before those that were answered.</summary>
    public static Summary Fit(Summary summary, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        while (Of(summary, linkTo, texts).Length > Longest && summary.Answered.Count + summary.Waiting.Count > 0)
        {
            summary = summary.Answered.Count > 0 ? summary with { Answered = [.. summary.Answered.SkipLast(1)] } : summary with { Waiting = [.. summary.Waiting.SkipLast(1)] };
        }

        return summary;
    }

    public static string Of(Summary summary, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        List<string> lines = [texts["digest.title"]];
        if (summary.AnsweredPosts > 0)
        {
            lines.Add(texts.Of("digest.answered", ("count", Written(summary.AnsweredPosts))));
            lines.AddRange(summary.Answered.Select(post => Line(post, linkTo, texts)));
        }

        if (summary.Waiting.Count > 0)
        {
            lines.Add(texts["digest.waiting"]);
            lines.AddRange(summary.Waiting.Select(post => Line(post, linkTo, texts)));
        }

        if (summary.Answerers.Count > 0)
        {
            lines.Add(summary.OtherAnswerers == 0
                ? texts.Of("digest.people", ("names", Names(summary.Answerers)))
                : texts.Of("digest.people.more", ("names", Names(summary.Answerers)), ("count", Written(summary.OtherAnswerers))));
        }

        if (summary.Connectors.Count > 0)
        {
            lines.Add(texts.Of("digest.connectors", ("names", Names(summary.Connectors))));
        }

        return string.Join('\n', lines);
    }

    private static string Line(DigestPost post, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        var (excerpt, channel) = (Excerpt.Of(post.Text), $"#{Excerpt.Of(post.ChannelName.TrimStart('#'))}");
        var line = excerpt.Length == 0 ? texts.Of("board.line.bare", ("channel", channel)) : texts.Of("board.line", ("excerpt", excerpt), ("channel", channel));
        return linkTo(post.Place) is { } link ? $"{line}\n{link.AbsoluteUri}" : line;
    }

    private static string Names(IReadOnlyList<DigestPerson> people) => string.Join(", ", people.Select(person => person.Name));

    private static string Written(int count) => count.ToString(CultureInfo.InvariantCulture);
}
