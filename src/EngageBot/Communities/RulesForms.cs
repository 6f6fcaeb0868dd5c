using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The forms in which moderators change rules, filled in with those that hold, and what is made of them. A form has at most five fields: Discord takes no more.</summary>
internal static class RulesForms
{
    public const string Waits = "waits";
    public const string More = "more";
    public const string Asked = "asked";
    public const string People = "people";
    public const string Limits = "limits";
    public const string Team = "team";
    public const string Digest = "digest";

    private const string Command = "rules";

    private static readonly Dictionary<string, RuleField[]> Forms = new()
    {
        [Waits] =
        [
            RuleFields.Time("least", rules => rules.WaitAtLeast, (rules, time) => rules with { WaitAtLeast = time }),
            RuleFields.Time("most", rules => rules.WaitAtMost, (rules, time) => rules with { WaitAtMost = time }),
            RuleFields.Time("without", rules => rules.WaitWithoutHistory, (rules, time) => rules with { WaitWithoutHistory = time }),
            RuleFields.Time("board", rules => rules.BoardAtMost, (rules, time) => rules with { BoardAtMost = time }),
            RuleFields.Time("rest", rules => rules.RestAfter, (rules, time) => rules with { RestAfter = time }),
        ],
        [More] =
        [
            new RuleField("shown", (rules, _) => rules.PublicStep.ToString().ToLowerInvariant(), StepOf) { Rule = "publicStep", IsRequired = true },
            RuleFields.Name("board", rules => rules.BoardChannel, (rules, name) => rules with { BoardChannel = name }),
            new RuleField("language", (rules, _) => rules.Language, written => rules => rules with { Language = written.ToLowerInvariant() }) { IsRequired = true },
            new RuleField("emoji", (rules, _) => string.Join(' ', rules.AnsweredEmoji), written => rules => rules with { AnsweredEmoji = EmojiOf(written) }) { Rule = "answeredEmoji" },
            RuleFields.Number("asks", rules => rules.AsksPerPost, (rules, number) => rules with { AsksPerPost = number }),
        ],
        [Asked] =
        [
            RuleFields.NumberOrUsual("day", rules => rules.AsksPerDay, (rules, number) => rules with { AsksPerDay = number }),
            RuleFields.NumberOrUsual("fewest", rules => rules.FewestHelpers, (rules, number) => rules with { FewestHelpers = number }),
            RuleFields.Time("between", rules => rules.BetweenAsks, (rules, time) => rules with { BetweenAsks = time }),
            RuleFields.ShareOrUsual("held-out", rules => rules.HoldOutShare, (rules, share) => rules with { HoldOutShare = share }),
            RuleFields.Name("role", rules => rules.HelperRole, (rules, name) => rules with { HelperRole = name?.TrimStart('@') }),
        ],
        [People] =
        [
            RuleFields.YesNoOrUsual("suggests", rules => rules.SuggestsIntroductions, (rules, said) => rules with { SuggestsIntroductions = said }),
            RuleFields.Name("channel", rules => rules.IntroductionChannel, (rules, name) => rules with { IntroductionChannel = name }),
            RuleFields.YesNo("private", rules => rules.PrivateIntroductions, (rules, said) => rules with { PrivateIntroductions = said }),
            RuleFields.Number("balance", rules => rules.Balance, (rules, number) => rules with { Balance = number }),
            RuleFields.YesNoOrUsual("closing", rules => rules.ClosingQuestion, (rules, said) => rules with { ClosingQuestion = said }),
        ],
        [Limits] =
        [
            RuleFields.NumberOrUsual("replies", rules => rules.RepliesPerDay, (rules, number) => rules with { RepliesPerDay = number }),
            RuleFields.List("bridges", rules => rules.Bridges, (rules, names) => rules with { Bridges = names }),
            RuleFields.List("solved", rules => rules.SolvedTags, (rules, names) => rules with { SolvedTags = names }),
        ],
        [Team] =
        [
            RuleFields.Name("role", rules => rules.ModeratorRole, (rules, name) => rules with { ModeratorRole = name is null ? null : ModeratorRole.Plain(name) }),
            RuleFields.Name("moderators", rules => rules.ModeratorChannel, (rules, name) => rules with { ModeratorChannel = name }),
            RuleFields.Number("approvals", rules => rules.Approvals, (rules, number) => rules with { Approvals = number }),
        ],
        [Digest] =
        [
            RuleFields.Name("channel", rules => rules.DigestChannel, (rules, name) => rules with { DigestChannel = name }),
            RuleFields.Day("day", rules => rules.DigestDay, (rules, day) => rules with { DigestDay = day }),
            RuleFields.Number("hour", rules => rules.DigestHour, (rules, hour) => rules with { DigestHour = hour }),
        ],
    };

