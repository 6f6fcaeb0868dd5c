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
    [InlineData("{ \"balance\": 21 }", "balance")]
    [InlineData("{ \"balance\": -1 }", "balance")]
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
    [InlineData("{ \"language\": \"tlh\" }", "language must be one of")]
    [InlineData("{ \"language\": null }", "language must be one of")]
    [InlineData("{ \"answeredEmoji\": [\" \"] }", "answeredEmoji")]
    [InlineData("{ \"answeredEmoji\": [\"::\"] }", "answeredEmoji")]
    [InlineData("{ \"promotionChannels\": null }", "promotionChannels")]
    [InlineData("{ \"watchedChannels\": [\"#a\"], \"ignoredChannels\": [\"a\"] }", "both")]
    [InlineData("{ \"channels\": null }", "channels must be a list")]
    [InlineData("{ \"channels\": [null] }", "channels must be a list")]
    [InlineData("{ \"channels\": [{ \"waitAtMost\": \"05:00:00\" }] }", "under channel")]
    [InlineData("{ \"channels\": [{ \"channel\": \"a\" }, { \"channel\": \"#A\" }] }", "twice")]
    [InlineData("{ \"channels\": [{ \"channel\": \"a\", \"waitAtMost\": \"01:00:00\" }] }", "in the channel a, waitWithoutHistory")]
    [InlineData("{ \"channels\": [{ \"channel\": \"a\", \"waitAtMots\": \"01:00:00\" }] }", "Did you mean waitAtMost?")]
    [InlineData("{\n\n\"asksPerPots\": 1 }", "line 3: there is no rule asksPerPots. Did you mean asksPerPost?")]
    [InlineData("{ \"holdOut\": true }", "There are: waitAtLeast, ")]
    [InlineData("{ \"asksPerPost\": 1, \"asksPerPost\": 2 }", "twice")]
    [InlineData("{ \"texts\": null }", "texts must be an object")]
    [InlineData("{ \"texts\": [] }", "line 1")]
    [InlineData("{ \"texts\": { \"board.title\": 1 } }", "line 1")]
    [InlineData("{ \"texts\": { \"board.title\": null } }", "must have some letters")]
    [InlineData("{ \"texts\": { \"board.titel\": \"Waiting\" } }", "Did you mean board.title?")]
    [InlineData("{ \"texts\": { \"privacy.ask\": \"No\" } }", "There are: ask.text, ")]
    [InlineData("{ \"texts\": { \"board.title\": \"One\", \"board.title\": \"Two\" } }", "board.title stands there twice")]
    [InlineData("{\n\"asksPerPost\": 1,\n\"waitAtMost\": \"soon\" }", "line 3")]
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

    [Theory]
    [InlineData("✅", true), InlineData("solved", true), InlineData("☑️", true), InlineData("☑", true), InlineData("👍", false), InlineData("12", false)]
    public void Emoji_are_known_however_they_were_written(string emoji, bool marks) =>
        Assert.Equal(marks, new CommunityRules { AnsweredEmoji = ["✅", "<:solved:12>", "☑"] }.MarksAnswered(emoji));

    [Fact]
    public void In_a_channel_its_own_waits_hold()
    {
        var rules = new CommunityRules { Channels = [new ChannelRules { Channel = "#help", WaitAtLeast = TimeSpan.FromMinutes(5) }] };
        Assert.Equal(TimeSpan.FromMinutes(5), rules.In("Help", "1").WaitAtLeast);
        Assert.Equal(rules.WaitAtMost, rules.In("Help", "1").WaitAtMost);
        Assert.Equal(rules.WaitAtLeast, rules.In("other", "2").WaitAtLeast);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<CommunityRules> ReadAsync(string json)
    {
        var path = Path.Combine(_folder, "rules.json");
        await File.WriteAllTextAsync(path, json);
        return await RulesFile.ReadAsync(path, CancellationToken.None);
    }
}
