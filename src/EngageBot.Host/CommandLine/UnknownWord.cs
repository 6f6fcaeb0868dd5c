using System.CommandLine;
using System.CommandLine.Parsing;
using EngageBot.Chat;
using EngageBot.Communities;

namespace EngageBot.Host.CommandLine;

/// <summary>A word of the command line that means nothing, and what may have been meant by it.</summary>
internal static class UnknownWord
{
    /// <summary>One sentence; null where all words mean something, or are to be complained of otherwise.</summary>
    public static string? Sentence(ParseResult parsed)
    {
        var commands = Commands(parsed.CommandResult).ToList();
        var name = CommandOf(parsed);
        if (parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value is ['-', '-', _, ..])?.Value is { } option)
        {
            var options = commands.SelectMany(command => command.Options).Where(one => !one.Hidden).Select(one => one.Name).ToList();
            return $"There is no option {OneLine.Of(option)} of {name}. {Hint(option, options, name)}";
        }

        var known = parsed.CommandResult.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name).ToList();
        return parsed.UnmatchedTokens is [var word, ..] && known.Count > 0 ? $"There is no command {OneLine.Of(word)} of {name}. {Hint(word, known, name)}" : null;
    }

    /// <summary>As it is written: <c>engagebot rules import</c>.</summary>
    public static string CommandOf(ParseResult parsed) => string.Join(' ', Commands(parsed.CommandResult).Reverse().Skip(1).Select(command => command.Name).Prepend("engagebot"));

    private static string Hint(string word, IReadOnlyList<string> known, string name) =>
        $"{(NearestName.Of(word, known) is { } near ? $"Did you mean {near}?" : $"There are: {string.Join(", ", known)}.")} See: {name} --help";

    private static IEnumerable<Command> Commands(CommandResult result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult command)
            {
                yield return command.Command;
            }
        }
    }
}
