using System.Text;
using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Text;

/// <summary>Text in columns of a monospaced font.</summary>
internal static class Columns
{
    private const string Eighths = " ▏▎▍▌▋▊▉█";
    private const string Levels = "▁▂▃▄▅▆▇█";

    public const int Least = 20;

    public const int Most = 200;

    public static string Fit(string text, int columns) => Label.Shorten(Label.Clean(text), columns, part => DisplayWidth.Of(part));

    /// <summary>The last step for every line: no longer than it may be, and without the sign that would end a code block in chat.</summary>
    public static string Finish(string line, int columns) => Label.Shorten(line, columns, part => DisplayWidth.Of(part)).Replace('`', 'ˋ');

    public static string Left(string text, int columns) => Pad(Fit(text, columns), columns, before: false);

    public static string Right(string text, int columns) => Pad(Fit(text, columns), columns, before: true);

    /// <summary>A bar whose length is right to an eighth of a column.</summary>
    public static string Bar(double share, int columns)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * columns * 8);
        var rest = eighths % 8 == 0 ? "" : Eighths[eighths % 8].ToString();
        return new string('█', eighths / 8) + rest;
    }

    /// <summary>A line of little columns; a dot where there is no value.</summary>
    public static string Sparkline(IReadOnlyList<double?> values, double most) =>
        string.Concat(values.Select(value => value is { } number ? Level(most > 0 ? number / most : 0) : '·'));

    /// <summary>Breaks text into lines of at most so many columns.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = new StringBuilder();
        foreach (var word in Label.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && DisplayWidth.Of(line.ToString()) + 1 + DisplayWidth.Of(word) > columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(Fit(word, columns));
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static char Level(double share) => Levels[(int)Math.Round(Math.Clamp(share, 0, 1) * (Levels.Length - 1))];

    private static string Pad(string text, int columns, bool before)
    {
        var padding = new string(' ', Math.Max(0, columns - DisplayWidth.Of(text)));
        return before ? padding + text : text + padding;
    }
}
