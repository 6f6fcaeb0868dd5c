using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Pipeline;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

public sealed class NeverNudgedTests
{
    [Theory, EachEngine]
    public async Task Nobody_is_asked_about_a_crisis_a_quarrel_a_scam_a_complaint_or_what_is_for_one_alone(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var clock = new VirtualClock(TestTime.Noon);
        await using var program = new Engine(clock, database.Source, RulesBook.Fixed(new CommunityRules()));
        ChatEvent[] history =
        [
            A.Message("I don't want to live anymore, what should I do?").Id(1).By("a").In("one"),
            A.Message("are you stupid or what?").Id(2).By("b").In("two"),
            A.Message("can anyone help? please DM me").Id(3).By("c").In("three"),
            A.Message("why do the mods keep deleting my posts?").Id(4).By("d").In("four"),
            A.Message("who wants to join tonight?").Id(5).By("e").In("five"),
            A.Message("<@7> how did you glue it?").Id(6).By("f").In("six").Mentioning("zoe"),
            A.Message("how do you glue it?").Id(7).By("g").In("seven"),
        ];

        await program.HandleAsync(new ChatEventBatch(history), CancellationToken.None);
        while (program.NextDue is { } due && due < TestTime.Noon.AddDays(3))
        {
            clock.MoveTo(due);
            await program.PlanAsync(CancellationToken.None);
        }

        await program.FlushAsync(CancellationToken.None);
        Assert.Equal(["7"], await database.RowsAsync("SELECT DISTINCT m.number FROM nudges n JOIN messages m ON m.id = n.post"));
    }
}
