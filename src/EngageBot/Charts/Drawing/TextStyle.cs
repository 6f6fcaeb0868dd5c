namespace EngageBot.Charts.Drawing;

internal sealed record TextStyle(double Size, string Fill)
{
    public bool Bold { get; init; }

    /// <summary>start, middle or end, as SVG calls it.</summary>
    public string Anchor { get; init; } = "start";

    /// <summary>Colour of an outline that keeps the text readable over lines.</summary>
    public string? Halo { get; init; }

    public TextStyle Middle => this with { Anchor = "middle" };

    public TextStyle End => this with { Anchor = "end" };

    public TextStyle Strong => this with { Bold = true };
}
