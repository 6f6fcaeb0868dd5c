using EngageBot.Profiles;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Profiles;

/// <summary>However few or many are used, and however they came here, the counters are those of a plain array.</summary>
public sealed class CounterTableTests
{
    private const int Counters = 1 << 15;

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void It_counts_like_an_array(int times)
    {
        var random = new Random(times);
        var (table, all) = (new CounterTable(Counters), new ushort[Counters]);
        for (var time = 0; time < times; time++)
        {
            var number = (int)(Counters * Math.Pow(random.NextDouble(), 3));
            table.Increment(number);
            all[number]++;
        }

        Assert.Equal(all, table.ToArray());
        Assert.All(Enumerable.Range(0, Counters), number => Assert.Equal(all[number], table[number]));
        Assert.Equal(all, new CounterTable(all).ToArray());

        table.Halve();
        Assert.Equal(all.Select(count => (ushort)(count / 2)), table.ToArray());
    }

    [Fact]
    public void Any_numbers_in_any_order() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<ushort[]>(), numbers =>
    {
        var table = new CounterTable(Counters);
        foreach (var number in numbers)
        {
            table.Increment(number % Counters);
        }

        Assert.All(numbers, number => Assert.Equal(numbers.Count(other => other % Counters == number % Counters), table[number % Counters]));
    }));

    [Fact]
    public void It_stops_at_the_largest()
    {
        var table = new CounterTable(Counters);
        for (var time = 0; time < 70_000; time++)
        {
            table.Increment(Counters - 1);
        }

        Assert.Equal(ushort.MaxValue, table[Counters - 1]);
    }
}
