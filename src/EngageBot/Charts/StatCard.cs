using EngageBot.Charts.Drawing;
using EngageBot.Charts.Plots;
using EngageBot.Charts.Text;

namespace EngageBot.Charts;

/// <summary>A picture to be posted: up to four figures in words, and a grid of dots of which the answered ones are lit. It names nobody.</summary>
public sealed record StatCard : Chart
{
    internal const int Width = 1200;
    internal const int Height = 630;
    internal const int Dots = 100;

    public IReadOnlyList<StatFigure> Figures { get; init; } = [];

    /// <summary>From 0 to 1; without it there is no grid of dots.</summary>
    public double? AnsweredShare { get; init; }

    /// <summary>What a dot is, in the plural.</summary>
    public string DotNoun { get; init; } = "posts";

    public string Product { get; init; } = "EngageBot";

    internal override int? FixedWidth => Width;

    internal int? Lit => HumanNumber.Usable(AnsweredShare) is { } share ? (int)Math.Round(Math.Min(share, 1) * Dots, MidpointRounding.AwayFromZero) : null;

    internal string DotCaption => $"{Lit} in {Dots} {Label.Clean(DotNoun)} got an answer";

    public override string ToText(int width) => TextChart.Card(this, width);

    private protected override double Draw(Canvas canvas)
    {
        new StatCardPlot(this, canvas).Draw();
        return Height;
    }

    private protected override string Describe()
    {
        var figures = Figures.Take(4).Select(figure => $"{Label.Clean(figure.Figure)} {Label.Clean(figure.Caption)}.").ToList();
        return figures.Count == 0 && Lit is null ? "No data yet." : string.Join(' ', Lit is null ? figures : [.. figures, DotCaption + "."]);
    }
}
