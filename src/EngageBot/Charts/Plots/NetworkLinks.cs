using EngageBot.Charts.Drawing;
using EngageBot.Charts.Network;

namespace EngageBot.Charts.Plots;

/// <summary>Draws who answers whom: strong plain lines where it goes both ways, thin ones with an arrow head where it does not.</summary>
internal sealed class NetworkLinks(Canvas canvas, IReadOnlyList<(double X, double Y)> places, IReadOnlyList<double> radii)
{
    private const double Bend = 0.12;
    private const double HeadLength = 6.5;

    public void Draw(NetworkSelection selection, Func<int, string> nameOf)
    {
        var heaviest = Math.Max(1e-9, selection.Links.Count == 0 ? 1 : selection.Links.Max(link => link.Weight));
        foreach (var link in selection.Links.OrderBy(link => link.IsMutual).ThenBy(link => link.Weight))
        {
            var share = Math.Sqrt(link.Weight / heaviest);
            var (from, to, weight) = (nameOf(link.From), nameOf(link.To), HumanNumber.Count(link.Weight));
            if (link.IsMutual)
            {
                DrawMutual(link, 1.3 + (2.7 * share), $"{from} and {to} answer each other: {weight}");
            }
            else
            {
                DrawOneWay(link, 1 + (1.2 * share), $"{from} answers {to}: {weight}");
            }
        }
    }

    private void DrawMutual(NetworkLink link, double thickness, string tip)
    {
        var (from, to) = (places[link.From], places[link.To]);
        canvas.Stroke($"M{Write(from)}Q{Write(Middle(from, to))} {Write(to)}", canvas.Palette.Accent, thickness, tip: tip, opacity: 0.75);
    }

    private void DrawOneWay(NetworkLink link, double thickness, string tip)
    {
        var (from, to) = (places[link.From], places[link.To]);
        var middle = Middle(from, to);
        var (x, y) = Direction(middle, to);
        var tipAt = (X: to.X - (x * (radii[link.To] + 2)), Y: to.Y - (y * (radii[link.To] + 2)));
        var back = (X: tipAt.X - (x * HeadLength), Y: tipAt.Y - (y * HeadLength));
        var half = HeadLength * 0.45;
        canvas.Stroke($"M{Write(from)}Q{Write(middle)} {Write(back)}", canvas.Palette.OneWay, thickness, tip: tip, opacity: 0.5);
        var (left, right) = ((back.X - (y * half), back.Y + (x * half)), (back.X + (y * half), back.Y - (x * half)));
        canvas.Fill($"M{Write(tipAt)}L{Write(left)}L{Write(right)}Z", canvas.Palette.OneWay);
    }

    private static (double X, double Y) Middle((double X, double Y) from, (double X, double Y) to) =>
        (((from.X + to.X) / 2) - ((to.Y - from.Y) * Bend), ((from.Y + to.Y) / 2) + ((to.X - from.X) * Bend));

    private static (double X, double Y) Direction((double X, double Y) from, (double X, double Y) to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1e-6, Math.Sqrt((x * x) + (y * y)));
        return (x / length, y / length);
    }

    private static string Write((double X, double Y) point) => $"{SvgWriter.Number(point.X)} {SvgWriter.Number(point.Y)}";
}
