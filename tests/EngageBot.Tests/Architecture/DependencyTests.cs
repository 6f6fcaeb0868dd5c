using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EngageBot.Tests.Architecture;

/// <summary>Who may know whom. The tables are the rule: change them here, and say why in the commit.</summary>
public sealed partial class DependencyTests
{
    /// <summary>What every feature may use.</summary>
    private static readonly string[] Shared = ["Chat", "Texts", "Commands", "Communities", "Members", "Database", "Charts", "Outbox"];

    /// <summary>What a feature may use besides. Pipeline and Engine may know every feature.</summary>
    private static readonly Dictionary<string, string[]> Features = new()
    {
        ["Chat"] = [],
        ["Texts"] = [],
        ["Commands"] = [],
        ["Database"] = [],
        ["Charts"] = [],
        ["Communities"] = [],
        ["Members"] = [],
        ["Privacy"] = ["Unanswered"],
        ["Digest"] = ["Introductions", "Unanswered"],
        ["Dashboard"] = ["Health", "Introductions", "Nudges", "SelfPromotion", "Stats", "Unanswered", "Why"],
        ["Why"] = ["Unanswered"],
        ["Health"] = [],
        ["Leases"] = [],
        ["Outbox"] = ["Health"],
        ["Learning"] = [],
        ["ReplyGraph"] = ["Learning"],
        ["Profiles"] = ["ReplyGraph"],
        ["Responders"] = ["Profiles", "ReplyGraph"],
        ["Introductions"] = ["Profiles"],
        ["Unanswered"] = ["ReplyGraph"],
        ["Outcomes"] = ["Unanswered"],
        ["Nudges"] = ["Outcomes", "Profiles", "ReplyGraph", "Responders", "Unanswered"],
        ["Onboarding"] = ["Introductions", "Unanswered"],
        ["Concerns"] = [],
        ["Tips"] = ["Nudges", "Unanswered"],
        ["Turns"] = ["Nudges", "Unanswered"],
        ["SelfPromotion"] = ["Introductions", "Nudges", "Onboarding", "Profiles", "ReplyGraph", "Responders", "Unanswered"],
        ["Stats"] = ["Introductions", "Outcomes", "ReplyGraph", "SelfPromotion", "Unanswered"],
        ["Home"] = ["Nudges", "Stats"],
        ["History"] = ["Pipeline", "ReplyGraph", "Stats"],
        ["Reports"] = ["History", "Introductions", "Nudges", "ReplyGraph", "SelfPromotion", "Stats", "Unanswered"],
    };

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["EngageBot"] = [],
        ["EngageBot.Transport"] = [],
        ["EngageBot.Discord"] = ["EngageBot.Transport"],
        ["EngageBot.Slack"] = ["EngageBot.Transport"],
        ["EngageBot.Host"] = ["EngageBot", "EngageBot.Discord", "EngageBot.Slack"],
    };

    [Fact]
    public void A_project_references_only_what_it_may()
    {
        foreach (var project in Directory.EnumerateFiles(Repository.Source, "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.True(Projects.ContainsKey(name), $"{name} is not in the table of projects");
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(references.Except(Projects[name]));
        }
    }

    [Fact]
    public void A_feature_uses_only_the_features_it_may()
    {
        var violations =
            from file in Repository.Files("EngageBot")
            let feature = Path.GetRelativePath(Path.Combine(Repository.Source, "EngageBot"), file).Split(Path.DirectorySeparatorChar)[0]
            where feature is not ("Pipeline" or "Engine.cs" or "EngineServices.cs" or "Speaker.cs" or "SteppedEngine.cs" or "VirtualClock.cs")
            from Match use in UsesFeature().Matches(File.ReadAllText(file))
            let used = use.Groups["feature"].Value
            where used != feature && !Shared.Contains(used) && !Allowed(feature).Contains(used)
            select $"{feature} uses {used} in {Path.GetFileName(file)}";

        Assert.Empty(violations);
    }

    [Fact]
    public void What_every_feature_may_use_knows_no_feature()
    {
        var violations =
            from file in Repository.Files("EngageBot")
            let feature = Path.GetRelativePath(Path.Combine(Repository.Source, "EngageBot"), file).Split(Path.DirectorySeparatorChar)[0]
            where feature is "Chat" or "Database" or "Charts"
            from Match use in UsesFeature().Matches(File.ReadAllText(file))
            where use.Groups["feature"].Value != feature
            select $"{feature} uses {use.Groups["feature"].Value} in {Path.GetFileName(file)}";

        Assert.Empty(violations);
    }

    [Theory]
    [InlineData(@"Npgsql|Microsoft\.Data\.Sqlite|Microsoft\.AspNetCore|System\.CommandLine|Spectre\.Console", "EngageBot", "EngageBot.Discord", "EngageBot.Slack", "EngageBot.Transport")]
    [InlineData(@"ClientWebSocket", "EngageBot", "EngageBot.Discord", "EngageBot.Slack", "EngageBot.Host")]
    public void What_belongs_to_one_project_is_named_in_no_other(string forbidden, params string[] projects)
    {
        var pattern = new Regex(@"\b(" + forbidden + @")\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        Assert.Empty(projects.SelectMany(Repository.Files).Where(file => pattern.IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    /// <summary>One place decides what a reader may see: nothing else asks a platform who can read what.</summary>
    [Fact]
    public void Only_Visibility_asks_who_can_read_what() => Assert.Equal(
        ["IChatPlatform.cs", "Visibility.cs"],
        Repository.Files("EngageBot").Where(file => File.ReadAllText(file).Contains("CanReadAsync(", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Policies_are_pure()
    {
        var impure = new Regex(@"\b(Task|ValueTask|WriteSession|DbDataSource|TimeProvider|IChatPlatform)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        var policies = Repository.Files("EngageBot").Where(file => Policy().IsMatch(Path.GetFileName(file))).ToList();

        Assert.Contains(policies, file => Path.GetFileName(file) == "NudgePolicy.cs");
        Assert.Empty(policies.Where(file => impure.IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        // Methods are kept to 40 lines by the analyzer (MA0051).
        Assert.Empty(Repository.AllFiles().Where(file => File.ReadLines(file).Count() > 300).Select(Path.GetFileName));
    }

    private static string[] Allowed(string feature)
    {
        Assert.True(Features.ContainsKey(feature), $"{feature} is not in the table of features");
        return Features[feature];
    }

    [GeneratedRegex(@"\bEngageBot\.(?<feature>[A-Z]\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex UsesFeature();

    [GeneratedRegex(@"(Policy|Classifier|Resolver)\.cs$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Policy();
}
