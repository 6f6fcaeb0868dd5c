using EngageBot.Chat;
using EngageBot.ReplyGraph;

namespace EngageBot.Tests.ReplyGraph;

public sealed class ReplyWindowTests
{
    [Fact]
    public void A_window_is_a_function_of_its_last_lines()
    {
        var random = new Random(7);
        var at = 0L;
        WindowLine[] lines = [.. Enumerable.Range(1, 350).Select(key => Line(key, at += random.Next(5_000_000)))];
        var whole = Filled(lines);
        var rebuilt = Filled(lines[^ReplyWindow.Capacity..]);

        Assert.Equal(whole.Pace, rebuilt.Pace);
        Assert.Equal(ReplyWindow.Capacity, whole.Count);
        Assert.Equal(Enumerable.Range(0, ReplyWindow.Capacity).Select(back => rebuilt[back].Key), Enumerable.Range(0, ReplyWindow.Capacity).Select(back => whole[back].Key));
        Assert.Equal(350, whole[0].Key);
    }

    [Fact]
    public void One_long_silence_does_not_make_a_fast_channel_slow() =>
        Assert.True(Filled([.. Enumerable.Range(0, 90).Select(key => Line(key, key * 1_000L)), Line(90, 50_000_000_000)]).Pace < TimeSpan.FromMinutes(1));

    [Fact]
    public void A_line_is_found_by_its_number_while_it_is_in_the_window()
    {
        var window = Filled([.. Enumerable.Range(1, 150).Select(key => Line(key, key))]);
        Assert.Null(window.Find(50));
        Assert.Equal(51, window.Find(51)?.Key);
    }

    private static ReplyWindow Filled(WindowLine[] lines)
    {
        var window = new ReplyWindow();
        foreach (var line in lines)
        {
            window.Add(line);
        }

        return window;
    }

    private static WindowLine Line(long key, long at) => new() { Key = key, Number = key, Author = 1, At = at, Traits = MessageTraits.None, Kind = PostKind.Chat };
}
