using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Network;

/// <summary>The outline around a group of points.</summary>
internal static class Hull
{
    /// <summary>Andrew's monotone chain; the corners in order.</summary>
    public static IReadOnlyList<(double X, double Y)> Around(IEnumerable<(double X, double Y)> points)
    {
        List<(double X, double Y)> sorted = [.. points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y)];
        if (sorted.Count < 3)
        {
            return sorted;
        }

        var lower = Half(sorted);
        var upper = Half(Enumerable.Reverse(sorted));
        return [.. lower.SkipLast(1), .. upper.SkipLast(1)];
    }

    public static string PathAround(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', Around(points).Select(point => $"{SvgWriter.Number(point.X)} {SvgWriter.Number(point.Y)}")) + "Z";

    private static List<(double X, double Y)> Half(IEnumerable<(double X, double Y)> points)
    {
        var chain = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            while (chain.Count >= 2 && Turn(chain[^2], chain[^1], point) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        return chain;
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
