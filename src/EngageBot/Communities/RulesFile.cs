using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EngageBot.Communities;

/// <summary>Rules as a file: JSON under the names of <see cref="CommunityRules"/>; what is left out has its default.</summary>
public static class RulesFile
{
    private const long LargestFile = 1 << 20;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 };

    // What people read and write: an emoji stays one.
    private static readonly RulesJson Readable = new(new JsonSerializerOptions(RulesJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="RulesException">The file is missing, is no JSON, has an unknown name, or a rule is out of its range.</exception>
    public static Task<CommunityRules> ReadAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, new CommunityRules(), cancellationToken);

    /// <param name="defaults">What holds of what the file leaves out.</param>
    /// <exception cref="RulesException">The file is missing, is no JSON, has an unknown name, or a rule is out of its range.</exception>
    public static async Task<CommunityRules> ReadAsync(string path, CommunityRules defaults, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            {
                throw new RulesException($"{path}: is larger than a file of rules can be (1 MB).");
            }

            return Read(await File.ReadAllTextAsync(path, cancellationToken), defaults, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RulesException($"{path}: cannot be read. {FirstSentence(fault.Message)}", fault);
        }
    }

    /// <param name="source">Where it comes from, to begin a refusal with.</param>
    /// <exception cref="RulesException">It is no JSON, has an unknown name, or a rule is out of its range.</exception>
    public static CommunityRules Read(string json, CommunityRules defaults, string source)
    {
        try
        {
            CheckNames(json, source);
            if (JsonSerializer.Deserialize(json, RulesJson.Default.CommunityRules) is null)
            {
                throw new RulesException($"{source}: holds no rules. An object is expected, for example {{ \"asksPerPost\": 1 }}.");
            }

            var rules = RulesOverrides.Over(defaults, JsonNode.Parse(json, documentOptions: Lenient)!.AsObject());
            RulesValidator.Check(rules, source);
            return rules;
        }
        catch (JsonException fault)
        {
            throw new RulesException($"{source}, line {fault.LineNumber + 1}: {FirstSentence(fault.Message)}", fault);
        }
    }

    /// <summary>All rules, with those that have their default; read again they are the same.</summary>
    public static string Write(CommunityRules rules) => JsonSerializer.Serialize(rules, Readable.CommunityRules) + "\n";

    /// <summary>Which rules differ.</summary>
    public static IReadOnlyList<RuleChange> Compare(CommunityRules before, CommunityRules after) => RulesOverrides.Between(before, after);

    /// <exception cref="RulesException">A rule is out of its range, or contradicts another.</exception>
    public static void Check(CommunityRules rules, string source) => RulesValidator.Check(rules, source);

    /// <summary>A value as it would stand in a file, on one line.</summary>
    internal static string InWords(JsonNode? value) => value?.ToJsonString(Compact) ?? "null";

    /// <summary>A name that is not known, or stands there twice, is refused: what somebody wrote must not be passed over in silence.</summary>
    private static void CheckNames(string json, string source)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        CheckNames(document.RootElement, RulesJson.Default.CommunityRules, json, source);
    }

    private static void CheckNames(JsonElement element, JsonTypeInfo type, string json, string source)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return; // Refused when it is read.
        }

        CheckTwice(element, source);
        foreach (var property in element.EnumerateObject())
        {
            var known = type.Properties.FirstOrDefault(one => one.Name == property.Name)
                ?? throw new RulesException($"{source}, line {LineOf(property.Name, json)}: there is no rule {Chat.OneLine.Of(property.Name, 40)}. {Hint(property.Name, type)}");
            CheckNested(property.Value, known.PropertyType, json, source);
        }
    }

    private static void CheckTwice(JsonElement element, string source)
    {
        HashSet<string> met = [];
        if (element.EnumerateObject().FirstOrDefault(property => !met.Add(property.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } twice)
        {
            throw new RulesException($"{source}: the rule {Chat.OneLine.Of(twice.Name, 40)} stands there twice.");
        }
    }

    private static void CheckNested(JsonElement value, Type type, string json, string source)
    {
        if (type == typeof(QuietHours))
        {
            CheckNames(value, RulesJson.Default.QuietHours, json, source);
        }
        else if (type == typeof(IReadOnlyDictionary<string, string>) && value.ValueKind == JsonValueKind.Object)
        {
            CheckTwice(value, source); // Which texts there are is checked with what they say.
        }
        else if (type == typeof(IReadOnlyList<ChannelRules>) && value.ValueKind == JsonValueKind.Array)
        {
            foreach (var channel in value.EnumerateArray())
            {
                CheckNames(channel, RulesJson.Default.ChannelRules, json, source);
            }
        }
        else if (type == typeof(IReadOnlyList<StepRules>) && value.ValueKind == JsonValueKind.Array)
        {
            foreach (var step in value.EnumerateArray())
            {
                CheckNames(step, RulesJson.Default.StepRules, json, source);
            }
        }
    }

    private static string Hint(string written, JsonTypeInfo type)
    {
        var names = type.Properties.Select(property => property.Name).ToList();
        return NearestName.Of(written, names) is { } near ? $"Did you mean {near}?" : $"There are: {string.Join(", ", names)}.";
    }

    private static int LineOf(string name, string json) => 1 + json.AsSpan(0, Math.Max(0, json.IndexOf($"\"{name}\"", StringComparison.Ordinal))).Count('\n');

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..(end + 1)]).ReplaceLineEndings(" ");
    }
}
