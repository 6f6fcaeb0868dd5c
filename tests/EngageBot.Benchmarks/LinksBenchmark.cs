using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Benchmarks;

/// <summary>What the reply model costs in one busy channel without reply buttons: each step of the first decision, the second look, and the memory of a line.</summary>
internal static class LinksBenchmark
{
    private const int Members = 60;

    private static readonly string[] Words =
        "the board a printer with my sensor and why does it not print when I plug in red cable to your new motor wheel or left side after an update thanks yes try that".Split(' ');

    public static Command Command()
    {
        var messages = new Option<int>("--messages") { Description = "How many.", DefaultValueFactory = _ => 40_000 };
        var command = new Command("links", "The reply model in one busy channel without reply buttons.") { messages };
        command.SetAction(parsed => Run(parsed.GetValue(messages)));
        return command;
    }

    private static void Run(int messages)
    {
        Measure(messages / 4, isShown: false); // The compiler's warm-up.
        Measure(messages, isShown: true);
    }

    private static void Measure(int messages, bool isShown)
    {
        var made = Texts(messages).ToList();
        var lines = new List<WindowLine>(messages);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var words = made.ConvertAll(text => LineWords.Read(text, addresses: false));
        var perLine = (GC.GetAllocatedBytesForCurrentThread() - before) / messages;
        Show("reading words", watch, messages, isShown);

        var judge = new ReplyJudge(ReplyModel.Shipped);
        var scene = new ReplyScene(ReplyModel.Shipped.Words);
        var window = new ReplyWindow();
        var random = new Random(1);
        var (setting, describing, judging) = (new Stopwatch(), new Stopwatch(), new Stopwatch());
        for (var number = 0; number < messages; number++)
        {
            var line = Line(number, made[number], words[number], random);
            Time(setting, () => scene.Set(line, window));
            Time(describing, () => judge.Describe(line, window));
            judging.Start();
            var (back, probability) = judge.Judge(line, window);
            judging.Stop();
            lines.Add(line with { Answers = back < 0 ? null : window[back].Key, AnswersProbability = probability, Chances = judge.Chances() });
            window.Add(lines[^1]);
        }

        Show("  of which looking at the window", setting, messages, isShown);
        Show("  and features of the candidates", describing, messages, isShown);
        Show("first decision", judging, messages, isShown);
        Review(lines, isShown);
        if (isShown)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kept for a line's words         {perLine,8:N0} bytes"));
        }
    }

    private static void Review(List<WindowLine> lines, bool isShown)
    {
        var review = new PostReview(new ReplyJudge(ReplyModel.Shipped));
        var posts = 0;
        var watch = Stopwatch.StartNew();
        for (var post = ReplyWindow.Capacity; post + PostReview.LinesAfter < lines.Count; post += 50)
        {
            _ = review.Review(lines.GetRange(post - ReplyWindow.Capacity, ReplyWindow.Capacity + PostReview.LinesAfter), ReplyWindow.Capacity);
            posts++;
        }

        Show("second look, a post", watch, posts, isShown);
    }

    private static void Time(Stopwatch watch, Action work)
    {
        watch.Start();
        work();
        watch.Stop();
    }

    private static void Show(string what, Stopwatch watch, int times, bool isShown)
    {
        if (isShown)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32}{watch.Elapsed.TotalMicroseconds / times,8:F1} µs"));
        }
    }

    private static WindowLine Line(int number, string text, LineWords words, Random random) => new()
    {
        Key = number + 1,
        Number = number + 1,
        Author = (int)(Members * Math.Pow(random.NextDouble(), 2)),
        At = 1_700_000_000_000 + (number * 12_000L),
        Traits = MessageTraits.None,
        Kind = PostClassifier.Classify(text, MessageTraits.None),
        Mentions = random.Next(5) == 0 ? [(int)(Members * Math.Pow(random.NextDouble(), 2))] : [],
        Words = words,
    };

    private static IEnumerable<string> Texts(int messages)
    {
        var random = new Random(2);
        for (var number = 0; number < messages; number++)
        {
            yield return string.Join(' ', Enumerable.Range(0, 3 + random.Next(18)).Select(_ => Words[random.Next(Words.Length)])) + (random.Next(5) == 0 ? "?" : string.Empty);
        }
    }
}
