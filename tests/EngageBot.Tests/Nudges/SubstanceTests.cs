using EngageBot.Nudges;

namespace EngageBot.Tests.Nudges;

/// <summary>Whether a post says what it is about.</summary>
public sealed class SubstanceTests
{
    [Theory]
    [InlineData("hello?", false)]
    [InlineData("anyone?", false)]
    [InlineData("How's everyone?", false)]
    [InlineData("Can anyone help me?", false)]
    [InlineData("from china?", false)]
    [InlineData("kann mir jemand helfen?", false)]
    [InlineData("¿alguien me puede ayudar?", false)]
    [InlineData("bonjour, quelqu'un peut m'aider svp?", false)]
    [InlineData("alguém pode me ajudar?", false)]
    [InlineData("", false)]
    [InlineData("??? !!!", false)]
    [InlineData("is gnome-look down?", true)]
    [InlineData("anyone have a sec to help me out with Samba", true)]
    [InlineData("can someone here help me try to get kismet to run?", true)]
    [InlineData("How can I see what F9 is bound to?", true)]
    [InlineData("where can I buy it?", true)]
    [InlineData("Wo finde ich die Anleitung?", true)]
    [InlineData("プリンターが動きません、どうすればいいですか", true)]
    [InlineData("助けて", false)]
    public void A_call_or_a_greeting_is_none(string text, bool expected) => Assert.Equal(expected, Substance.IsIn(text));
}
