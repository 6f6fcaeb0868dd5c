using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.TestKit;
using EngageBot.Tests.Architecture;
using EngageBot.Tests.Database;
using EngageBot.Texts;
using EngageBot.Why;

namespace EngageBot.Tests.Why;

/// <summary>Members ask why they were written to, and why they were not.</summary>
public sealed partial class WhyCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, EachEngine]
    public async Task A_helper_is_told_why_he_was_asked_what_he_said_and_that_he_is_not_asked_again_today(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await AskedAsync(database);
        await story.PressAsync("bob", "will");

        var text = await WhyAsync(story, "bob");
        Assert.Contains("Sent 2026-01-05 12:00 UTC.", text, StringComparison.Ordinal);
        Assert.Contains(English["why.ask"], text, StringComparison.Ordinal);
        Assert.Contains(English["said.answer.will"], text, StringComparison.Ordinal);
        Assert.Contains(English["contact.asked_lately"], text, StringComparison.Ordinal);
        Assert.DoesNotContain("how do I open", text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Any_message_of_the_bot_can_be_asked_about_and_nothing_of_others_messages(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await AskedAsync(database);
        var asked = story.Platform.Sent.Single(sent => sent.To is not null);
        await story.PassAsync(60);
        var board = story.Platform.Sent.Last(sent => sent.To is null);

        Assert.Contains(English["why.ask"], await WhyAsync(story, "bob", asked.Place), StringComparison.Ordinal);
        Assert.Contains(English["why.board"], await WhyAsync(story, "eve", board.Place), StringComparison.Ordinal);
        Assert.Equal(English["why.not-mine"], await WhyAsync(story, "eve", asked.Place));
        Assert.Equal(English["why.not-mine"], await WhyAsync(story, "bob", board.Place with { Channel = TestTime.Channel("help") }));
        Assert.Equal(English["why.not-mine"], await WhyAsync(story, "bob", board.Place with { Id = new MessageId(1) }));
    }

    [Theory]
    [InlineData("ada", "contact.not_agreed")]
    [InlineData("optout", "contact.opted_out")]
    [InlineData("pause", "contact.paused")]
    [InlineData("live", "why.allowed")]
    public async Task Who_hears_nothing_is_told_why(string does, string text)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerDay = 10 });
        if (does != "ada")
        {
            await story.AgreeAsync("ada");
            MemberChoice? choice = does switch
            {
                "optout" => new MemberChoice.LeavesOut(TestTime.Community, TestTime.Noon, TestTime.Member("ada")),
                "pause" => new MemberChoice.Pauses(TestTime.Community, TestTime.Noon, TestTime.Member("ada"), TestTime.Noon.AddDays(2)),
                _ => null,
            };
            await story.HappenAsync(choice is null ? [] : [choice]);
        }

        var said = await WhyAsync(story, "ada");
        Assert.StartsWith(English["why.none"], said, StringComparison.Ordinal);
        Assert.Contains(English[text], said, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task It_is_told_in_the_members_language(string language)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await AskedAsync(database);
        var reply = await story.RunAsync(new CommandRequest.Typed(
            new Asker(TestTime.Community, TestTime.Member("bob"), story.Clock.GetUtcNow()) { Language = language }, "why"));

        var (text, book) = (Assert.IsType<CommandReply.Says>(reply).Text, TextBook.In(language));
        Assert.StartsWith(book["why.last"], text, StringComparison.Ordinal);
        Assert.Contains(book["why.ask"], text, StringComparison.Ordinal);
        Assert.Contains(book["contact.asked_lately"], text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, 1_900);
    }

    [Fact]
    public void Every_form_every_state_and_every_reason_has_its_words()
    {
        Assert.Empty(Enum.GetValues<OutboxKind>().Select(OutboxKinds.WhyName).Except(English.Names));
        Assert.Empty(Enum.GetValues<ContactReason>().Select(ContactReasons.Key).Except(English.Names));
        Assert.Empty(Enum.GetValues<OutboxState>().Select(state => $"said.state.{state.ToString().ToLowerInvariant()}").Except(English.Names));
    }

    [Fact]
    public void Outcomes_are_stored_in_the_words_that_can_be_told_in_other_languages()
    {
        var sources = string.Join('\n', Repository.Files("EngageBot").Select(File.ReadAllText));
        var outcomes = English.Names.Where(name => name.StartsWith("outcome.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(outcomes);
        Assert.DoesNotContain(outcomes, name => !sources.Contains($"\"{English[name]}\"", StringComparison.Ordinal));

        var said = new Said { Id = 1, Kind = OutboxKind.Ask, State = OutboxState.Withdrawn, At = TestTime.Noon, Channel = TestTime.Channel("help"), ChannelName = "help", Outcome = "Somebody replied." };
        Assert.Equal(TextBook.In("de")["outcome.replied"], SaidWords.Outcome(said, TextBook.In("de")));
        Assert.Equal(TextBook.In("de")["contact.paused"], SaidWords.Outcome(said with { Outcome = ContactReasons.English(ContactReason.Paused) }, TextBook.In("de")));
        Assert.Empty(SaidWords.Outcome(said with { Outcome = "missing_scope" }, English));
        Assert.Equal("missing_scope", SaidWords.OutcomeInFull(said with { Outcome = "missing_scope" }, English));
    }

    [Fact]
    public void Whatever_is_held_back_or_dropped_is_told_in_every_language()
    {
        var reasons = Repository.Files("EngageBot").SelectMany(file => Verdict().Matches(File.ReadAllText(file))).Select(match => match.Groups["reason"].Value).Distinct().ToList();
        Assert.True(reasons.Count > 20, $"{reasons.Count} found");
        Assert.DoesNotContain(reasons, reason => TextBook.Languages.Any(language => Retelling.Of(reason, TextBook.In(language), "outcome", "contact") is null));
    }

    [Fact]
    public void That_somebody_did_not_want_an_introduction_is_told_to_nobody()
    {
        var said = new Said { Id = 1, Kind = OutboxKind.Proposal, State = OutboxState.Withdrawn, At = TestTime.Noon, Channel = TestTime.Channel("help"), ChannelName = "help", Outcome = "Somebody did not want it." };
        Assert.Empty(SaidWords.Outcome(said, English));
        Assert.Empty(SaidWords.OutcomeInFull(said, English));
        Assert.Equal("missing_scope", SaidWords.OutcomeInFull(said with { State = OutboxState.Refused, Outcome = "missing_scope" }, English));
    }

    /// <summary>Bob is asked about a post of ada's.</summary>
    internal static async Task<LiveStory> AskedAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerPost = 1, AsksPerDay = 100, FewestHelpers = 1 });
        await story.AgreeAsync("bob");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        return story;
    }

    private static async Task<string> WhyAsync(LiveStory story, string member) => Assert.IsType<CommandReply.Says>(await story.TypeAsync(member, "why")).Text;

    private static async Task<string> WhyAsync(LiveStory story, string member, MessagePlace place) => Assert.IsType<CommandReply.Says>(
        await story.RunAsync(new CommandRequest.OnMessage(new Asker(TestTime.Community, TestTime.Member(member), story.Clock.GetUtcNow()), "why", place))).Text;

    [GeneratedRegex("OutboxVerdict\\.(Drop|Hold)\\(\"(?<reason>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Verdict();
}
