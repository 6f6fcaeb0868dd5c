using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Network;

/// <summary>Fits an arrangement into a box, and moves apart what would overlap there.</summary>
internal static class Placement
{
    private const int Rounds = 60;
    private const double Gap = 7;
    private const double MostStretch = 1.5;

    public static (double X, double Y)[] Fit(IReadOnlyList<(double X, double Y)> places, IReadOnlyList<double> radii, Box box)
    {
        var (left, right) = (places.Min(place => place.X), places.Max(place => place.X));
        var (top, bottom) = (places.Min(place => place.Y), places.Max(place => place.Y));
        var (scaleX, scaleY) = (box.Width / Math.Max(right - left, 1e-6), box.Height / Math.Max(bottom - top, 1e-6));
        (scaleX, scaleY) = (Math.Min(scaleX, scaleY * MostStretch), Math.Min(scaleY, scaleX * MostStretch)); // fills the box, but keeps shapes
        var result = places.Select(place => (
            X: box.CenterX + ((place.X - ((left + right) / 2)) * scaleX),
            Y: box.CenterY + ((place.Y - ((top + bottom) / 2)) * scaleY))).ToArray();
        for (var round = 0; round < Rounds && MoveApart(result, radii); round++)
        {
            KeepInside(result, radii, box);
        }

        KeepInside(result, radii, box);
        return result;
    }

    private static bool MoveApart((double X, double Y)[] places, IReadOnlyList<double> radii)
    {
        var moved = false;
        for (var one = 0; one < places.Length; one++)
        {
            for (var other = one + 1; other < places.Length; other++)
            {
                var (x, y) = (places[other].X - places[one].X, places[other].Y - places[one].Y);
                var distance = Math.Sqrt((x * x) + (y * y));
                var missing = radii[one] + radii[other] + Gap - distance;
                if (missing <= 0)
                {
                    continue;
                }

                (x, y) = distance < 1e-6 ? (Math.Cos(other), Math.Sin(other)) : (x / distance, y / distance);
                places[one] = (places[one].X - (x * missing / 2), places[one].Y - (y * missing / 2));
                places[other] = (places[other].X + (x * missing / 2), places[other].Y + (y * missing / 2));
                moved = true;
            }
        }

        return moved;
    }

    private static void KeepInside((double X, double Y)[] places, IReadOnlyList<double> radii, Box box)
    {
        for (var node = 0; node < places.Length; node++)
        {
            var radius = radii[node];
            places[node] = (Math.Clamp(places[node].X, box.X + radius, box.Right - radius), Math.Clamp(places[node].Y, box.Y + radius, box.Bottom - radius));
        }
    }
}
