using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

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

    [Theory]
    [InlineData("does anybody know why it squeaks?", PostKind.HelpRequest)]
    [InlineData(null, PostKind.Chat)]
    public void A_line_that_was_changed_is_as_if_it_had_been_read_so(string? text, PostKind kind)
    {
        var lines = Enumerable.Range(1, 150).Select(key => Line(key, key) with { Words = LineWords.Read($"word{key} again", addresses: false), Mentions = key % 3 == 0 ? [7] : [] }).ToArray();
        var window = Filled([.. lines.Select(line => line with { Chances = new LineChances([], [], 1) })]);
        window.Reword(120, text is null ? null : kind, text);
        window.Reword(3, kind, text); // Long out of it.

        lines[119] = lines[119] with { Kind = kind, Words = LineWords.Read(text, addresses: true), IsWordless = text is null };
        var read = Filled(lines);
        foreach (var back in Enumerable.Range(0, ReplyWindow.Capacity))
        {
            Assert.Equal(LookOf(read, back), LookOf(window, back));
            Assert.Null(window[back].Chances);
        }
    }

    private static string LookOf(ReplyWindow window, int back)
    {
        var (line, brief) = (window[back], window.Brief(back));
        return $"{line.Key} {line.Kind} {line.IsWordless} {string.Join(',', line.Words.Words)} {brief.Asks} {brief.AuthorBack} {brief.Mentions} {string.Join(',', ((ReadOnlySpan<uint>)brief.Words).ToArray())}";
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
