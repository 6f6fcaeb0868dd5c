using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.ReplyGraph.Model;

/// <summary>The model that ships: what anybody would say of a plain chat, and what must hold of any.</summary>
public sealed class ReplyJudgeTests
{
    private const long Ada = 1;
    private const long Bob = 2;
    private const long Eve = 3;
    private const long Kim = 4;

    private readonly ReplyJudge _judge = new(ReplyModel.Shipped);

    [Fact]
    public void Who_is_addressed_is_answered_by_his_last_line()
    {
        var window = Chatter.Window(
            Chatter.Line(1, Ada, 0, "the new release is out tomorrow"),
            Chatter.Line(2, Eve, 1, "cannot wait for it"),
            Chatter.Line(3, Ada, 3, "how do i mount a usb stick?"),
            Chatter.Line(4, Kim, 4, "it will have a new kernel"));

        var (back, probability) = _judge.Judge(Chatter.Line(5, Bob, 5, "ada: try mount /dev/sdb1 /mnt", Ada), window);

        Assert.Equal(3, window[back].Key);
        Assert.InRange(probability, 0.5f, 1);
    }

    [Fact]
    public void A_greeting_into_the_silence_starts_a_conversation()
    {
        var window = Chatter.Window(Chatter.Line(1, Ada, 0, "how do i mount a usb stick?"), Chatter.Line(2, Eve, 1, "ada: with mount", Ada), Chatter.Line(3, Ada, 2, "eve: thanks", Eve));

        Assert.Equal(-1, _judge.Judge(Chatter.Line(4, Bob, 6 * 60, "hello all, does anybody know a good editor for php?"), window).Back);
    }

    [Fact]
    public void A_line_without_any_before_it_answers_none()
    {
        Assert.Null(new ReplyResolver(ResolverKind.Model).Resolve(Chatter.Line(1, Bob, 0, "ada: yes", Ada), new ReplyWindow()));
        Assert.Equal((-1, 1f), _judge.Judge(Chatter.Line(1, Bob, 0, "ada: yes", Ada), new ReplyWindow()));
    }

    [Fact]
    public void The_resolver_says_what_the_judge_decides()
    {
        var resolver = new ReplyResolver(ResolverKind.Model);
        foreach (var (line, window) in Steps(Chatter.Random(new Random(5), 120)).Skip(1))
        {
            var (back, probability) = _judge.Judge(line, window);
            Assert.Equal(back < 0 ? null : new ReplyLink(LinkSource.Model, window[back].Key, probability), resolver.Resolve(line, window));
        }
    }

    [Fact]
    public void What_is_judged_does_not_hang_on_what_was_judged_before()
    {
        foreach (var (line, window) in Steps(Chatter.Random(new Random(6), 120)))
        {
            Assert.Equal(new ReplyJudge(ReplyModel.Shipped).Judge(line, window), _judge.Judge(line, window));
        }
    }

    [Fact]
    public void Leaving_out_the_hopeless_on_the_way_mixes_up_none_of_the_others()
    {
        var model = ReplyModel.Shipped;
        foreach (var (line, window) in Steps(Chatter.Random(new Random(7), 150)))
        {
            _judge.Judge(line, window);
            var scores = new float[_judge.Candidates.Length];
            model.First.AddScores(_judge.Rows, scores, 0, model.First.Count);
            ReplyJudge.ToProbabilities(scores, model.FirstSharpness);
            Assert.All(scores.Zip(_judge.Probabilities.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }
    }

    [Fact]
    public void In_any_window_the_answered_line_is_an_earlier_one_and_the_probabilities_sum_to_1() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        foreach (var (line, window) in Steps(Chatter.Random(random, random.Next(1, 130))))
        {
            var (back, probability) = _judge.Judge(line, window);
            Assert.InRange(back, -1, window.Count - 1);
            Assert.True(back < 0 || window[back].At <= line.At);
            Assert.Equal(_judge.Probabilities.ToArray().Max(), probability);
            AssertChances();
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>A log may say when a line was written to the minute only.</summary>
    [Fact]
    public void The_second_within_the_minute_in_which_a_line_comes_changes_nothing()
    {
        foreach (var (line, window) in Steps(Chatter.Random(new Random(7), 150)))
        {
            var minute = line.At - (line.At % 60_000);
            Assert.Equal(_judge.Judge(line with { At = minute }, window), _judge.Judge(line with { At = minute + 59_999 }, window));
        }
    }

    [Fact]
    public void Lines_full_of_mentions_are_judged_like_others()
    {
        var lines = Enumerable.Range(0, 101).Select(line => Chatter.Line(line + 1, 1 + (line % 7), line, "look at this", [.. Enumerable.Range(0, 100).Select(member => (long)((line * 100) + member))])).ToArray();
        foreach (var (line, window) in Steps(lines))
        {
            Assert.InRange(_judge.Judge(line, window).Back, -1, window.Count - 1);
            AssertChances();
        }
    }

    [Fact]
    public void Of_chances_the_hopeless_are_left_out_and_none_is_made_likelier()
    {
        foreach (var (line, window) in Steps(Chatter.Random(new Random(8), 120)))
        {
            _judge.Judge(line, window);
            var all = _judge.Candidates.ToArray().Zip(_judge.Probabilities.ToArray()).ToDictionary();
            var chances = _judge.Chances();

            Assert.Equal(all[-1], chances.Itself);
            Assert.Equal(
                all.Where(one => one.Key >= 0 && one.Value >= SecondLook.LeastChance).OrderBy(one => one.Key),
                chances.Backs.Select(back => (int)back).Zip(chances.Probabilities, KeyValuePair.Create).OrderBy(one => one.Key));
        }
    }

    private void AssertChances()
    {
        Assert.All(_judge.Probabilities.ToArray(), probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, _judge.Probabilities.ToArray().Sum(), 0.0001f);
        Assert.Equal(-1, _judge.Candidates[0]);
        Assert.Equal(_judge.Candidates.ToArray().Distinct(), _judge.Candidates.ToArray());
    }

    /// <summary>Each line with the window before it.</summary>
    private static IEnumerable<(WindowLine Line, ReplyWindow Window)> Steps(WindowLine[] lines)
    {
        var window = new ReplyWindow();
        foreach (var line in lines)
        {
            yield return (line, window);
            window.Add(line);
        }
    }
}
