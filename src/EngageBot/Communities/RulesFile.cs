using System.Text.Json;

namespace EngageBot.Communities;

/// <summary>Rules as a file: JSON under the names of <see cref="CommunityRules"/>; what is left out has its default.</summary>
public static class RulesFile
{
    /// <exception cref="RulesException">The file is missing, is no JSON, has an unknown name, or a rule is out of its range.</exception>
    public static async Task<CommunityRules> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var rules = await JsonSerializer.DeserializeAsync(file, RulesJson.Default.CommunityRules, cancellationToken)
                ?? throw new RulesException($"{path}: holds no rules. An object is expected, for example {{ \"asksPerPost\": 1 }}.");
            RulesValidator.Check(rules, path);
            return rules;
        }
        catch (JsonException fault)
        {
            throw new RulesException($"{path}, line {fault.LineNumber + 1}: {FirstSentence(fault.Message)}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RulesException($"{path}: cannot be read. {FirstSentence(fault.Message)}", fault);
        }
    }

    /// <exception cref="RulesException">A rule is out of its range, or contradicts another.</exception>
    public static void Check(CommunityRules rules, string source) => RulesValidator.Check(rules, source);

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..(end + 1)]).ReplaceLineEndings(" ");
    }
}
