using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox.Contact;

/// <summary>Nobody hears from the bot while he does not want to be disturbed, whatever it has to say.</summary>
public sealed class UndisturbedTests
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    [Theory, EachEngine]
    public async Task Nothing_of_any_form_is_said_to_somebody_who_does_not_want_to_be_disturbed(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await EveryForm.BeginAsync(database, PublicStep.Board);
        var random = new Random(1);
        await new EveryForm(story, time => PassAsync(story, random, time)).RunAsync();

        var said = (await database.RowsAsync("SELECT DISTINCT kind FROM outbox WHERE member IS NOT NULL AND sent_at IS NOT NULL")).Select(Enum.Parse<OutboxKind>).ToHashSet();
        Assert.Empty(Enum.GetValues<OutboxKind>().Where(form => OutboxKinds.ContactOf(form) is not null).Except(said));
        Assert.NotEmpty(await database.RowsAsync($"SELECT 1 FROM outbox WHERE member IS NOT NULL AND outcome = '{ContactReasons.English(ContactReason.DoNotDisturb)}'"));
    }

    /// <summary>A voice cannot forget to ask whether somebody may be contacted: none of them is asked itself.</summary>
    [Fact]
    public void Only_the_gate_asks_whether_somebody_is_there() => Assert.Equal(
        ["ContactGate.cs", "IChatPlatform.cs"],
        Architecture.Repository.Files("EngageBot").Where(file => File.ReadAllText(file).Contains("PresenceAsync(", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory, EachEngine]
    public async Task What_is_no_contact_is_not_said_in_private_at_all(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await using var session = new EngageBot.Database.WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var gate = new ContactGate(session, RulesBook.Fixed(new CommunityRules()), _ => story.Platform);
        foreach (var form in Enum.GetValues<OutboxKind>().Where(form => OutboxKinds.ContactOf(form) is null))
        {
            var verdict = await gate.LetThroughAsync(A.Planned(form) with { MemberKey = 1, Member = TestTime.Member("bob") }, TestTime.Noon, CancellationToken.None);
            Assert.Equal((form, OutboxKinds.IsForModerators(form)), (form, verdict is OutboxVerdict.Say));
        }
    }

    private static async Task PassAsync(LiveStory story, Random random, TimeSpan time)
    {
        var now = story.Clock.GetUtcNow() + time;
        story.Platform.Presences.Clear();
        if (random.Next(3) == 0)
        {
            foreach (var member in await story.Database.RowsAsync("SELECT platform_id FROM members"))
            {
                story.Platform.Presences[TestTime.Member(member)] = new MemberPresence(now + Calm, IsAway: false);
            }
        }

        var before = story.Platform.Sent.Count();
        story.Clock.MoveTo(now);
        await story.ListenAsync();
        await story.SpeakAsync();
        Assert.All(story.Platform.Sent.Skip(before), sent => Assert.False(sent.To is { } member && story.Platform.Presences.ContainsKey(member), $"{sent.To} heard “{sent.Text}” ({before.ToString(CultureInfo.InvariantCulture)})"));
    }
}
