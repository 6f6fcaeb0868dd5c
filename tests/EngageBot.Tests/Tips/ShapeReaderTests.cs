using EngageBot.Chat;
using EngageBot.Tips;

namespace EngageBot.Tests.Tips;

/// <summary>What is seen of a post, in any language.</summary>
public sealed class ShapeReaderTests
{
    private const string Log =
        """
        it stops when I start it
        2026-01-05 12:00:00 ERROR connection refused
        2026-01-05 12:00:01 ERROR connection refused
        at Acme.Boxes.Lid.Open(Key key)
        what now?
        """;

    private const string Script =
        """
        my lid does not open
        var key = box.Find("key");
        if (key == null) {
          box.Open(key);
        }
        any idea?
        """;

    [Theory]
    [InlineData("how do I open the lid?", 1, false)]
    [InlineData("how do I open the lid? I tried a key and expected it to turn", 1, true)]
    [InlineData("how do I open the lid of version 2.4?", 1, true)]
    [InlineData("wie öffne ich den Deckel? ich habe schon einen Schlüssel versucht", 1, true)]
    [InlineData("comment ouvrir le couvercle ? j'ai essayé avec une clé", 1, true)]
    [InlineData("¿cómo abro la tapa? he intentado con una llave", 1, true)]
    [InlineData("como abro a tampa? tentei com uma chave", 1, true)]
    [InlineData("箱のふたはどうやって開けますか？鍵を試しました", 1, true)]
    [InlineData("箱のふたはどうやって開けますか？", 1, false)]
    [InlineData("what? why?? how?!? when?", 4, false)]
    [InlineData("please help me with the lid of my box", 0, false)]
    public void Questions_are_counted_and_what_was_tried_is_seen(string text, int questions, bool hasContext)
    {
        var shape = ShapeReader.Read(text, PostKind.Question, MessageTraits.None);
        Assert.Equal((questions, hasContext), (shape.Questions, shape.HasContext));
    }

    [Theory]
    [InlineData("https://acme.org/lids", true)]
    [InlineData("look at https://acme.org/lids?page=2", true)]
    [InlineData("this explains why the lid of a box jams https://acme.org/lids", false)]
    [InlineData("箱のふたの開け方について https://acme.org/lids", false)]
    [InlineData("no link at all", false)]
    public void A_link_with_hardly_a_word_is_seen(string text, bool isOnly)
    {
        var shape = ShapeReader.Read(text, PostKind.Announcement, MessageTraits.None);
        Assert.Equal((isOnly, 0), (shape.IsOnlyALink, shape.Questions));
    }

    [Theory]
    [InlineData(Log, true)]
    [InlineData(Script, true)]
    [InlineData("```\n" + Script + "\n```\nwhy?", false)]
    [InlineData("one (perhaps two) of us;\nthen what?", false)]
    [InlineData("what comes first:\n- a key;\n- a box;\n- a lid;\nor none?", false)]
    [InlineData("Hello!\nI have a box.\nIt has a lid.\nHow do I open it?", false)]
    public void Code_and_logs_that_stand_in_plain_text_are_seen(string text, bool isBare) => Assert.Equal(isBare, ShapeReader.Read(text, PostKind.Question, MessageTraits.None).HasBareCode);

    [Fact]
    public void Code_does_not_make_a_post_long_nor_ask_questions()
    {
        var shape = ShapeReader.Read($"why does it stop?\n```\n{new string('?', 3_000)}\n```", PostKind.Question, MessageTraits.None);
        Assert.Equal((1, true), (shape.Questions, shape.Length < 100));
        Assert.True(ShapeReader.Read(new string('a', 9_000), PostKind.Question, MessageTraits.None).Length > 8_000);
    }

    [Theory]
    [InlineData("anyone here?", MessageTraits.None, false)]
    [InlineData("anyone here?", MessageTraits.HasAttachments, true)]
    [InlineData("how do I open the lid of a box?", MessageTraits.None, true)]
    public void A_picture_says_what_it_is_about(string text, MessageTraits traits, bool has) => Assert.Equal(has, ShapeReader.Read(text, PostKind.Question, traits).HasSubstance);

    [Fact]
    public void Whatever_somebody_writes_is_read_quickly_or_left_alone()
    {
        foreach (var text in new[] { new string('`', 4_000), string.Concat(Enumerable.Repeat("[2026-01-05 a", 300)), string.Concat(Enumerable.Repeat("a(", 2_000)), new string(' ', 4_000) + "?" })
        {
            Assert.NotNull(ShapeReader.Read(text, PostKind.Question, MessageTraits.None));
        }
    }
}
