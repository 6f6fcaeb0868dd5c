using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class RulesFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagebot-rules-").FullName;

    [Fact]
    public async Task What_is_left_out_has_its_default()
    {
        var rules = await ReadAsync("""
            {
              // a comment is fine
              "asksPerPost": 1,
              "publicStep": "Reply",
              "waitAtLeast": "01:00:00",
              "ignoredChannels": ["announcements"],
              "quietHours": { "from": "22:00", "to": "08:00", "timeZone": "Europe/Berlin" },
            }
            """);
        Assert.Equal(1, rules.AsksPerPost);
        Assert.Equal(PublicStep.Reply, rules.PublicStep);
        Assert.Equal(TimeSpan.FromHours(1), rules.WaitAtLeast);
        Assert.Equal(new CommunityRules().WaitAtMost, rules.WaitAtMost);
        Assert.Equal("Europe/Berlin", rules.QuietHours!.TimeZone);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "no rules")]
    [InlineData("[]", "line 1")]
    [InlineData("{ \"asksPerPots\": 1 }", "asksPerPots")]
    [InlineData("{ \"asksPerPost\": \"many\" }", "line 1")]
    [InlineData("{ \"asksPerPost\": 6 }", "asksPerPost")]
    [InlineData("{ \"waitAtLeast\": \"00:00:00\" }", "waitAtLeast")]
    [InlineData("{ \"waitAtMost\": \"8.00:00:00\" }", "waitAtMost")]
    [InlineData("{ \"waitAtLeast\": \"05:00:00\", \"waitAtMost\": \"04:00:00\" }", "longer than")]
    [InlineData("{ \"waitWithoutHistory\": \"13:00:00\" }", "waitWithoutHistory")]
    [InlineData("{ \"boardAtMost\": \"3.00:00:00\" }", "boardAtMost")]
    [InlineData("{ \"asksPerDay\": -1 }", "asksPerDay")]
    [InlineData("{ \"watchedChannels\": null }", "watchedChannels")]
    [InlineData("{ \"ignoredChannels\": [null] }", "ignoredChannels")]
    [InlineData("{ \"restAfter\": \"10000000.00:00:00\" }", "restAfter")]
    [InlineData("{ \"quietHours\": { \"from\": \"22:00\", \"to\": \"08:00\" } }", "timeZone")]
    [InlineData("{ \"publicStep\": \"Loud\" }", "line 1")]
    [InlineData("{ \"publicStep\": 9 }", "publicStep")]
    [InlineData("{ \"boardChannel\": \"\" }", "boardChannel")]
    [InlineData("{ \"repliesPerDay\": 1001 }", "repliesPerDay")]
    [InlineData("{ \"betweenAsks\": \"31.00:00:00\" }", "betweenAsks")]
    [InlineData("{ \"watchedChannels\": [\"a\"], \"ignoredChannels\": [\"A\"] }", "both")]
    [InlineData("{ \"quietHours\": { \"from\": \"22:00\", \"to\": \"08:00\", \"timeZone\": \"Europe/Atlantis\" } }", "Atlantis")]
    [InlineData("{ \"quietHours\": { \"from\": \"22:00\", \"to\": \"22:00\", \"timeZone\": \"Etc/UTC\" } }", "quietHours")]
    public async Task Rules_that_cannot_be_used_are_refused_in_one_line_with_the_reason(string json, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RulesException>(() => ReadAsync(json));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("rules.json", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        Assert.Contains("nowhere.json", (await Assert.ThrowsAsync<RulesException>(() => RulesFile.ReadAsync(Path.Combine(_folder, "nowhere.json"), CancellationToken.None))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("general", true), InlineData("#Help", false), InlineData("off-topic", false)]
    public void Channels_are_named_with_or_without_their_sign(string name, bool isWatched) =>
        Assert.Equal(isWatched, new CommunityRules { IgnoredChannels = ["help", "c-9"] }.Watches(name, name == "off-topic" ? "c-9" : "c-1"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<CommunityRules> ReadAsync(string json)
    {
        var path = Path.Combine(_folder, "rules.json");
        await File.WriteAllTextAsync(path, json);
        return await RulesFile.ReadAsync(path, CancellationToken.None);
    }
}
