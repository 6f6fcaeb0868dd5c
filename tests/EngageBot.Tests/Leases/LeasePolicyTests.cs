using EngageBot.Leases;

namespace EngageBot.Tests.Leases;

public sealed class LeasePolicyTests
{
    /// <summary>Partitions as name and holder (one letter each, "-" for nobody); then who lives; then who is to have what.</summary>
    [Theory]
    [InlineData("1- 2- 3- 4-", "a", "1a 2a 3a 4a")]
    [InlineData("1- 2- 3- 4-", "a b", "1a 2b 3a 4b")]
    [InlineData("1a 2a 3a 4a", "a b", "1a 2a 3b 4b")]
    [InlineData("1a 2a 3a 4a", "a b c", "1a 2a 3c 4b")]
    [InlineData("1a 2a 3b 4c", "a b c", "1a 2a 3b 4c")] // Nothing moves that need not.
    [InlineData("1a 2a 3b 4b 5c", "a b", "1a 2a 3b 4b 5a")] // c is dead.
    [InlineData("1a 2a 3b", "b", "1b 2b 3b")]
    [InlineData("1a 2b 3a 4b 5a 6b 7a", "a b c", "1a 2b 3a 4b 5a 6c 7c")]
    [InlineData("1a", "a b c", "1a")]
    [InlineData("1z", "", "")]
    public void Everybody_has_as_many_as_the_others(string partitions, string living, string expected) =>
        Assert.Equal(expected, Divide(partitions, [.. Words(living).Select(id => new LeaseHolder(id, [.. Partitions(partitions).Select(partition => partition.Name)]))]));

    [Fact]
    public void Nobody_gets_what_he_cannot_do()
    {
        LeaseHolder[] holders = [new("a", ["1", "2", "3"]), new("b", ["3"]), new("c", ["9"])];

        Assert.Equal("1a 2a 3b", Divide("1- 2- 3- 4-", holders));
        Assert.Equal("1a 2a 3b", Divide("1a 2a 3a 4a", holders));
    }

    [Fact]
    public void Wherever_it_begins_it_comes_to_rest_with_a_difference_of_one_at_most()
    {
        var random = new Random(17);
        for (var round = 0; round < 300; round++)
        {
            var names = Enumerable.Range(0, random.Next(1, 12)).Select(number => $"p{number}").ToList();
            LeaseHolder[] holders = [.. Enumerable.Range(0, random.Next(1, 6)).Select(number => new LeaseHolder($"h{number}", names))];
            Partition[] partitions = [.. names.Select(name => new Partition(name, random.Next(4) == 0 ? null : $"h{random.Next(8)}"))];

            var divided = LeasePolicy.Divide(partitions, holders);
            var counts = holders.Select(holder => divided.Values.Count(id => id == holder.Id)).ToList();
            Assert.Equal(names.Count, divided.Count);
            Assert.True(counts.Max() - counts.Min() <= 1, string.Join(", ", counts));
            Partition[] after = [.. names.Select(name => new Partition(name, divided[name]))];
            Assert.All(holders, holder => Assert.True(LeasePolicy.MoveOf(holder.Id, after, holders).IsNone));
        }
    }

    [Fact]
    public void What_is_about_no_community_weighs_nothing_and_stays_where_it_is()
    {
        string[] names = ["1", "2", Partition.CommonWork];
        LeaseHolder[] holders = [new("a", names), new("b", names)];
        Partition[] partitions = [new("1", "a"), new("2", "a"), new(Partition.CommonWork, "b")];

        var divided = LeasePolicy.Divide(partitions, holders);

        Assert.Equal(["a", "b", "b"], names.Select(name => divided[name]));
        Assert.Equal("a", LeasePolicy.Divide([.. partitions.Select(partition => partition with { Holder = null })], holders)[Partition.CommonWork]);
    }

    [Fact]
    public void Who_is_to_have_what_another_has_waits_for_it()
    {
        LeaseHolder[] holders = [new("a", ["1", "2", "3"]), new("b", ["1", "2", "3"])];

        var (of, to) = (LeasePolicy.MoveOf("a", Partitions("1a 2a 3-"), holders), LeasePolicy.MoveOf("b", Partitions("1a 2a 3a"), holders));

        Assert.True(of.IsNone);
        Assert.Empty(to.Take);
        Assert.True(to.AwaitsOthers);
        Assert.Equal(["3"], LeasePolicy.MoveOf("a", Partitions("1a 2a 3a"), holders).Give);
        Assert.Equal(["3"], LeasePolicy.MoveOf("b", Partitions("1a 2a 3-"), holders).Take);
    }

    private static string Divide(string partitions, IReadOnlyList<LeaseHolder> holders) =>
        string.Join(' ', LeasePolicy.Divide(Partitions(partitions), holders).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value));

    private static Partition[] Partitions(string partitions) => [.. Words(partitions).Select(word => new Partition(word[..1], word[1] == '-' ? null : word[1..]))];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
