using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.Host.Playground;

/// <summary>Names of members and channels in what is written: <c>@ada</c>, <c>#general</c>.</summary>
internal static partial class PlaygroundNames
{
    /// <summary>What can be put under a message.</summary>
    public static IReadOnlyList<string> Emoji { get; } = ["👍", "✅", "❤️", "😂", "👀", "🎉"];

    /// <summary>The ids of the members who are mentioned.</summary>
    public static IEnumerable<string> MentionedIn(string text, PlaygroundWorld world)
    {
        var members = world.Members;
        return Names('@', text).Select(name => members.FirstOrDefault(member => IsNamed(member.Name, name))?.Id).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>What is written behind a command, with names as the reader of commands takes them.</summary>
    public static string Marked(string text, PlaygroundWorld world) => Name().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        var id = match.Groups["sign"].Value == "@"
            ? world.Members.FirstOrDefault(member => IsNamed(member.Name, name))?.Id
            : world.Channels.FirstOrDefault(channel => IsNamed(channel.Name, name))?.Id;
        return id is null ? match.Value : $"<{match.Groups["sign"].Value}{id}>";
    });

    /// <summary>What the bot wrote, with ids in it turned back into names.</summary>
    public static string Readable(string text, PlaygroundWorld world) => Mark().Replace(text, match => match.Groups["sign"].Value == "@"
        ? "@" + (world.Member(match.Groups["id"].Value)?.Name ?? "somebody")
        : "#" + (world.Channel(match.Groups["id"].Value)?.Name ?? "channel"));

    private static IEnumerable<string> Names(char sign, string text) =>
        Name().Matches(text).Where(match => match.Groups["sign"].ValueSpan[0] == sign).Select(match => match.Groups["name"].Value);

    private static bool IsNamed(string name, string written) => string.Compare(name, written.TrimEnd('.', '-'), CultureInfo.InvariantCulture, CompareOptions.OrdinalIgnoreCase) == 0;

    [GeneratedRegex(@"(?<sign>[@#])(?<name>[\w.\p{So}\p{Cs}-]{1,40})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Name();

    [GeneratedRegex(@"<(?<sign>[@#])!?(?<id>[A-Za-z0-9]{1,20})>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mark();
}
