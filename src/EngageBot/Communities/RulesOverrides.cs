using System.Text.Json;
using System.Text.Json.Nodes;

namespace EngageBot.Communities;

/// <summary>What moderators decided, as it is stored: an object that holds only the rules they set, over the defaults.</summary>
internal static class RulesOverrides
{
    private static readonly string TextsName = JsonNamingPolicy.CamelCase.ConvertName(nameof(CommunityRules.Texts));

    public static CommunityRules Over(CommunityRules defaults, JsonObject overrides)
    {
        var rules = ObjectOf(defaults);
        foreach (var (name, value) in overrides)
        {
            rules[name] = value?.DeepClone();
        }

        return rules.Deserialize(RulesJson.Default.CommunityRules)!;
    }

    /// <summary>
    /// The rules that hold. Overrides were good over the defaults of their day; where they contradict today's, each one holds that can, so that a channel which is
    /// to be left alone still is; and of texts in other words each that can be said.
    /// </summary>
    /// <param name="unfit">The names of those that cannot.</param>
    public static CommunityRules Effective(CommunityRules defaults, JsonObject overrides, out IReadOnlyList<string> unfit)
    {
        unfit = [];
        if (TryOver(defaults, overrides) is { } all)
        {
            return all;
        }

        var rules = defaults;
        List<string> left = [];
        foreach (var (name, value) in overrides)
        {
            if (TryOver(rules, new JsonObject { [name] = value?.DeepClone() }) is { } next)
            {
                rules = next;
            }
            else
            {
                left.Add(name);
                rules = value is JsonObject texts && name == TextsName ? rules with { Texts = OwnTexts.Usable(texts) } : rules;
            }
        }

        unfit = left;
        return rules;
    }

    /// <summary>What to store so that these rules hold: what is as it was stays set or unset, what is as by default is unset.</summary>
    public static JsonObject Of(CommunityRules wanted, CommunityRules defaults, JsonObject current)
    {
        var (usual, before) = (ObjectOf(defaults), ObjectOf(Effective(defaults, current, out _)));
        var overrides = new JsonObject();
        foreach (var (name, value) in ObjectOf(wanted))
        {
            var isSet = JsonNode.DeepEquals(value, before[name]) ? current.ContainsKey(name) : !JsonNode.DeepEquals(value, usual[name]);
            if (isSet)
            {
                overrides[name] = value?.DeepClone();
            }
        }

        return overrides;
    }

    public static IReadOnlyList<RuleChange> Between(CommunityRules before, CommunityRules after)
    {
        var was = ObjectOf(before);
        return
        [
            .. ObjectOf(after)
                .Where(rule => !JsonNode.DeepEquals(rule.Value, was[rule.Key]))
                .Select(rule => new RuleChange(rule.Key, RulesFile.InWords(was[rule.Key]), RulesFile.InWords(rule.Value))),
        ];
    }

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonObject ObjectOf(CommunityRules rules) => JsonSerializer.SerializeToNode(rules, RulesJson.Default.CommunityRules)!.AsObject();

    /// <summary>Null where the rules contradict one another, or were written by a program that knew others.</summary>
    private static CommunityRules? TryOver(CommunityRules defaults, JsonObject overrides)
    {
        try
        {
            var rules = Over(defaults, overrides);
            return RulesValidator.Problem(rules) is null ? rules : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
