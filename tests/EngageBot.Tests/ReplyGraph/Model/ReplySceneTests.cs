using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.ReplyGraph.Model;

public sealed class ReplySceneTests
{
    private static readonly WordWeights Weights = new([], unknown: 1);

    [Fact]
    public void Shared_words_are_those_that_both_lines_have_however_long_they_are() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        WindowLine[] lines = [.. Enumerable.Range(1, 30).Select(key => Chatter.Line(key, key, key, Text(random)))];
        var line = Chatter.Line(31, 31, 31, Text(random));
        var scene = new ReplyScene(Weights);

        scene.Set(line, Chatter.Window(lines));

        for (var back = 0; back < lines.Length; back++)
        {
            var other = lines[^(back + 1)].Words.Words;
            Assert.Equal(line.Words.Words.Select(other.Contains), line.Words.Words.Select((_, place) => (scene.Lines[back].Shared & (1UL << place)) != 0));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Authors_are_told_apart_and_recognised_at_all_their_lines_and_mentions() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var lines = Chatter.Random(new Random(seed), 140);
        var window = Chatter.Window(lines[..^1]);
        var scene = new ReplyScene(Weights);

        scene.Set(lines[^1], window);

        var authors = Enumerable.Range(0, window.Count).Select(back => (Key: window[back].Author ?? -back - 1, Number: scene.Lines[back].Author)).ToList();
        if (lines[^1].Author is { } me)
        {
            authors.Add((me, scene.Me));
        }

        authors.AddRange(Enumerable.Range(0, window.Count).Where(back => window[back].Mentions.Count > 0).Select(back => (window[back].Mentions[0], scene.Lines[back].Addressed)));
        Assert.Equal(authors.Select(author => author.Key).Distinct().Count(), authors.Distinct().Count());
        Assert.Equal(authors.Select(author => author.Number).Distinct().Count(), authors.Distinct().Count());
        for (var back = 0; back < window.Count; back++)
        {
            Assert.Equal(Enumerable.Range(0, back).Count(later => authors[later].Key == authors[back].Key), scene.Lines[back].AuthorSince);
            Assert.Equal(window.BackOf(window[back].Answers), scene.Lines[back].Parent);
        }
    }).QuickCheckThrowOnFailure();

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(70)).Select(_ => $"w{random.Next(90)}"));
}
