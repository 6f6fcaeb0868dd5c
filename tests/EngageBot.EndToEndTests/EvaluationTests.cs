using System.Globalization;
using System.Text.Json;

namespace EngageBot.EndToEndTests;

/// <summary>The verbs of the evaluation as processes, on logs made here: the files they write and the scores they print.</summary>
public sealed class EvaluationTests : IDisposable
{
    private const string Name = "2015-03-02_12";

    private static readonly string[] Log =
    [
        "[12:00] <ada> how do I mount a usb disk?",
        "[12:01] <bob> ada: use the mount command, mount /dev/sdb1 /mnt",
        "[12:02] <ada> bob: thanks, that works",
        "=== kim has joined #ubuntu",
        "[13:30] <eve> which editor opens very large text files?",
        "[13:31] <bob> eve: vim opens large files",
        "[13:32] <eve> bob: thanks",
        "[17:10] <lee> does anybody know a driver for the lexmark z22 printer?",
    ];

    /// <summary>What each line of the log answers.</summary>
    private static readonly (int Line, int Parent)[] Links = [(0, 0), (1, 0), (2, 1), (3, 3), (4, 4), (5, 4), (6, 5), (7, 7)];

    private readonly ProgramRun _run = new();

    [Fact]
    public async Task Reply_links_writes_a_line_for_each_line_and_scores_them_against_the_annotations()
    {
        Annotate(Links);
        var (code, _, errors) = await _run.EvaluateAsync("reply-links", "--input", _run.Folder, "--output", _run.Path("out"));
        Assert.Equal((0, string.Empty), (code, errors));
        var found = File.ReadAllLines(_run.Path($"out/{Name}.links.txt"));
        Assert.Equal(Enumerable.Range(0, Log.Length), found.Select(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)));
        Assert.Equal("3 3 -", found[3]); // A system line.
        Assert.Equal("0 1 -", found[1]);

        // What it found is right where it is the label, and one error less is one error less.
        File.WriteAllLines(_run.Path($"{Name}.annotation.txt"), found);
        Assert.Contains("precision 100.00, recall 100.00, F1 100.00 over 8 links of 8 lines", await ScoreAsync(), StringComparison.Ordinal);
        File.WriteAllLines(_run.Path($"{Name}.annotation.txt"), found.Select(line => line == "0 1 -" ? "1 1 -" : line));
        Assert.Contains("precision 87.50, recall 87.50, F1 87.50 over 8 links of 8 lines", await ScoreAsync(), StringComparison.Ordinal);

