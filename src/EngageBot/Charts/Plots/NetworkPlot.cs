using EngageBot.Charts.Drawing;
using EngageBot.Charts.Network;

namespace EngageBot.Charts.Plots;

internal sealed class NetworkPlot
{
    private const double LabelSize = 11.5;
    private const int LeastForHull = 3;

    private static readonly NetworkWords English = new("answer each other", "one way", "replies given");

    private readonly NetworkChart _chart;
    private readonly NetworkSelection _selection;
    private readonly Canvas _canvas;
    private readonly IReadOnlyList<int> _groups;
    private readonly IReadOnlyList<double> _radii;
    private readonly (double X, double Y)[] _places;
    private readonly Box _plot;

    public NetworkPlot(NetworkChart chart, NetworkSelection selection, Canvas canvas, double top)
    {
        (_chart, _selection, _canvas) = (chart, selection, canvas);
        _plot = new Box(canvas.Margin, top, canvas.Width - (2 * canvas.Margin), HeightFor(canvas, selection.Nodes.Count));
        _groups = CommunityFinder.GroupsOf(selection.Nodes.Count, selection.Links);
        var heaviest = Math.Max(1e-9, selection.Nodes.Max(node => node.Weight));
        var (small, large) = canvas.IsNarrow ? (3.5, 11) : (4.5, 16.0);
        _radii = [.. selection.Nodes.Select(node => small + ((large - small) * Math.Sqrt(node.Weight / heaviest)))];
        var room = new Box(_plot.X + 24, _plot.Y + 14, _plot.Width - 48, _plot.Height - 28);
        _places = Placement.Fit(ForceLayout.Place(selection.Links, _groups, chart.Seed), _radii, room);
    }

    public double Draw()
    {
        DrawHulls();
        var links = new NetworkLinks(_canvas, _places, _radii);
        links.Draw(_selection, node => NetworkChart.NameOf(_selection.Nodes[node]));
        DrawNodes();
        DrawLabels();
        return new NetworkLegend(_canvas).Draw(_plot.Bottom + 26, _chart.Words ?? English, _chart.Words is null ? _chart.Extent(_selection) : string.Empty);
    }

    private static double HeightFor(Canvas canvas, int nodes) =>
        (canvas.Width - (2 * canvas.Margin)) * (canvas.IsNarrow ? 1.1 : 0.66) * Math.Clamp(Math.Sqrt(nodes / 30.0), 0.45, 1);

    /// <summary>The last colours are taken by more than one group where there are many: their outlines tell them apart.</summary>
    private string ColourOf(int group) => _canvas.Palette.Groups[group % _canvas.Palette.Groups.Count];

    private IEnumerable<IGrouping<int, int>> Groups =>
        Enumerable.Range(0, _groups.Count).GroupBy(node => _groups[node]).Where(group => group.Count() >= LeastForHull);

    private void DrawHulls()
    {
        foreach (var group in Groups)
        {
            var colour = ColourOf(group.Key);
            var path = Hull.PathAround(group.Select(node => _places[node]));
            _canvas.Svg.Open("path").Set("d", path).Set("fill", colour).Set("stroke", colour).Set("stroke-width", _canvas.IsNarrow ? 28 : 44)
                .Set("stroke-linejoin", "round").Set("opacity", 0.08).Close();
        }
    }

    private void DrawNodes()
    {
        for (var node = _places.Length - 1; node >= 0; node--)
        {
            var isGrouped = _groups.Count(group => group == _groups[node]) >= LeastForHull;
            var colour = isGrouped ? ColourOf(_groups[node]) : _canvas.Palette.OneWay;
            var tip = $"{NetworkChart.NameOf(_selection.Nodes[node])}\nreplies given: {HumanNumber.Count(_selection.Nodes[node].Weight)}";
            _canvas.Circle(_places[node].X, _places[node].Y, _radii[node], colour, tip, _canvas.Palette.Surface);
        }
    }

    private void DrawLabels()
    {
        var boxes = _places.Select((place, node) => new Box(place.X, place.Y, 0, 0).Grow(_radii[node])).ToList();
        var placer = new LabelPlacer(_plot.Grow(_canvas.Margin - 6), boxes);
        var style = new TextStyle(LabelSize, _canvas.Palette.Ink) { Halo = _canvas.Palette.Surface };
        _canvas.Svg.Open("g").Set("pointer-events", "none");
        for (var node = 0; node < _places.Length; node++)
        {
            var name = _selection.Nodes[node].Name is { } given ? Label.Shorten(Label.Name(given), 92, text => TextMeasure.Width(text, LabelSize)) : "";
            if (name.Length > 0 && placer.Place(node, TextMeasure.Width(name, LabelSize), LabelSize + 2) is { } box)
            {
                _canvas.Text(box.CenterX, box.Bottom - 3, name, style.Middle);
            }
        }

        _canvas.Svg.Close();
    }
}
