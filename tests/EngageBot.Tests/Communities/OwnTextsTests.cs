using EngageBot.Communities;
using EngageBot.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Communities;

/// <summary>What moderators may have the bot say.</summary>
public sealed class OwnTextsTests
{
    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void What_the_bot_says_of_itself_would_pass_as_well(string language)
    {
        var book = TextBook.In(language);
        Assert.Null(OwnTexts.Problem(OwnTexts.Names.ToDictionary(name => name, name => book[name])));
    }

    [Theory]
    [InlineData("board.title", "Who knows?")]
    [InlineData("board.title", "まだ返事のない投稿")]
    [InlineData("board.title", "Two lines\nof ours 👩‍👩‍👧, ask@example.org")]
    [InlineData("ask.text", "{why} Please have a look:\n{post}")]
    [InlineData("thanks.one", "“{post}” in {channel}: thanks <3")]
    public void Words_are_taken(string name, string words) => Assert.Null(Problem(name, words));

    [Theory]
    [InlineData("board.title", "", "some letters")]
    [InlineData("board.title", " \n ", "some letters")]
    [InlineData("board.title", "...", "some letters")]
    [InlineData("board.title", "\u200B\u200D", "some letters")]
    [InlineData("board.title", "a\u200Bb", "nobody sees")]
    [InlineData("board.title", "a\u202Eb", "nobody sees")]
    [InlineData("board.title", "a\0b", "nobody sees")]
    [InlineData("board.title", "a\tb", "nobody sees")]
    [InlineData("board.title", "@everyone look", "mention nobody")]
    [InlineData("board.title", "look, @here", "mention nobody")]
    [InlineData("board.title", "look (@channel)", "mention nobody")]
    [InlineData("board.title", "look ＠everyone", "mention nobody")]
    [InlineData("board.title", "<@123> knows", "mention nobody")]
    [InlineData("board.title", "<@&123> know", "mention nobody")]
    [InlineData("board.title", "<!channel> now", "mention nobody")]
    [InlineData("board.title", "< !subteam^S1> now", "mention nobody")]
    [InlineData("board.title", "In {channel}", "no placeholders")]
    [InlineData("board.title", "In {", "no placeholders")]
    [InlineData("ask.text", "{post}", "each of these once, and no other curly brackets: {post} {why}.")]
    [InlineData("ask.text", "{post} {why} {post}", "once")]
    [InlineData("ask.text", "{post} {why} {name}", "once")]
    [InlineData("ask.text", "{post} {why} }", "once")]
    [InlineData("ask.text", "{{post}} {why}", "once")]
    [InlineData("ask.txet", "{post} {why}", "Did you mean ask.text?")]
    [InlineData("ask.button.stop", "Never", "that can be worded anew")]
    [InlineData("turn.offer", "Yes?", "that can be worded anew")]
    public void Words_are_refused_with_the_reason(string name, string words, string reason) => Assert.Contains(reason, Problem(name, words), StringComparison.Ordinal);

    [Theory]
    [InlineData("board.title", 200), InlineData("ask.will", 400), InlineData("notice.text", 1_500)]
    public void There_is_room_for_so_much(string name, int most)
    {
        var needed = name == "notice.text" ? "{days}" : string.Empty;
        Assert.Null(Problem(name, needed + new string('a', most - needed.Length)));
        Assert.NotNull(Problem(name, needed + new string('a', most + 1 - needed.Length)));
        Assert.NotNull(Problem(name, needed + "a" + new string('\n', 20)));
    }

    [Fact]
    public void What_passes_can_be_filled_in_whatever_it_is() => Prop.ForAll(Gen.Elements("ask.text", "thanks.one", "board.title").ToArbitrary(), ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (name, before, after) =>
    {
        var placeholders = name == "board.title" ? string.Empty : name == "ask.text" ? "{post}{why}" : "{post}{channel}";
        var words = before + placeholders + after;
        if (Problem(name, words) is null)
        {
            var shown = TextBook.In("en").With(new Dictionary<string, string> { [name] = words }).Of(name, ("post", "{why}"), ("why", "W"), ("channel", "C"));
            Assert.Contains(before, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("{post}", shown, StringComparison.Ordinal);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_usual_words_are_no_words_of_their_own()
    {
        var rules = OwnTexts.Worded(new CommunityRules { Language = "de" }, "board.title", "Offen:");
        Assert.Equal("Offen:", rules.Wording()["board.title"]);
        Assert.Equal(TextBook.In("de")["board.end"], rules.Wording()["board.end"]);
        Assert.Empty(OwnTexts.Worded(rules, "board.title", TextBook.In("de")["board.title"]).Texts);
        Assert.Empty(OwnTexts.Worded(rules, "board.title", words: null).Texts);
        Assert.Equal(TextBook.In("de")["board.title"], TextBook.In("de").With(new Dictionary<string, string>())["board.title"]);
    }

    [Fact]
    public void Of_what_an_earlier_program_stored_all_holds_that_can_be_said()
    {
        var stored = RulesOverrides.Parse("""{"texts":{"board.title":"Open:","board.gone":"Gone","ask.text":"{post}","ask.will":7,"board.end":null},"balance":5}""");
        var rules = RulesOverrides.Effective(new CommunityRules(), stored, out var unfit);
        Assert.Equal(new Dictionary<string, string> { ["board.title"] = "Open:" }, rules.Texts);
        Assert.Equal(5, rules.Balance);
        Assert.Equal(["texts"], unfit);
    }

    private static string? Problem(string name, string words) => OwnTexts.Problem(new Dictionary<string, string> { [name] = words });
}
