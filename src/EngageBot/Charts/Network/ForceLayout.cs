namespace EngageBot.Charts.Network;

/// <summary>
/// Places nodes so that those who answer each other are near: all push each other away, links and groups pull together, and the movement cools down
/// (Fruchterman and Reingold 1991). Starts from a seeded arrangement, so that the same input gives the same picture.
/// </summary>
internal sealed class ForceLayout
{
    private const int Rounds = 350;
    private const double ToCenter = 0.45;
    private const double FewNodes = 20;
    private const double ToGroup = 0.15;

    private const double DegreeOfEase = 3;

    private readonly IReadOnlyList<NetworkLink> _links;
    private readonly IReadOnlyList<int> _groups;
    private readonly double _heaviest;
    private readonly double _pull;
    private readonly double _toCenter;
    private readonly (double X, double Y)[] _at;
    private readonly (double X, double Y)[] _force;

    private ForceLayout(IReadOnlyList<NetworkLink> links, IReadOnlyList<int> groups, int seed)
    {
        (_links, _groups) = (links, groups);
        _heaviest = Math.Max(1e-9, links.Count == 0 ? 1 : links.Max(link => link.Weight));
        _pull = Math.Min(1, DegreeOfEase * groups.Count / (2.0 * Math.Max(1, links.Count))); // many links shall not draw all into one knot
        _toCenter = ToCenter * Math.Max(1, Math.Sqrt(FewNodes / groups.Count)); // few nodes shall not flee into the corners
        _force = new (double X, double Y)[groups.Count];
        _at = Start(groups, seed);
    }

    /// <summary>Distances are in units of the distance two nodes would like to have.</summary>
    public static IReadOnlyList<(double X, double Y)> Place(IReadOnlyList<NetworkLink> links, IReadOnlyList<int> groups, int seed)
    {
        var layout = new ForceLayout(links, groups, seed);
        for (var round = 0; round < Rounds; round++)
        {
            layout.Move(most: 1.2 * (1 - (round / (double)Rounds)));
        }

        return layout._at;
    }

    /// <summary>The groups around a circle, their nodes around them.</summary>
    private static (double X, double Y)[] Start(IReadOnlyList<int> groups, int seed)
    {
        var random = new Random(seed); // a picture needs no secret numbers, but the same ones every time
        var count = groups.Distinct().Count();
        var radius = Math.Sqrt(groups.Count);
        return [.. groups.Select(group =>
        {
            var angle = 2 * Math.PI * group / count;
            return (X: (radius * Math.Cos(angle)) + random.NextDouble(), Y: (radius * Math.Sin(angle)) + random.NextDouble());
        })];
    }

    private void Move(double most)
    {
        Array.Clear(_force);
        PushApart();
        PullTogether();
        for (var node = 0; node < _at.Length; node++)
        {
            var (x, y) = _force[node];
            var length = Math.Max(1e-9, Math.Sqrt((x * x) + (y * y)));
            var step = Math.Min(length * 0.1, most);
            _at[node] = (_at[node].X + (x / length * step), _at[node].Y + (y / length * step));
        }
    }

    private void PushApart()
    {
        for (var one = 0; one < _at.Length; one++)
        {
            for (var other = one + 1; other < _at.Length; other++)
            {
                var (x, y) = (_at[one].X - _at[other].X, _at[one].Y - _at[other].Y);
                var strength = (_groups[one] == _groups[other] ? 1.5 : 1.8) / Math.Max(0.01, (x * x) + (y * y));
                Add(one, x * strength, y * strength);
                Add(other, -x * strength, -y * strength);
            }
        }
    }

    private void PullTogether()
    {
        foreach (var link in _links)
        {
            var (x, y) = (_at[link.To].X - _at[link.From].X, _at[link.To].Y - _at[link.From].Y);
            var inGroup = _groups[link.From] == _groups[link.To] ? 1 : 0.25;
            var strength = Math.Sqrt((x * x) + (y * y)) * inGroup * _pull * (0.2 + (0.45 * Math.Sqrt(link.Weight / _heaviest)));
            Add(link.From, x * strength, y * strength);
            Add(link.To, -x * strength, -y * strength);
        }

        foreach (var members in Enumerable.Range(0, _at.Length).GroupBy(node => _groups[node]))
        {
            var (x, y) = (members.Average(node => _at[node].X), members.Average(node => _at[node].Y));
            foreach (var node in members)
            {
                Add(node, ((x - _at[node].X) * ToGroup) - (_at[node].X * _toCenter), ((y - _at[node].Y) * ToGroup) - (_at[node].Y * _toCenter));
            }
        }
    }

    private void Add(int node, double x, double y) => _force[node] = (_force[node].X + x, _force[node].Y + y);
}
