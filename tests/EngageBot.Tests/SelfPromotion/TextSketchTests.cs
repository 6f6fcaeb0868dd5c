using EngageBot.SelfPromotion;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.SelfPromotion;

public sealed class TextSketchTests
{
    private const string Advertisement =
        "Our new summer collection of hand made wooden birds is finally in the shop, each of them carved and painted by hand, "
        + "and everybody who orders before Sunday gets a small nest for free, so have a look at https://birds.example/summer";

    [Theory]
    [InlineData("our NEW summer collection")]
    [InlineData("Our new summer collection 🎉🎉 ")]
    public void Capitals_and_pictures_change_nothing(string beginning) =>
        Assert.Equal(TextSketch.Of(Advertisement), TextSketch.Of(Advertisement.Replace("Our new summer collection", beginning, StringComparison.Ordinal)));

    [Fact]
    public void Another_page_of_the_same_site_changes_nothing() =>
        Assert.Equal(TextSketch.Of(Advertisement), TextSketch.Of(Advertisement.Replace("/summer", "/x?from=chat", StringComparison.Ordinal)));

    [Fact]
    public void Near_copies_differ_in_few_bits_and_other_texts_in_many()
    {
        var sketch = TextSketch.Of(Advertisement)!.Value;

        Assert.True(TextSketch.IsNear(sketch, TextSketch.Of(Advertisement + " tonight")!.Value));
        Assert.False(TextSketch.IsNear(sketch, TextSketch.Of("does anybody know why the left motor of my robot turns the wrong way when it is cold?")!.Value));
    }

    [Theory]
    [InlineData("good morning everybody")]
    [InlineData("🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉")]
    [InlineData("")]
    public void A_few_words_have_no_sketch(string text) => Assert.Null(TextSketch.Of(text));

    /// <summary>The bits are counted crosswise; here each for itself, the plain way.</summary>
    [Fact]
    public void A_bit_is_set_where_more_than_half_of_the_words_have_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            var random = new System.Random(seed.Get);
            var words = Enumerable.Range(0, random.Next(TextSketch.Fewest, 60)).Select(_ => $"w{random.Next(40)}x").ToList();
            var single = words.Select(word => (ulong)TextSketch.Of(string.Join(' ', Enumerable.Repeat(word, TextSketch.Fewest)))!.Value).ToList();
            var expected = Enumerable.Range(0, 64).Where(bit => single.Count(value => (value >> bit & 1) == 1) > words.Count / 2).Aggregate(0UL, (bits, bit) => bits | 1UL << bit);
            return (ulong)TextSketch.Of(string.Join(' ', words))!.Value == expected;
        }));

    [Theory]
    [InlineData(0xFF, true)]
    [InlineData(0x1FF, false)]
    public void Eight_bits_are_the_most_that_near_copies_differ_in(long other, bool isNear) => Assert.Equal(isNear, TextSketch.IsNear(0, other));

    /// <summary>Sketches are stored: whatever makes others makes those in the store worthless.</summary>
    [Fact]
    public void A_sketch_is_the_same_in_every_version() => Assert.Equal(-6537059913137402483, TextSketch.Of("One two three, four five six seven!"));
}
