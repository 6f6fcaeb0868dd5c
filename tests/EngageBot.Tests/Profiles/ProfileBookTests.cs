using EngageBot.Chat;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Tests.Profiles;

public sealed class ProfileBookTests
{
    [Fact]
    public void Who_is_forgotten_is_so_with_what_he_just_wrote()
    {
        var book = new ProfileBook();
        var row = new MessageRow { Key = 1, Channel = 1, Id = new MessageId(1), Thread = null, Author = 7, At = 1_000, Traits = MessageTraits.None, Kind = PostKind.Chat, Text = "printer", Words = LineWords.None };
        book.Take(new RecordedMessage(row, Link: null, IsLate: false), community: 1, isOpen: true, answered: null);
        Assert.True(book.TryGet(7, out _));
        Assert.NotNull(book.Recent(1));

        book.Forget(7);

        Assert.False(book.TryGet(7, out _));
        Assert.Null(book.Recent(1));
    }
}
