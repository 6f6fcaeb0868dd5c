namespace EngageBot.EndToEndTests;

public sealed class CommunityCommandTests
{
    [Fact]
    public async Task A_new_community_is_observed_until_it_is_told_otherwise()
    {
        using var program = await WithCommunityAsync();
        Assert.Contains("observes", await OutputAsync(program, "community", "list"), StringComparison.Ordinal);

        var live = await OutputAsync(program, "community", "live");
        Assert.Contains("The bot is live in", live, StringComparison.Ordinal);
        Assert.Contains("The first 3 messages of each kind wait until a moderator presses Send", live, StringComparison.Ordinal);
        Assert.Contains("EngageBot:Rules:BoardChannel", live, StringComparison.Ordinal);
        Assert.Contains("is live since", await OutputAsync(program, "community", "list"), StringComparison.Ordinal);

        Assert.Contains("only observes", await OutputAsync(program, "community", "observe"), StringComparison.Ordinal);
        Assert.Contains("observes", await OutputAsync(program, "community", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_community_that_is_not_known_is_a_sentence_and_so_is_a_missing_database()
    {
        using var program = await WithCommunityAsync();
        await SaysAsync(program, "No community has the id 404. See: engagebot community list", "community", "live", "404");

        using var empty = new ProgramRun();
        await SaysAsync(empty, "No community is known yet.", "community", "list");
    }

    [Theory]
    [InlineData("""{ "WaitAtLeast": "soon" }""", "EngageBot:Rules:WaitAtLeast")]
    [InlineData("""{ "WaitAtLest": "00:00:01" }""", "EngageBot:Rules:WaitAtLest: there is no such rule. Did you mean WaitAtLeast?")]
    [InlineData("""{ "WaitAtLeast": "00:00:00" }""", "EngageBot:Rules: waitAtLeast must be at least 1 second")]
    [InlineData("""{ "PublicStep": "Loud" }""", "EngageBot:Rules:PublicStep")]
    [InlineData("""{ "PublicStep": "9" }""", "EngageBot:Rules: publicStep must be Board, Tag or Reply")]
    [InlineData("""{ "BoardChannel": " " }""", "EngageBot:Rules: publicStep must be Board, Tag or Reply, and boardChannel the name of a channel")]
    [InlineData("""{ "QuietHours": { "From": "22:00", "To": "08:00", "TimeZone": "Europe/Nowhere" } }""", "EngageBot:Rules: the time zone Europe/Nowhere is not known.")]
    public async Task Rules_that_cannot_be_used_are_refused_in_a_sentence(string rules, string sentence)
    {
        using var program = await WithCommunityAsync();
        program.Write("appsettings.json", $$"""{ "EngageBot": { "Rules": {{rules}} } }""");
        await SaysAsync(program, sentence, "community", "live");
        Assert.Contains("observes", await OutputAsync(program, "community", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wait_can_be_set_down_to_one_second()
    {
        using var program = await WithCommunityAsync();
        program.Write(
            "appsettings.json",
            """
            { "EngageBot": { "Rules": {
              "WaitAtLeast": "00:00:01", "WaitAtMost": "00:00:01", "WaitWithoutHistory": "00:00:01", "BoardAtMost": "00:00:01", "RestAfter": "00:00:01",
              "BetweenAsks": "00:00:01", "WatchedChannels": [ "help" ], "QuietHours": { "From": "22:00", "To": "08:00", "TimeZone": "Europe/Berlin" }
            } } }
            """);
        await OutputAsync(program, "community", "live");
    }

    private static async Task<ProgramRun> WithCommunityAsync()
    {
        var program = new ProgramRun();
        Assert.Equal(0, (await program.RunAsync("replay", program.Lines(8), "--database")).ExitCode);
        return program;
    }

    private static async Task<string> OutputAsync(ProgramRun program, params string[] arguments)
    {
        var (exitCode, output, errors) = await program.RunAsync(arguments);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private static async Task SaysAsync(ProgramRun program, string sentence, params string[] arguments)
    {
        var (exitCode, _, errors) = await program.RunAsync(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }
}