    /// <summary>The buttons that open forms have these actions.</summary>
    public static IReadOnlyCollection<string> Names => Forms.Keys;

    /// <summary>The texts that stand beside rules, by what the rules are called in the file; of the few that stand in two forms, the first.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = Forms
        .SelectMany(form => form.Value.Select(field => (field.Rule, Label: $"rules.{form.Key}.field.{field.Name}")))
        .Where(field => field.Rule.Length > 0)
        .DistinctBy(field => field.Rule)
        .ToDictionary(field => field.Rule, field => field.Label, StringComparer.Ordinal);

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static CommandForm Of(string name, CommunityRules rules, TextBook texts) => new(new ButtonId(Command, name, 0), texts[$"rules.{name}.form"],
    [
        .. Forms[name].Select(field => new FormField(field.Name, texts[$"rules.{name}.field.{field.Name}"])
        {
            Value = FormField.Fitting(field.Show(rules, texts), field.MostCharacters),
            IsRequired = field.IsRequired,
            MostCharacters = field.MostCharacters,
        }),
    ]);

    /// <summary>Whether what stands in a form decides what is said about which posts.</summary>
    public static bool IsOfPlanning(ButtonId form) => form is { Command: Command, Action: Waits or More or Asked };

    /// <summary>The form as somebody has filled it in.</summary>
    public static CommandForm Of(CommandRequest.Submitted typed, CommunityRules rules, TextBook texts)
    {
        var form = Of(typed.Form.Action, rules, texts);
        return form with { Fields = [.. form.Fields.Select(field => field with { Value = typed.Fields.GetValueOrDefault(field.Name, field.Value) })] };
    }

    /// <summary>What a form says; null where it cannot be read.</summary>
    /// <param name="unread">The field that cannot be read, and what was written there.</param>
    public static Func<CommunityRules, CommunityRules>? Read(CommandRequest.Submitted form, out (string Field, string Written) unread) =>
        Read(form, without: null, out unread);

    /// <summary>The field by which rules become such as cannot be used: without it they could. Where it is none alone, the first that is to be changed.</summary>
    /// <param name="form">It can be read.</param>
    public static string Blamed(CommandRequest.Submitted form, CommunityRules rules)
    {
        var fields = Forms[form.Form.Action].Select(field => field.Name).ToList();
        var changed = fields.Where(field => Only(form, field)(rules) != rules).ToList();
        return changed.FirstOrDefault(field => RulesValidator.Problem(Read(form, without: field, out _)!(rules)) is null) ?? (changed.Count > 0 ? changed : fields)[0];
    }

    private static Func<CommunityRules, CommunityRules> Only(CommandRequest.Submitted form, string name)
    {
        var written = ChatText.Clean(form.Fields.GetValueOrDefault(name, string.Empty)).Trim();
        return written == FormField.AsItIs ? rules => rules : Forms[form.Form.Action].First(field => field.Name == name).Read(written)!;
    }

    /// <param name="without">This field is left as it is; null for none.</param>
    private static Func<CommunityRules, CommunityRules>? Read(CommandRequest.Submitted form, string? without, out (string Field, string Written) unread)
    {
        unread = default;
        List<Func<CommunityRules, CommunityRules>> changes = [];
        foreach (var field in Forms.GetValueOrDefault(form.Form.Action, []).Where(field => field.Name != without))
        {
            unread = (field.Name, ChatText.Clean(form.Fields.GetValueOrDefault(field.Name, string.Empty)).Trim());
            if (unread.Written == FormField.AsItIs)
            {
                continue;
            }

            if (field.Read(unread.Written) is not { } change)
            {
                return null;
            }

            changes.Add(change);
        }

        return rules => changes.Aggregate(rules, (changed, change) => change(changed));
    }

    private static Func<CommunityRules, CommunityRules>? StepOf(string written) =>
        Enum.TryParse<PublicStep>(written, ignoreCase: true, out var step) && !char.IsAsciiDigit(written[0]) ? rules => rules with { PublicStep = step } : null;

    private static string[] EmojiOf(string written) => written.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
