using EngageBot.Chat;
using EngageBot.Pipeline;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

public sealed class ReadTextTests
{
    private static readonly string[] Texts =
    [
        "how do i mount a usb stick?", "thanks!", string.Empty, "check out my new course at https://birds.example/a, 20% off today only", "ada: try the other one", "教えて",
    ];

    [Fact]
    public void Texts_read_together_say_what_each_says_by_itself()
    {
        ChatEvent[] events = [.. Enumerable.Range(0, 500).Select(number => A.Message($"{Texts[number % Texts.Length]} {number}").Id(number + 1).Mentioning(number % 3 == 0 ? ["ada"] : []).ToChatEvent())];

        var together = ReadText.Of(events);

        for (var at = 0; at < events.Length; at++)
        {
            var alone = ReadText.Of([events[at]])[0]!;
            Assert.Equal((alone.Traits, alone.Kind, alone.Traces.Promotion, alone.Traces.Sketch), (together[at]!.Traits, together[at]!.Kind, together[at]!.Traces.Promotion, together[at]!.Traces.Sketch));
            Assert.Equal(alone.Words.Words, together[at]!.Words.Words);
            Assert.Equal(alone.Traces.Domains, together[at]!.Traces.Domains);
        }

        Assert.Contains(together, text => text!.Kind == PostKind.HelpRequest);
        Assert.Contains(together, text => text!.Traces.Domains.Count > 0);
    }

    [Fact]
    public void Nothing_is_read_of_what_is_no_message() =>
        Assert.All(ReadText.Of([new ChannelSeen(A.Message("x").ToChatEvent().Community, TestTime.Noon, default) { Name = "x" }]), Assert.Null);
}
