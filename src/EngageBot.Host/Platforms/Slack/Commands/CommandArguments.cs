using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Slack.Text;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>
/// Makes the options of a command of what was written behind it: <c>name: value</c>, or values alone in the order of the options. The last one that takes any text
/// takes all the rest.
/// </summary>
internal static class CommandArguments
{
    /// <summary>Null where it cannot be read as this command's options.</summary>
    public static IReadOnlyDictionary<string, string>? Read(IReadOnlyList<CommandOption> options, string text)
    {
        var words = CommandWords.Read(text, [.. options.Select(option => option.Name)]);
        Dictionary<string, List<string>> given = [];
        if (Named(options, words, given) is not { } alone || !Place(InOrder(options, given), alone, given))
        {
            return null;
        }

        Dictionary<string, string> values = [];
        foreach (var option in options)
        {
            var value = given.TryGetValue(option.Name, out var written) ? ValueOf(option, string.Join(' ', written)) : null;
            if (value is null && (written is not null || option.IsRequired))
            {
                return null;
            }

            if (value is not null)
            {
                values[option.Name] = value;
            }
        }

        return values;
    }

    private static IReadOnlyList<CommandOption> InOrder(IReadOnlyList<CommandOption> options, Dictionary<string, List<string>> given) =>
        [.. CommandUsage.InOrder(options).Where(option => !given.ContainsKey(option.Name))];

    /// <summary>Puts what stands behind names under them, and returns the other words; null where a name comes twice or has nothing behind it.</summary>
    private static List<string>? Named(IReadOnlyList<CommandOption> options, IReadOnlyList<CommandWord> words, Dictionary<string, List<string>> given)
    {
        List<string> alone = [];
        CommandOption? current = null;
        foreach (var word in words)
        {
            if (word.IsName)
            {
                current = options.First(option => option.Name == word.Text);
                if (!given.TryAdd(current.Name, []))
                {
                    return null;
                }

                continue;
            }

            (current is null ? alone : given[current.Name]).Add(word.Text);
            current = current is not null && IsFree(current) ? current : null;
        }

        return given.Values.Any(values => values.Count == 0) ? null : alone;
    }

    private static bool Place(IReadOnlyList<CommandOption> options, List<string> words, Dictionary<string, List<string>> given)
    {
        for (var index = 0; index < words.Count;)
        {
            if (options.FirstOrDefault(one => !given.ContainsKey(one.Name)) is not { } option)
            {
                return false;
            }

            var takesAll = IsFree(option) && option == options[^1];
            given[option.Name] = takesAll ? words[index..] : [words[index]];
            index = takesAll ? words.Count : index + 1;
        }

        return true;
    }

    private static bool IsFree(CommandOption option) => option is { Kind: CommandOptionKind.Text, Choices.Count: 0 };

    private static string? ValueOf(CommandOption option, string written)
    {
        if (option.Choices.Count > 0)
        {
            return option.Choices.FirstOrDefault(choice => choice.Equals(written, StringComparison.OrdinalIgnoreCase));
        }

        return option.Kind switch
        {
            CommandOptionKind.Number => long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
            CommandOptionKind.Member => MrkdwnReader.Read(written) is [TextPart.User user] && IsId(user.Id) ? user.Id : null,
            CommandOptionKind.Channel => MrkdwnReader.Read(written) is [TextPart.Channel channel] && IsId(channel.Id) ? channel.Id : null,
            _ => ChatText.Clean(string.Concat(MrkdwnReader.Read(written).Select(Plain))),
        };
    }

    private static bool IsId(string id) => id.All(char.IsAsciiLetterOrDigit);

    private static string Plain(TextPart part) => part switch
    {
        TextPart.Plain plain => plain.Text,
        TextPart.User user => $"@{user.Label ?? user.Id}",
        TextPart.Channel channel => $"#{channel.Label ?? channel.Id}",
        TextPart.UserGroup group => group.Label ?? group.Id,
        TextPart.Special special => $"@{special.Name}",
        TextPart.Link link => link.Label ?? link.Url,
        TextPart.Date date => date.Label ?? date.At.ToString("u", CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
