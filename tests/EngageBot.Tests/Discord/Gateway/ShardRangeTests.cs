using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class ShardRangeTests
{
    [Theory]
    [InlineData("auto", 2, "0,1")]
    [InlineData("AUTO", 1, "0")]
    [InlineData("0-3/16", 16, "0,1,2,3")]
    [InlineData(" 14 - 15 / 16 ", 16, "14,15")]
    [InlineData("5/16", 16, "5")]
    public void A_range_names_the_shards_of_this_process(string text, int total, string ids)
    {
        var range = ShardRange.Parse(text);

        Assert.Equal(total, range.Total(recommended: total));
        Assert.Equal(ids, string.Join(',', range.Ids(recommended: total)));
    }

    [Theory]
    [InlineData("", "no range")]
    [InlineData("all", "no range")]
    [InlineData("0-3", "no range")]
    [InlineData("-1/4", "no range")]
    [InlineData("4/4", "of 4 shards the first is 0 and the last 3")]
    [InlineData("3-1/4", "do not exist")]
    [InlineData("0/0", "do not exist")]
    public void What_is_no_range_is_refused_with_a_sentence(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => ShardRange.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0UL, 0)]
    [InlineData(5UL << 22, 1)]
    [InlineData((5UL << 22) + 4_194_303, 1)]
    [InlineData(7UL << 22, 3)]
    public void A_guild_belongs_to_the_shard_of_the_documented_formula(ulong guild, int shard) =>
        Assert.Equal(shard, GatewayClient.ShardOf(new Snowflake(guild), 4));
}
