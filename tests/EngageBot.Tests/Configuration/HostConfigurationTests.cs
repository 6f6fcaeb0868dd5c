using System.Reflection;
using System.Text.Json;
using EngageBot.Communities;
using EngageBot.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace EngageBot.Tests.Configuration;

public sealed class HostConfigurationTests
{
    [Fact]
    public void Rules_are_read_under_their_names_and_the_rest_has_its_default()
    {
        var rules = Rules(
            ("PublicStep", "tag"), ("BoardChannel", "#board"), ("WaitAtLeast", "00:00:01"), ("WaitWithoutHistory", "00:00:05"), ("RepliesPerDay", "3"),
            ("Texts:board.title", "Open:"), ("WatchedChannels:0", "help"), ("WatchedChannels:1", "forum"), ("QuietHours:From", "22:00"), ("QuietHours:To", "08:00"), ("QuietHours:TimeZone", "Europe/Berlin"));

        Assert.Equal((PublicStep.Tag, "#board", 3), (rules.PublicStep, rules.BoardChannel, rules.RepliesPerDay));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromHours(12)), (rules.WaitAtLeast, rules.WaitWithoutHistory, rules.WaitAtMost));
        Assert.Equal(["help", "forum"], rules.WatchedChannels);
        Assert.Equal("Open:", rules.Wording()["board.title"]);
        Assert.Equal(new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "Europe/Berlin"), rules.QuietHours);
    }

    [Fact]
    public void Without_any_the_rules_are_the_defaults() => Assert.Equal(new CommunityRules(), Rules() with { WatchedChannels = [], IgnoredChannels = [], PromotionChannels = [], Channels = [], AnsweredEmoji = [] });

    [Theory]
    [InlineData("QuietHours:From", "22:00"), InlineData("RepliesPerDay", "many"), InlineData("RepliesPerDay", "-1"), InlineData("Nonsense", "1"), InlineData("AsksPerPost", "6")]
    public void What_cannot_be_used_is_refused_in_a_line(string rule, string value)
    {
        var fault = Record.Exception(() => Rules((rule, value)));
        Assert.True(fault is ConfigurationException or RulesException, fault?.GetType().Name);
        Assert.DoesNotContain('\n', fault!.Message);
    }

    [Fact]
    public void The_example_holds_rules_that_can_be_used()
    {
        var rules = HostConfiguration.Rules(new ConfigurationBuilder().AddJsonFile(Example()).Build());
        Assert.Equal("waiting-board", rules.BoardChannel);
    }

    [Fact]
    public void The_example_has_every_setting_and_no_other()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Example()), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var sections = typeof(HostConfiguration).Assembly.GetTypes()
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(one => one.Section?.StartsWith("EngageBot:", StringComparison.Ordinal) == true)
            .ToDictionary(one => one.Section!["EngageBot:".Length..], one => one.Type);
        Assert.Contains("Slack", sections.Keys);

        // Of rules it names a few: all of them are listed where rules are explained, and one that does not exist is refused.
        var written = example.RootElement.GetProperty("EngageBot").EnumerateObject().Where(section => section.Name != "Rules").ToList();
        Assert.Equal(sections.Keys.Order(StringComparer.Ordinal), written.Select(section => section.Name).Order(StringComparer.Ordinal));
        Assert.All(written, section => Assert.Equal(
            sections[section.Name].GetProperties().Where(setting => setting.CanWrite || setting.PropertyType.IsGenericType).Select(setting => setting.Name).Order(StringComparer.Ordinal),
            section.Value.EnumerateObject().Select(setting => setting.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("EngageBot__Discord__Token")]
    [InlineData("ENGAGEBOT__DISCORD__TOKEN")]
    public void A_token_in_the_environment_is_not_handed_to_programs_that_this_one_starts(string name)
    {
        Environment.SetEnvironmentVariable(name, "made.up.token");

        Assert.Equal("made.up.token", HostConfiguration.Discord()!.Token.Reveal());
        Assert.Null(Environment.GetEnvironmentVariable(name));
    }

    [Fact]
    public void A_setting_may_stand_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "token.in.a.file\n");
        using var set = new SetVariables(("EngageBot__Discord__Token__File", file), ("EngageBot__Slack__Workspaces__0__BotToken__File", file), ("EngageBot__Slack__AppToken", "xapp-made"));

        Assert.Equal("token.in.a.file", HostConfiguration.Discord()!.Token.Reveal());
        File.Delete(file);
        var fault = Assert.Throws<ConfigurationException>(() => HostConfiguration.Discord());
        Assert.Contains("names a file that cannot be read", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_developer_keeps_for_himself_is_read_in_development_alone_and_the_environment_is_over_it()
    {
        var home = Directory.CreateTempSubdirectory("engagebot-home-");
        var folder = home.CreateSubdirectory(Path.Combine("Microsoft", "UserSecrets", HostConfiguration.UserSecrets));
        File.WriteAllText(Path.Combine(folder.FullName, "secrets.json"), """{ "EngageBot:Discord:Token": "kept.by.a.developer", "EngageBot:Discord:MessageContent": "false" }""");
        using (new SetVariables(("APPDATA", home.FullName)))
        {
            Assert.Null(HostConfiguration.Discord());
        }

        using (new SetVariables(("APPDATA", home.FullName), ("DOTNET_ENVIRONMENT", "Development"), ("EngageBot__Discord__MessageContent", "true")))
        {
            var discord = HostConfiguration.Discord()!;
            Assert.Equal(("kept.by.a.developer", true), (discord.Token.Reveal(), discord.MessageContent));
        }

        home.Delete(recursive: true);
    }

    [Fact]
    public void The_tool_for_user_secrets_writes_where_the_program_reads()
    {
        var project = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Example())!, "src", "EngageBot.Host", "EngageBot.Host.csproj"));
        Assert.Contains($"<UserSecretsId>{HostConfiguration.UserSecrets}</UserSecretsId>", project, StringComparison.Ordinal);
    }

    /// <summary>The environment as it is until this ends.</summary>
    private sealed class SetVariables : IDisposable
    {
        private readonly List<(string Name, string? Before)> _before = [];

        public SetVariables(params (string Name, string? Value)[] variables)
        {
            foreach (var (name, value) in variables)
            {
                _before.Add((name, Environment.GetEnvironmentVariable(name)));
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose() => _before.ForEach(one => Environment.SetEnvironmentVariable(one.Name, one.Before));
    }

    private static string Example()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "EngageBot.sln")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "appsettings.example.json");
    }

    private static CommunityRules Rules(params (string Name, string Value)[] settings) => HostConfiguration.Rules(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"EngageBot:Rules:{setting.Name}", (string?)setting.Value))).Build());
}
