using EngageBot.Chat;
using EngageBot.SelfPromotion.Notes;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion.Notes;

public sealed class NotePolicyTests
{
    /// <summary>Of each question: who asked, and how well it fits, in hundredths. Which are told of, by their places.</summary>
    [Theory]
    [InlineData("a50 b40 c30 d20", "0 1 2")]
    [InlineData("a20 b30 c40", "2 1 0")]
    [InlineData("a50 a40 b30", "0 2")] // Different people.
    [InlineData("a14 b15", "1")] // Chance.
    [InlineData("a10 b9", "")]
    [InlineData("a30 b30 c30 d30", "0 1 2")] // Who waits longest.
    public void Those_he_knows_most_about_of_different_people(string questions, string told)
    {
        var asked = questions.Split(' ').Select((question, at) => new OpenQuestion(at, question[0], at)
        {
            Channel = 1,
            ChannelName = "help",
            Place = new MessagePlace(TestTime.Channel("help"), null, new MessageId(at)),
            Text = "how?",
            Match = int.Parse(question[1..], System.Globalization.CultureInfo.InvariantCulture) / 100.0,
        });
        List<OpenQuestion> chosen = [];
        foreach (var question in NotePolicy.Ranked(asked).Where(question => NotePolicy.MayAdd(question, chosen)))
        {
            chosen.Add(question);
        }

        Assert.Equal(told, string.Join(' ', chosen.Select(question => question.Post)));
    }
}
