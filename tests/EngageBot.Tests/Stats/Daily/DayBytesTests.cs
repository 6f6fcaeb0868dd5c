using EngageBot.Chat;
using EngageBot.Stats.Daily;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Stats.Daily;

/// <summary>What is packed is what was there.</summary>
public sealed class DayBytesTests
{
    [Fact]
    public void Lines_come_out_as_they_went_in() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var lines = Made(new Random(seed));
            List<DayLine> unpacked = [];
            Assert.True(DayBytes.TryUnpack(DayBytes.Pack(lines), unpacked));
            Assert.Equal(lines, unpacked);
        }));

    [Fact]
    public void A_line_takes_a_dozen_bytes()
    {
        var lines = Enumerable.Range(0, 1_000).Select(number => new DayLine(5_000_000 + (3 * number), 1_767_614_400_000 + (80_000L * number), 12_000 + number)
        {
            Kind = PostKind.Question, Parent = 5_000_000 + (3 * number) - 40,
        }).ToList();

        Assert.InRange(DayBytes.Pack(lines).Length, 1, 12 * lines.Count);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 200, 1, 2, 3 })]
    public void Another_form_is_refused(byte[] bytes) => Assert.False(DayBytes.TryUnpack(bytes, []));

    private static List<DayLine> Made(Random random)
    {
        var signs = Enum.GetValues<DaySigns>().Where(sign => sign < DaySigns.HasParent).ToArray();
        return [.. Enumerable.Range(0, random.Next(40)).Select(_ => new DayLine(1 + random.NextInt64(long.MaxValue / 4), random.NextInt64(4_000_000_000_000), random.NextInt64(int.MaxValue))
        {
            Kind = (PostKind)random.Next(10),
            Signs = signs[random.Next(signs.Length)] | signs[random.Next(signs.Length)],
            Parent = random.Next(2) * (1 + random.NextInt64(long.MaxValue / 4)),
            ParentAuthor = random.Next(2) * random.NextInt64(int.MaxValue),
            DeletedAt = random.Next(2) * random.NextInt64(4_000_000_000_000),
        })];
    }
}
