using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Tests.Outbox;
using EngageBot.Texts;

namespace EngageBot.Tests.Why;

/// <summary>Whatever the bot says can be asked about, by whom it was said to, in his language.</summary>
public sealed class WhyOfEveryFormTests
{
    /// <summary>A tag and a reaction are no messages.</summary>
    private static readonly OutboxKind[] NoMessages = [OutboxKind.Tag, OutboxKind.Eyes];

    public static TheoryData<PublicStep> Steps => [.. Enum.GetValues<PublicStep>()];

    [Theory, MemberData(nameof(Steps))]
    public async Task Every_message_says_why_to_whoever_stands_before_it(PublicStep step)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await EveryForm.BeginAsync(database, step);
        await new EveryForm(story, time => time <= TimeSpan.FromSeconds(1) ? story.PassAsync(1) : story.SkipAsync(time)).RunAsync();

        var kinds = (await database.RowsAsync("SELECT id, kind FROM outbox")).Select(row => row.Split(" | ")).ToDictionary(row => long.Parse(row[0], null), row => Enum.Parse<OutboxKind>(row[1]));
        HashSet<OutboxKind> asked = [];
        foreach (var sent in story.Platform.Sent.DistinctBy(sent => kinds[sent.OutboxId!.Value]))
        {
            var kind = kinds[sent.OutboxId!.Value];
            asked.Add(kind);
            var who = sent.To ?? sent.Opens?.Members[0] ?? TestTime.Member("ann");
            foreach (var language in TextBook.Languages)
            {
                var texts = TextBook.In(language);
                var by = new Asker(TestTime.Community, who, story.Clock.GetUtcNow()) { Language = language };
                var said = Assert.IsType<CommandReply.Says>(await story.RunAsync(new CommandRequest.OnMessage(by, "why", sent.Place))).Text;
                var reasons = (string[])[texts[OutboxKinds.WhyName(kind)], .. kind == OutboxKind.Ask ? (string[])[Beginning(texts["ask.why.channel"]), Beginning(texts["ask.why.topics"])] : []];
                Assert.True(reasons.Any(reason => said.Contains(reason, StringComparison.Ordinal)), $"{kind} in {language}: {said}");
            }
        }

        Assert.Superset(EveryForm.Expected(step).Except(NoMessages).ToHashSet(), asked);
    }

    private static string Beginning(string template) => template.Split('{')[0];
}
