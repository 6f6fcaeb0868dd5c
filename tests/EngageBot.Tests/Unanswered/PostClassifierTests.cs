using EngageBot.Chat;
using EngageBot.Unanswered;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Unanswered;

public sealed class PostClassifierTests
{
    [Theory]
    [InlineData("what time is it?", PostKind.Question)]
    [InlineData("¿qué hora es?", PostKind.Question)]
    [InlineData("これは何ですか？", PostKind.Question)]
    [InlineData("ما هذا؟", PostKind.Question)]
    [InlineData("really?!", PostKind.Question)]
    [InlineData("see https://example.org/?q=1&b=2 for more", PostKind.Announcement)]
    [InlineData("see https://example.org/page?", PostKind.Question)]
    [InlineData("Does anyone know how to flash this board", PostKind.HelpRequest)]
    [InlineData("kann mir jemand mit dem Drucker helfen", PostKind.HelpRequest)]
    [InlineData("here is my draft, feedback welcome", PostKind.FeedbackRequest)]
    [InlineData("Hi everyone, I'm Chiara from Turin and I knit", PostKind.Introduction)]
    [InlineData("Just finished the weather station: https://example.org/w", PostKind.ShownWork)]
    [InlineData("New issue of my newsletter is out https://example.org/n", PostKind.Announcement)]
    [InlineData("good morning", PostKind.Chat)]
    [InlineData("", PostKind.Chat)]
    [InlineData("100% sure", PostKind.Chat)]
    public void A_text_says_what_it_wants(string text, PostKind kind) => Assert.Equal(kind, PostClassifier.Classify(text, MessageTraits.None));

    [Theory]
    [InlineData(MessageTraits.Bot), InlineData(MessageTraits.Webhook), InlineData(MessageTraits.System)]
    public void What_no_person_wrote_wants_nothing(MessageTraits traits) => Assert.Equal(PostKind.Chat, PostClassifier.Classify("does anyone know?", traits));

    [Fact]
    public void No_text_is_too_odd() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => Enum.IsDefined(PostClassifier.Classify(string.Concat(Enumerable.Repeat(text.Get + "?i'm ", 50)), MessageTraits.None))));
}