        async Task<string> ScoreAsync() => (await _run.EvaluateAsync("reply-links", "--input", _run.Folder, "--output", _run.Path("out"), "--score")).Output;
    }

    [Fact]
    public async Task Unanswered_tells_of_each_question_whether_somebody_answered_it()
    {
        Annotate(Links);
        var (code, output, _) = await _run.EvaluateAsync("unanswered", "--input", _run.Folder, "--output", _run.Path("questions.txt"), "--score");

        Assert.Equal(0, code);
        Assert.Equal([$"{Name} 0 answered", $"{Name} 4 answered", $"{Name} 7 unanswered"], File.ReadAllLines(_run.Path("questions.txt")));
        Assert.Contains("precision 1.000, recall 1.000, F1 1.000 over 3 questions that start a conversation, 1 of them unanswered", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_without_annotations_cannot_be_scored_and_that_is_said()
    {
        File.WriteAllLines(_run.Path($"{Name}.ascii.txt"), Log);
        var (code, _, errors) = await _run.EvaluateAsync("unanswered", "--input", _run.Folder, "--output", _run.Path("questions.txt"), "--score");

        Assert.Equal(1, code);
        Assert.Contains("has no annotations", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("model")]
    public async Task Convert_writes_a_history_and_who_answered_by_the_labels_alone(string links)
    {
        Annotate([.. Links[..1], (1, 1), .. Links[2..]]); // Bob's line answers nobody, whatever the model says.
        var (code, _, errors) = await _run.EvaluateAsync(
            "convert", "--input", _run.Folder, "--output", _run.Path("history.jsonl"), "--queries", _run.Path("queries.txt"), "--gold", _run.Path("gold.jsonl"), "--links", links);

        Assert.Equal((0, string.Empty), (code, errors));
        var history = File.ReadAllLines(_run.Path("history.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["ada", "bob", "ada", "eve", "bob", "eve", "lee"], history.Select(line => line.GetProperty("author").GetString()));
        Assert.EndsWith($"/{Name}/0", history[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("2015-03-02T12:00:00Z", history[0].GetProperty("at").GetString());
        Assert.Equal(links == "model", history.Any(line => line.GetProperty("replyTo").ValueKind == JsonValueKind.String));
        Assert.EndsWith($"/{Name}/4", Assert.Single(File.ReadAllLines(_run.Path("queries.txt"))), StringComparison.Ordinal);
        Assert.EndsWith("\"answerers\":[\"bob\"]}", Assert.Single(File.ReadAllLines(_run.Path("gold.jsonl"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promotion_writes_a_score_for_each_post_and_measures_them()
    {
        var posts = _run.Write("posts.jsonl",
            """
            {"id":1,"text":"Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=ada","promotion":true}
            {"id":"b","text":"I walked along the river this morning and it was cold","promotion":false}
            {"id":"c","text":"does anybody know why the printer stops after one page?","promotion":true}
            """);
        var (code, output, _) = await _run.EvaluateAsync("promotion", "--input", posts, "--output", _run.Path("scores.jsonl"), "--score");

        Assert.Equal(0, code);
        var scores = File.ReadAllLines(_run.Path("scores.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["1", "b", "c"], scores.Select(post => post.GetProperty("id").GetString()));
        Assert.Equal([true, false, false], scores.Select(post => post.GetProperty("promotion").GetBoolean()));
        Assert.All(scores, post => Assert.InRange(post.GetProperty("score").GetDouble(), 0, 1));
        Assert.Contains("F1 0.667", output, StringComparison.Ordinal);
        Assert.Contains("precision 1.000  recall 0.500", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responders_ranks_who_was_there_at_that_moment()
    {
        var history = Write("history.jsonl",
        [
            ("m1", "ada", "my printer does not print, why?", null), ("m2", "bob", "the printer needs paper", "m1"), ("m3", "kim", "good morning", null),
            ("m4", "ada", "the printer is out of ink now?", null), ("m5", "late", "buy ink for the printer", "m4"),
        ]);
        var (code, output, _) = await _run.EvaluateAsync(
            "responders", "--history", history, "--queries", _run.Write("queries.txt", "m4\n"), "--output", _run.Path("ranked.jsonl"),
            "--score", _run.Write("gold.jsonl", """{"id":"m4","answerers":["bob"]}"""));

        Assert.Equal(0, code);
        using var ranked = JsonDocument.Parse(Assert.Single(File.ReadAllLines(_run.Path("ranked.jsonl"))));
        Assert.Equal("m4", ranked.RootElement.GetProperty("id").GetString());
        Assert.Equal(["bob", "kim"], ranked.RootElement.GetProperty("ranked").EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("hit@3 100.0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introductions_ranks_those_who_do_not_know_each_other_from_nothing_later()
    {
        var history = Write("history.jsonl",
        [
            ("m1", "ada", "my telescope shows the moon", null), ("m2", "bob", "nice telescope ada", "m1"), ("m3", "kim", "the telescope of mine is old", null),
            ("m4", "lee", "a garden needs water", null), ("m5", "late", "telescope telescope", null),
        ]);
        var (code, output, _) = await _run.EvaluateAsync(
            "introductions", "--history", history, "--until", "2015-03-02T12:50:00Z", "--output", _run.Path("ranked.jsonl"), "--top", "1",
            "--score", _run.Write("gold.jsonl", """{"member":"ada","partners":["kim"]}"""));

        Assert.Equal(0, code);
        var ranked = File.ReadAllLines(_run.Path("ranked.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(one => one.GetProperty("member").GetString()!, one => one.GetProperty("ranked").EnumerateArray().Select(other => other.GetString()!).ToList());
        Assert.Equal(["ada", "bob", "kim", "lee"], ranked.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["kim"], ranked["ada"]);
        Assert.StartsWith("1 members: hit@1 100.0", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply-links", "python3-numpy python3-xgboost")]
    [InlineData("promotion", "python3-numpy python3-scipy python3-sklearn python3-xgboost")]
    public async Task Training_without_its_packages_says_which_to_install(string model, string packages)
    {
        Annotate(Links);
        var input = model == "promotion" ? _run.Write("posts.jsonl", """{"id":1,"text":"buy my course","promotion":true}""") : _run.Folder;
        foreach (var python in new[] { "false", _run.Path("no-such-python") }) // One that fails whatever it is to do, and none.
        {
            var (code, _, errors) = await _run.EvaluateAsync("train", model, "--input", input, "--output", _run.Path("model"), "--python", python);

            Assert.Equal(1, code);
            Assert.Contains($"apt-get install {packages}", errors, StringComparison.Ordinal);
            Assert.False(File.Exists(_run.Path("model")));
        }
    }

    public void Dispose() => _run.Dispose();

    private void Annotate(IEnumerable<(int Line, int Parent)> links)
    {
        File.WriteAllLines(_run.Path($"{Name}.ascii.txt"), Log);
        File.WriteAllLines(_run.Path($"{Name}.annotation.txt"), links.Select(link => $"{link.Parent} {link.Line} -"));
    }

    private string Write(string name, IEnumerable<(string Id, string Author, string Text, string? ReplyTo)> lines) => _run.Write(name, string.Concat(lines.Select((line, place) =>
        JsonSerializer.Serialize(new
        {
            id = line.Id,
            channel = "talk",
            author = line.Author,
            at = $"2015-03-02T12:{10 * (place + 1):D2}:00Z",
            text = line.Text,
            replyTo = line.ReplyTo,
        }) + "\n")));
}
