using System.Globalization;
using EngageBot.Charts.Drawing;
using EngageBot.Charts.Plots;
using EngageBot.Charts.Text;

namespace EngageBot.Charts;

/// <summary>A measure for each hour of the week, Monday to Sunday: when people answer, when nobody does.</summary>
public sealed record HourOfWeekChart : Chart
{
    public required ChartUnit Unit { get; init; }

    public required IReadOnlyList<HourOfWeekCell> Cells { get; init; }

    /// <summary>What <see cref="HourOfWeekCell.Count"/> counts.</summary>
    public string CountNoun { get; init; } = "posts";

    /// <summary>By row (0 is Monday) and hour; of two for one hour the last counts.</summary>
    internal IReadOnlyDictionary<(int Row, int Hour), HourOfWeekCell> Grid
    {
        get
        {
            var grid = new Dictionary<(int Row, int Hour), HourOfWeekCell>();
            foreach (var cell in Cells.Where(cell => cell.Hour is >= 0 and < 24 && Enum.IsDefined(cell.Day) && HumanNumber.Usable(cell.Value) is not null))
            {
                grid[(RowOf(cell.Day), cell.Hour)] = cell with { Value = HumanNumber.Usable(cell.Value), Count = Math.Max(0, cell.Count) };
            }

            return grid;
        }
    }

    internal static string DayName(int row) => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[(row + 1) % 7];

    internal string Tell(HourOfWeekCell cell) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{DayName(RowOf(cell.Day))} {cell.Hour:00}:00: {Unit.FormatInWords(cell.Value!.Value)} ({HumanNumber.Counted(cell.Count, CountNoun)})");

    public override string ToText(int width) => TextChart.HourOfWeek(this, width);

    private protected override double Draw(Canvas canvas)
    {
        var top = canvas.Header(Title, Caption);
        return Grid.Count == 0 ? canvas.Empty(top) : new HourOfWeekPlot(this, canvas, top).Draw();
    }

    private protected override string Describe()
    {
        var cells = Grid.Values.OrderBy(cell => cell.Value).ThenBy(cell => RowOf(cell.Day)).ThenBy(cell => cell.Hour).ToList();
        return cells.Count == 0 ? "Heat map by hour of the week: no data yet."
            : $"Heat map by hour of the week. Lowest {Tell(cells[0])}; highest {Tell(cells[^1])}. Data for {cells.Count} of 168 hours.";
    }

    private static int RowOf(DayOfWeek day) => ((int)day + 6) % 7;
}
